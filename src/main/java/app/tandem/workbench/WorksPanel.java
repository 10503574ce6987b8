package app.tandem.workbench;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.LongWork;
import app.tandem.workbench.common.LongWorks;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/**
 * Each piece of long work with its progress, the time that is left, and a button that stops it. The library's view of tasks
 * is not used: its button speaks English only, and its ground is white in the dark.
 */
final class WorksPanel extends StackPane {

    private final LongWorks works;
    private final Messages messages;
    private final VBox rows = new VBox(10);
    private Watch following = new Watch();

    WorksPanel(LongWorks works, Messages messages, Watch watch) {
        this.works = works;
        this.messages = messages;
        rows.setId("works");
        rows.getStyleClass().addAll("palette", "works");
        rows.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(rows);
        getStyleClass().add("works-place");
        setAlignment(Pos.BOTTOM_LEFT);
        setPickOnBounds(false);
        setVisible(false);
        watch.on(works.underWay(), this::show);
        show();
    }

    /** Shows it or hides it. */
    void toggle() {
        setVisible(!isVisible() && !works.underWay().isEmpty());
        if (isVisible()) {
            rows.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private void show() {
        following.end();
        following = new Watch();
        rows.getChildren().setAll(works.underWay().stream().map(this::row).toList());
        if (works.underWay().isEmpty()) {
            setVisible(false);
        }
    }

    private HBox row(LongWork work) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().addAll("thin", "running");
        bar.setMaxWidth(Double.MAX_VALUE);
        Label message = Icons.label("", "muted", "note");
        VBox words = new VBox(5, Icons.label(work.words(messages), "strong"), bar, message);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button stop = Icons.iconButton(
                BootstrapIcons.STOP_FILL, messages.text("work.stop", work.words(messages)), work::cancel);
        stop.getStyleClass().add("stop-work");
        following.on(work.stateProperty(), state -> show(state, bar, message, stop));
        show(work.stateProperty().get(), bar, message, stop);
        HBox row = new HBox(12, words, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(LongWork.State state, ProgressBar bar, Label message, Button stop) {
        bar.setProgress(state.fraction() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : state.fraction());
        message.setText(WorkWords.progress(state, messages).replaceFirst("^ · ", ""));
        stop.setDisable(state.stopping());
    }
}
