package app.tandem.workbench.queue;

import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.workbench.common.Messages;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A thin bar for a run that has begun and not ended well; nothing for the others, so that the eye finds what moves. */
final class ProgressCell extends TableCell<QueueRow, RunStatus> {

    private final Messages messages;
    private final ProgressBar bar = new ProgressBar(0);

    ProgressCell(Messages messages) {
        this.messages = messages;
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.prefWidthProperty().bind(widthProperty().subtract(20));
    }

    @Override
    protected void updateItem(@Nullable RunStatus status, boolean empty) {
        super.updateItem(status, empty);
        boolean shown = !empty && status != null && status.state() != RunState.DONE && status.fraction() > 0;
        if (!shown || status == null) {
            setGraphic(null);
            return;
        }
        bar.setProgress(Math.min(1, status.fraction()));
        bar.getStyleClass().removeAll("calm", "running", "paused", "failed");
        bar.getStyleClass().add(StateCell.styleClass(status.state()));
        bar.setAccessibleText(messages.text("train.epochOf", status.epoch(), status.epochs()));
        setGraphic(bar);
    }
}
