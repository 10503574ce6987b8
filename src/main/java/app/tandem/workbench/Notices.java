package app.tandem.workbench;

import app.tandem.study.UserException;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Messages;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Short messages in the corner: what was done goes away by itself, what went wrong stays until it is closed. */
final class Notices extends VBox {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final Duration SHOWN = Duration.seconds(6);
    private static final int MOST = 3;

    private Messages messages = Messages.in(Language.ENGLISH);

    Notices() {
        super(8);
        setId("notices");
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMouseTransparent(false);
    }

    void speak(Messages now) {
        messages = now;
    }

    /** Something was done. */
    void tell(String words) {
        HBox notice = add(words, BootstrapIcons.CHECK_CIRCLE_FILL, "done");
        PauseTransition wait = new PauseTransition(SHOWN);
        wait.setOnFinished(event -> getChildren().remove(notice));
        wait.play();
    }

    /** Something went wrong; what the user cannot put right is logged with its trace as well. */
    void fault(Throwable fault) {
        if (!(fault instanceof UserException)) {
            LOG.log(System.Logger.Level.ERROR, "a fault that nobody can put right in the window", fault);
        }
        add(messages.fault(fault), BootstrapIcons.EXCLAMATION_CIRCLE_FILL, "failed");
    }

    private HBox add(String words, Ikon ikon, String kind) {
        Label text = Icons.label(words);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox notice = new HBox(10);
        Button close = Icons.iconButton(BootstrapIcons.X, messages.text("common.close"), () -> getChildren()
                .remove(notice));
        close.getStyleClass().add("flat");
        notice.getChildren().setAll(Icons.icon(ikon, "state-icon", kind), text, close);
        notice.setAlignment(Pos.TOP_LEFT);
        notice.getStyleClass().addAll("notice", kind);
        notice.setMaxWidth(420);
        notice.setMaxHeight(USE_PREF_SIZE);
        getChildren().removeIf(node -> node.getUserData() instanceof String same && same.equals(words));
        notice.setUserData(words);
        getChildren().add(notice);
        if (getChildren().size() > MOST) {
            getChildren().remove(0);
        }
        return notice;
    }
}
