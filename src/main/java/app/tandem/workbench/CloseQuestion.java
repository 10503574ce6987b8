package app.tandem.workbench;

import app.tandem.workbench.common.Messages;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** Asked when a study is let go of while runs train, or while something is not saved. */
final class CloseQuestion {

    enum Answer {
        KEEP_TRAINING,
        PAUSE,
        STAY
    }

    private CloseQuestion() {}

    static Answer ask(Stage owner, Messages messages) {
        ButtonType keep = new ButtonType(messages.text("close.keep"), ButtonBar.ButtonData.YES);
        ButtonType pause = new ButtonType(messages.text("close.pause"), ButtonBar.ButtonData.NO);
        ButtonType stay = new ButtonType(messages.text("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, messages.text("close.words"), keep, pause, stay);
        alert.initOwner(owner);
        alert.setTitle("Tandem");
        alert.setHeaderText(messages.text("close.title"));
        ButtonType answer = alert.showAndWait().orElse(stay);
        return answer == keep ? Answer.KEEP_TRAINING : answer == pause ? Answer.PAUSE : Answer.STAY;
    }

    /** Whether to pause the training, as the study is let go of and the window stays. */
    static boolean mayPause(Stage owner, Messages messages) {
        ButtonType pause = new ButtonType(messages.text("close.pauseStudy"), ButtonBar.ButtonData.YES);
        ButtonType stay = new ButtonType(messages.text("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, messages.text("close.studyWords"), pause, stay);
        alert.initOwner(owner);
        alert.setTitle("Tandem");
        alert.setHeaderText(messages.text("close.title"));
        return alert.showAndWait().orElse(stay) == pause;
    }

    /** Whether to close although something is not saved. */
    static boolean mayLose(Stage owner, Messages messages, String reason) {
        ButtonType close = new ButtonType(messages.text("close.lose"), ButtonBar.ButtonData.YES);
        ButtonType stay = new ButtonType(messages.text("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.WARNING, reason, close, stay);
        alert.initOwner(owner);
        alert.setTitle("Tandem");
        alert.setHeaderText(messages.text("close.unsaved"));
        return alert.showAndWait().orElse(stay) == close;
    }
}
