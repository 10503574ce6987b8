package app.tandem.workbench.queue;

import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The state of a run: an icon in the colour of its kind, and a word. */
final class StateCell extends TableCell<QueueRow, RunStatus> {

    private static final double WIDEST_TOOLTIP = 480;

    private final Messages messages;

    StateCell(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected void updateItem(@Nullable RunStatus status, boolean empty) {
        super.updateItem(status, empty);
        if (empty || status == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setText(RunWords.state(messages, status));
        setGraphic(Icons.icon(icon(status.state()), "state-icon", styleClass(status.state())));
        setTooltip(status.reason().isBlank() ? null : tooltip(RunWords.reason(messages, status)));
    }

    private static Tooltip tooltip(String words) {
        Tooltip tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        return tooltip;
    }

    static Ikon icon(RunState state) {
        return switch (state) {
            case QUEUED -> BootstrapIcons.CIRCLE;
            case WAITING_FOR_DEVICE -> BootstrapIcons.HOURGLASS_SPLIT;
            case RUNNING -> BootstrapIcons.PLAY_CIRCLE_FILL;
            case PAUSED -> BootstrapIcons.PAUSE_CIRCLE;
            case DONE -> BootstrapIcons.CHECK_CIRCLE_FILL;
            case FAILED -> BootstrapIcons.X_CIRCLE_FILL;
            case DIVERGED -> BootstrapIcons.EXCLAMATION_CIRCLE_FILL;
            case CANCELLED -> BootstrapIcons.SLASH_CIRCLE;
        };
    }

    static String styleClass(RunState state) {
        return switch (state) {
            case QUEUED, WAITING_FOR_DEVICE, CANCELLED -> "calm";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case DONE -> "done";
            case FAILED, DIVERGED -> "failed";
        };
    }
}
