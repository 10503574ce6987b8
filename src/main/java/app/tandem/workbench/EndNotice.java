package app.tandem.workbench;

import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TrainingState;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.queue.QueueSummary;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Tells when the last run of a queue that was seen training has ended, also to who looks elsewhere. */
final class EndNotice {

    private static final Duration SHOWN = Duration.seconds(12);

    private final OpenStudy study;
    private final Messages messages;
    private final Node owner;
    private final Runnable showBest;
    private boolean trained;
    private Optional<Window> shown = Optional.empty();

    /** @param showBest what a click on the notice does */
    EndNotice(OpenStudy study, Messages messages, Node owner, Runnable showBest, Watch watch) {
        this.study = study;
        this.messages = messages;
        this.owner = owner;
        this.showBest = showBest;
        watch.on(study.queue().summaryProperty(), this::look);
        // A guided training ends a moment after its last run.
        watch.on(
                study.queue().guidedProperty(),
                guided -> look(study.queue().summaryProperty().get()));
        watch.atEnd(() -> shown.ifPresent(Window::hide));
        look(study.queue().summaryProperty().get());
    }

    private void look(QueueSummary queue) {
        if (queue.running() > 0) {
            trained = true;
        } else if (trained && hasEnded(queue)) {
            trained = false;
            tell(queue);
        }
    }

    private boolean hasEnded(QueueSummary queue) {
        return queue.total() > 0
                && queue.waiting() == 0
                && queue.paused() == 0
                && study.queue()
                        .guidedProperty()
                        .get()
                        .filter(GuidedState::isGoing)
                        .isEmpty()
                && study.queue().trainingProperty().get() == TrainingState.GOING;
    }

    private void tell(QueueSummary queue) {
        boolean guided = study.queue().guidedProperty().get().isPresent();
        String words = queue.failed() == 0
                ? messages.text(
                        guided ? "end.guided" : "end.all", study.nameProperty().get(), queue.ended())
                : messages.text("end.some", study.nameProperty().get(), queue.ended(), queue.failed());
        List<Window> before = List.copyOf(Window.getWindows());
        Notifications.create()
                .owner(owner)
                .text(words)
                .graphic(Icons.icon(
                        queue.failed() == 0 ? BootstrapIcons.CHECK_CIRCLE_FILL : BootstrapIcons.EXCLAMATION_CIRCLE_FILL,
                        "state-icon",
                        queue.failed() == 0 ? "done" : "failed"))
                .styleClass("plain-notification")
                .hideAfter(SHOWN)
                .position(Pos.BOTTOM_RIGHT)
                .onAction(event -> showBest.run())
                .show();
        // ControlsFX hands out no handle by which it could be hidden with its study.
        shown = Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && !before.contains(window))
                .findFirst();
    }
}
