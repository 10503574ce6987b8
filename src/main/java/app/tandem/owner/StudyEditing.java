package app.tandem.owner;

import app.tandem.store.StudyFile;
import app.tandem.study.EditHistory;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The design of an open study: its edits, saved as they are made, and each to be undone and done again. Thread-safe. */
final class StudyEditing {

    private final EditHistory history;
    private final Autosave autosave;
    private final Consumer<Study> changed;

    /**
     * @param later on which a save that failed is tried again
     * @param changed told of every edit, and when a save that had failed succeeds; not under a lock
     */
    StudyEditing(StudyFile file, Executor later, Consumer<Study> changed) {
        this.history = new EditHistory(file.study());
        this.autosave = new Autosave(file, history, later, () -> changed.accept(study()));
        this.changed = changed;
    }

    Study study() {
        synchronized (history) {
            return history.study();
        }
    }

    /** @throws UserException if the edit does not fit, or asks for an encoder that does not exist */
    Study edit(StudyEdit edit) {
        return change(() -> {
            EncoderCheck.requireBuildable(history.study(), edit.apply(history.study()));
            return history.edit(edit);
        });
    }

    Study undo() {
        return change(() -> {
            history.undo();
            return history.study();
        });
    }

    Study redo() {
        return change(() -> {
            history.redo();
            return history.study();
        });
    }

    boolean canUndo() {
        synchronized (history) {
            return history.canUndo();
        }
    }

    boolean canRedo() {
        synchronized (history) {
            return history.canRedo();
        }
    }

    private Study change(Supplier<Study> edit) {
        Study after;
        synchronized (history) {
            Study before = history.study();
            after = edit.get();
            if (after.equals(before)) {
                return after;
            }
            autosave.save();
        }
        changed.accept(after);
        return after;
    }

    /** Why the last edits are not on disk; empty where they are. */
    Optional<UserException> unsaved() {
        return autosave.fault();
    }

    /** @throws UserException if the last edits are lost */
    void close() {
        autosave.close();
    }
}
