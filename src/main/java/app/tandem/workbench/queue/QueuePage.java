package app.tandem.workbench.queue;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.SideWidth;
import app.tandem.workbench.common.TrainingState;
import app.tandem.workbench.common.Watch;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The Train page. */
public final class QueuePage extends StackPane {

    private static final double SIDE_WIDTH = 420;
    private static final double SIDE_SHARE = 0.34;
    /** So that a window that shrinks leaves the table and its buttons room. */
    private static final double WIDEST_SIDE = 0.38;

    private static final Set<String> DIVIDER_CLASSES = Set.of("split-pane-divider", "horizontal-grabber");

    private final QueueModel model;
    private final Messages messages;
    private final Label count = Icons.whole("", "badge", "outlined");
    private final Label halted = Icons.label("", "reason");
    private final HBox haltNotice =
            new HBox(10, Icons.icon(BootstrapIcons.EXCLAMATION_CIRCLE_FILL, "state-icon", "failed"), halted);
    private final Label setAside = Icons.label("");
    private final HBox setAsideNotice =
            new HBox(10, Icons.icon(BootstrapIcons.INFO_CIRCLE_FILL, "state-icon"), setAside);
    private final Button pause;
    private final Button afterEpoch;
    private final Button retry;

    /** @param side how wide the right side is */
    public QueuePage(QueueModel model, Messages messages, SideWidth side, Watch watch) {
        this.model = model;
        this.messages = messages;
        this.pause = Icons.button(BootstrapIcons.PAUSE_FILL, messages.text("train.button.GOING"), this::pauseOrTrain);
        this.retry = Icons.button(BootstrapIcons.ARROW_REPEAT, messages.text("train.retryFailed"), model::retryFailed);
        this.afterEpoch = Icons.button(
                BootstrapIcons.HOURGLASS_SPLIT, messages.text("train.afterEpoch"), model::pauseAllAfterEpoch);
        afterEpoch.setTooltip(new Tooltip(messages.text("train.afterEpochTip")));
        afterEpoch.setId("pause-after-epoch");
        pause.setId("pause-all");
        retry.setId("retry-failed");
        getStylesheets()
                .add(QueuePage.class
                        .getResource("/app/tandem/workbench/queue.css")
                        .toExternalForm());
        getStyleClass().add("queue-page");
        QueueTable table = new QueueTable(model, messages, watch);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(header(), haltNotice, setAsideNotice, new GuidedStrip(model, messages, watch), table);
        RunPane right = new RunPane(model, messages, watch);
        right.setMinWidth(320);
        right.setPrefWidth(SIDE_WIDTH);
        right.maxWidthProperty().bind(widthProperty().multiply(WIDEST_SIDE));
        SplitPane split = new SplitPane(left, right);
        SplitPane.setResizableWithParent(right, false);
        split.getStyleClass().add("page-split");
        keepSideWidth(split, side);
        getChildren().setAll(split);
        halted.setId("halted");
        halted.setWrapText(true);
        haltNotice.getStyleClass().add("halt-notice");
        watch.on(model.haltReasonProperty(), this::showHalt);
        showHalt(model.haltReasonProperty().get());
        setAside.setId("set-aside");
        setAside.setWrapText(true);
        setAsideNotice.getStyleClass().add("set-aside-notice");
        watch.on(model.setAsideProperty(), runs -> showSetAside(runs.intValue()));
        showSetAside(model.setAsideProperty().get());
        watch.on(model.summaryProperty(), this::show);
        watch.on(
                model.trainingProperty(),
                training -> show(model.summaryProperty().get()));
        show(model.summaryProperty().get());
    }

    /** Gives the right side its width once the window is laid out; from then on the user's divider stands. */
    private static void keepSideWidth(SplitPane split, SideWidth side) {
        split.widthProperty().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> width, Number before, Number after) {
                double whole = after.doubleValue();
                if (whole > 0) {
                    double wanted = side.get().orElse(Math.min(SIDE_SHARE * whole, SIDE_WIDTH));
                    split.setDividerPositions(1 - wanted / whole);
                    width.removeListener(this);
                }
            }
        });
        // Only what the user drags is remembered, not what a small window leaves of it.
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node target && isDivider(target)) {
                side.keep(split.getWidth() * (1 - split.getDividerPositions()[0]));
            }
        });
    }

    private static boolean isDivider(Node node) {
        return node.getStyleClass().stream().anyMatch(DIVIDER_CLASSES::contains);
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(
                8, Icons.label(messages.text("train.title"), "page-title"), count, space, pause, afterEpoch, retry);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        return header;
    }

    private void show(QueueSummary summary) {
        count.setText(messages.text("train.count", summary.ended(), summary.total()));
        count.setVisible(summary.total() > 0);
        TrainingState training = model.trainingProperty().get();
        boolean going = training == TrainingState.GOING;
        pause.setText(messages.text("train.button." + training.name()));
        pause.setGraphic(Icons.icon(going ? BootstrapIcons.PAUSE_FILL : BootstrapIcons.PLAY_FILL));
        pause.setDisable(model.isReadOnly() || (going && !summary.isActive()));
        pause.getStyleClass().remove(Styles.SUCCESS);
        if (!going) {
            pause.getStyleClass().add(Styles.SUCCESS);
        }
        afterEpoch.setDisable(model.isReadOnly() || !going || summary.running() == 0);
        retry.setDisable(model.isReadOnly() || summary.failed() == 0);
    }

    private void showHalt(Optional<String> reason) {
        haltNotice.setVisible(reason.isPresent());
        haltNotice.setManaged(reason.isPresent());
        halted.setText(reason.map(why -> messages.text("train.halted", messages.reason(why)))
                .orElse(""));
    }

    private void showSetAside(int runs) {
        setAsideNotice.setVisible(runs > 0);
        setAsideNotice.setManaged(runs > 0);
        setAside.setText(runs > 0 ? messages.text("train.setAside", runs) : "");
    }

    private void pauseOrTrain() {
        if (model.trainingProperty().get() == TrainingState.GOING) {
            model.pauseAll();
        } else {
            model.train();
        }
    }
}
