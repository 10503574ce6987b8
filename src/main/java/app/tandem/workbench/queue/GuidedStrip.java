package app.tandem.workbench.queue;

import app.tandem.owner.GuidedVerdict;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The verdict of a guided training while it grows; out of sight where there is none. */
final class GuidedStrip extends VBox {

    private final QueueModel model;
    private final Messages messages;
    private final Label title = Icons.whole("", "section-title");
    private final Label badge = Icons.whole("", "badge");
    private final Label best = Icons.label("", "guided-best");
    private final Label spent = Icons.whole("", "muted");
    private final ProgressBar bar = new ProgressBar(0);
    private final HBox known = new HBox(12);
    private final VBox lines = new VBox(3);

    GuidedStrip(QueueModel model, Messages messages, Watch watch) {
        super(6);
        this.model = model;
        this.messages = messages;
        getStyleClass().add("guided-strip");
        setId("guided-strip");
        title.setGraphic(Icons.icon(BootstrapIcons.SIGNPOST_SPLIT));
        title.setId("guided-title");
        badge.setId("guided-badge");
        best.setId("guided-best");
        best.setWrapText(true);
        best.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(best, Priority.ALWAYS);
        bar.getStyleClass().addAll("thin", "running");
        bar.setPrefWidth(90);
        bar.setMinWidth(60);
        known.setAlignment(Pos.CENTER_LEFT);
        known.getChildren().setAll(best, bar, spent);
        getChildren().setAll(header(), known, lines);
        managedProperty().bind(visibleProperty());
        watch.on(model.guidedProperty(), this::show);
        show(model.guidedProperty().get());
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button end = Icons.button(BootstrapIcons.X, messages.text("guided.end"), model::endGuided);
        end.setTooltip(new Tooltip(messages.text("guided.endTip")));
        end.setId("guided-end");
        end.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(8, title, badge, space, end);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void show(Optional<GuidedState> now) {
        setVisible(now.isPresent());
        now.ifPresent(this::show);
    }

    private void show(GuidedState now) {
        GuidedWords words = new GuidedWords(messages, List.copyOf(model.marks()));
        title.setText(words.title(now));
        badge.setText(words.badge(now));
        badge.getStyleClass().removeAll("running", "paused", "done", "failed");
        badge.getStyleClass().add(styleClass(now));
        known.setVisible(now.verdict().isPresent());
        known.setManaged(now.verdict().isPresent());
        now.verdict().ifPresent(verdict -> show(words, verdict));
        lines.getChildren()
                .setAll(words.lines(now).stream().map(GuidedStrip::line).toList());
    }

    private void show(GuidedWords words, GuidedVerdict verdict) {
        best.setText(words.best(verdict));
        spent.setText(words.spent(verdict));
        double most = verdict.advice().limit().snt().toDouble();
        bar.setProgress(most > 0 ? Math.min(1, verdict.advice().spent().snt().toDouble() / most) : 1);
    }

    private static Label line(String words) {
        Label line = Icons.label(words, "muted");
        line.setWrapText(true);
        return line;
    }

    private static String styleClass(GuidedState now) {
        if (now.problem().isPresent()) {
            return "failed";
        }
        return now.isFinal() ? "done" : now.isGoing() ? "running" : "paused";
    }
}
