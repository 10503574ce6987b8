package app.tandem.workbench;

import app.tandem.owner.FaultLog;
import app.tandem.study.UserException;
import app.tandem.workbench.common.FaultDetails;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Short messages in the corner: what was done goes away by itself, what went wrong stays until it is closed. */
final class Notices extends VBox {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final Duration SHOWN = Duration.seconds(6);
    private static final int MOST = 3;

    private final Threads threads;
    private final Path cache;
    private Messages messages = Messages.in(Language.ENGLISH);

    /** @param cache the folder in which faults of Tandem's own are written down */
    Notices(Threads threads, Path cache) {
        super(8);
        this.threads = threads;
        this.cache = cache;
        setId("notices");
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMouseTransparent(false);
    }

    /** Takes every message away. */
    void clear() {
        getChildren().clear();
    }

    void speak(Messages now) {
        messages = now;
    }

    /** An edit was made; the message goes as soon as something is undone. */
    void tellEdit(String words, ObservableBooleanValue undone) {
        Notice notice = tell(words);
        undone.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> property, Boolean before, Boolean now) {
                if (now) {
                    undone.removeListener(this);
                    getChildren().remove(notice);
                }
            }
        });
    }

    /** Something was done. */
    Notice tell(String words) {
        Notice notice = add(words, "done", List.of());
        PauseTransition wait = new PauseTransition(SHOWN);
        wait.setOnFinished(event -> getChildren().remove(notice));
        wait.play();
        return notice;
    }

    /** Something went wrong; what the user cannot put right is written down with its trace first. */
    void fault(Throwable fault) {
        if (fault instanceof UserException) {
            add(messages.fault(fault), "failed", FaultDetails.of(fault));
            return;
        }
        LOG.log(System.Logger.Level.DEBUG, "a fault that nobody can put right in the window", fault);
        try {
            threads.background().execute(() -> {
                FaultLog.Entry entry = FaultLog.record(cache, fault);
                threads.window().execute(() -> unexpected(fault, entry));
            });
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.ERROR, "a fault while the window closes", fault);
        }
    }

    private void unexpected(Throwable fault, FaultLog.Entry entry) {
        List<String> details = new ArrayList<>();
        details.add(entry.code() + ", " + FaultDetails.machine());
        details.addAll(FaultDetails.of(fault));
        details.add(entry.unwritten()
                .map(why -> messages.text("error.noLog", entry.file().toString(), why.toString()))
                .orElse(messages.text("error.log", entry.file().toString())));
        add(messages.text("error.fault", entry.code()), "failed", details);
    }

    private Notice add(String words, String kind, List<String> details) {
        Notice made = new Notice(
                words, kind, details, messages, notice -> getChildren().remove(notice));
        getChildren()
                .removeIf(node -> node instanceof Notice same && same.words().equals(words));
        getChildren().add(made);
        if (getChildren().size() > MOST) {
            getChildren().remove(0);
        }
        return made;
    }
}
