package app.tandem.workbench.queue;

import app.tandem.run.RunReason;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The selected run: its curve, what the machine does, its log. */
final class RunPane extends ScrollPane {

    private static final int LOG_LINES = 7;

    private final QueueModel model;
    private final Messages messages;
    private final Label title = Icons.label("", "page-title");
    private final Label badge = Icons.whole("", "badge");
    private final Label reason = Icons.label("", "reason");
    private final Label printed = Icons.label("", "printed");
    private final TitledPane details;
    private final Button pause;
    private final Button cancel;
    private final LossCurve curve;
    private final MachineStrip machine;
    private final TextArea log = new TextArea();

    RunPane(QueueModel model, Messages messages, Watch watch) {
        this.model = model;
        this.messages = messages;
        this.pause = Icons.iconButton(BootstrapIcons.PAUSE_FILL, messages.text("train.pauseRun"), this::pauseOrResume);
        this.cancel = Icons.iconButton(BootstrapIcons.X, messages.text("train.cancelRun"), this::cancel);
        this.details = new TitledPane(messages.text("train.details"), printed);
        this.curve = new LossCurve(messages);
        this.machine = new MachineStrip(messages);
        getStyleClass().addAll("side-pane", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        log.setEditable(false);
        log.setWrapText(true);
        log.setPrefRowCount(LOG_LINES);
        log.getStyleClass().add("log");
        log.setId("run-log");
        reason.setWrapText(true);
        Label logTitle = Icons.label(messages.text("train.log"), "section-title");
        logTitle.setLabelFor(log);
        VBox content = new VBox(
                10,
                header(),
                reason,
                details,
                curve,
                Icons.label(messages.text("train.machine"), "section-title"),
                machine,
                logTitle,
                log);
        content.getStyleClass().add("side-content");
        setContent(content);
        reason.managedProperty().bind(reason.visibleProperty());
        printed.setWrapText(true);
        details.setId("run-details");
        details.setExpanded(false);
        details.setAnimated(false);
        details.setVisible(false);
        details.managedProperty().bind(details.visibleProperty());
        watch.on(model.detailProperty(), detail -> showDetail());
        watch.on(model.selectedProperty(), selected -> showStatus());
        watch.on(model.updatesProperty(), update -> showStatus());
        showStatus();
        showDetail();
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(8, title, badge, space, pause, cancel);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /** What changes often: state, epoch, machine. */
    private void showStatus() {
        Optional<QueueRow> selected = model.selected();
        badge.setVisible(selected.isPresent());
        pause.setVisible(selected.isPresent());
        cancel.setVisible(selected.isPresent());
        title.setText(selected.map(this::title).orElse(messages.text("train.noRun")));
        selected.map(QueueRow::status).ifPresent(this::showStatus);
        if (model.isRead()) {
            machine.show(
                    model.rows().stream().map(QueueRow::status).toList(),
                    model.machineMemoryProperty().get());
        }
    }

    private String title(QueueRow row) {
        return TaskMark.words(model.marks(), row.network());
    }

    private void showStatus(RunStatus status) {
        badge.setText(RunWords.badge(messages, status));
        badge.getStyleClass().removeAll("calm", "running", "paused", "done", "failed");
        badge.getStyleClass().add(StateCell.styleClass(status.state()));
        String why = RunWords.reason(messages, status);
        reason.setText(why);
        reason.setVisible(!why.isBlank());
        String raw = RunReason.details(status.reason());
        printed.setText(raw);
        details.setVisible(!raw.isBlank());
        RunActions can = RunActions.of(status.state(), model.isReadOnly());
        boolean resumes = can.resume() || status.state() == RunState.PAUSED;
        pause.setDisable(!can.pause() && !can.resume());
        cancel.setDisable(!can.cancel());
        curve.sayOfNone(messages.text(RunWords.noCurve(status.state())));
        pause.setGraphic(Icons.icon(resumes ? BootstrapIcons.PLAY_FILL : BootstrapIcons.PAUSE_FILL));
        String words = messages.text(resumes ? RunActions.resumeWords(status.state()) : "train.pauseRun");
        pause.getTooltip().setText(words);
        pause.setAccessibleText(words);
    }

    private void showDetail() {
        Optional<RunDetail> detail = model.detailProperty().get();
        curve.setVisible(detail.isPresent());
        detail.ifPresent(run -> {
            int epochs = model.selected()
                    .map(QueueRow::status)
                    .filter(status -> status.key().equals(run.key()))
                    .map(RunStatus::epochs)
                    .orElse(run.epochs().size());
            curve.show(run, model.marks(), epochs);
        });
        List<String> lines = detail.map(RunDetail::log).orElse(List.of());
        String text = lines.isEmpty() ? messages.text("train.noLog") : String.join("\n", lines);
        if (!text.equals(log.getText())) {
            log.setText(text);
            log.positionCaret(text.length());
            // The text area scrolls to its caret only once it is laid out.
            Platform.runLater(() -> log.setScrollTop(Double.MAX_VALUE));
        }
    }

    private void pauseOrResume() {
        model.selected().ifPresent(row -> {
            if (RunActions.of(row.status().state(), model.isReadOnly()).resume()) {
                model.resume(row.key());
            } else {
                model.pause(row.key());
            }
        });
    }

    private void cancel() {
        model.selected().ifPresent(row -> model.cancel(row.key()));
    }
}
