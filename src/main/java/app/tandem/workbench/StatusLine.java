package app.tandem.workbench;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TrainingState;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.queue.QueueModel;
import app.tandem.workbench.queue.QueueSummary;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The bottom line: what the machine does, how far it is, and how the figures are meant. */
final class StatusLine extends HBox {

    private final QueueModel queue;
    private final Messages messages;
    private final Label workers = Icons.whole("");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label runs = Icons.whole("");

    /** @param works what is under way beside training */
    StatusLine(QueueModel queue, WorkIndicator works, Messages messages, Watch watch) {
        this.queue = queue;
        this.messages = messages;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        workers.setGraphic(Icons.icon(BootstrapIcons.CPU));
        workers.setId("status-workers");
        runs.setId("status-runs");
        progress.getStyleClass().addAll("thin", "running");
        progress.setPrefWidth(180);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label rule = Icons.whole(messages.text("status.rule"));
        rule.setId("status-rule");
        getChildren().setAll(workers, progress, runs, works, space, rule);
        watch.on(queue.updatesProperty(), update -> show());
        show();
    }

    private void show() {
        if (!queue.isRead()) {
            workers.setText(messages.text("train.reading"));
            progress.setVisible(false);
            return;
        }
        QueueSummary now = queue.summaryProperty().get();
        workers.setText(workers(now));
        progress.setProgress(now.fraction());
        progress.setVisible(now.total() > 0);
        runs.setText(runs(now, queue.timeLeftProperty().get()));
    }

    private String workers(QueueSummary now) {
        if (now.running() == 0) {
            boolean paused = queue.trainingProperty().get() == TrainingState.PAUSED;
            return messages.text(paused ? "status.paused" : "status.idle");
        }
        if (now.imagesPerSecond() == 0) {
            return messages.text(now.running() == 1 ? "status.workerStarts" : "status.workersStart", now.running());
        }
        String speed = String.format(Locale.ROOT, "%.0f", now.imagesPerSecond());
        return messages.text(now.running() == 1 ? "status.worker" : "status.workers", now.running(), speed);
    }

    private String runs(QueueSummary now, Optional<Duration> timeLeft) {
        if (now.total() == 0) {
            return messages.text("status.noRuns");
        }
        String count = messages.text("status.runs", now.ended(), now.total());
        String failed = now.failed() > 0 ? " · " + messages.text("status.failed", now.failed()) : "";
        String left = timeLeft.filter(
                        time -> now.isActive() && queue.trainingProperty().get() != TrainingState.NOT_STARTED)
                .map(time -> " · " + messages.text("status.left", messages.duration(time)))
                .orElse("");
        String cancelled = now.cancelled() > 0 ? " · " + messages.text("status.cancelled", now.cancelled()) : "";
        return count + cancelled + failed + left;
    }
}
