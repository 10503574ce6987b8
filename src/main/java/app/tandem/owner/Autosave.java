package app.tandem.owner;

import app.tandem.store.StudyFile;
import app.tandem.study.EditHistory;
import app.tandem.study.UserException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Saves a study after every edit, before the edit is told to anyone. What cannot be saved is kept in memory and tried again
 * until it is; undo and redo go on meanwhile.
 */
final class Autosave {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final StudyFile file;
    private final EditHistory history;
    private final Executor later;
    private final Runnable changed;

    // Guarded by the history, as are the saves.
    private Optional<UserException> fault = Optional.empty();
    private boolean closed;

    /**
     * @param history holds what is saved; its lock is held while saving
     * @param later on which it is tried again
     * @param changed told when a save that had failed succeeds; not under the lock
     */
    Autosave(StudyFile file, EditHistory history, Executor later, Runnable changed) {
        this.file = file;
        this.history = history;
        this.later = CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS, later);
        this.changed = changed;
    }

    /** Saves the study as it is now; what goes wrong is in {@link #fault}, and is tried again. */
    void save() {
        synchronized (history) {
            boolean waits = fault.isPresent();
            fault = trySave();
            if (fault.isPresent() && !waits) {
                later.execute(this::again);
            }
        }
    }

    private void again() {
        synchronized (history) {
            if (closed || fault.isEmpty()) {
                return;
            }
            fault = trySave();
            if (fault.isPresent()) {
                later.execute(this::again);
                return;
            }
        }
        changed.run();
    }

    private Optional<UserException> trySave() {
        try {
            file.save(history.study());
            return Optional.empty();
        } catch (UserException e) {
            return Optional.of(new UserException(
                    "The last edits are not saved yet: " + e.what(),
                    e.where(),
                    e.remedy() + ". They are kept while Tandem runs, and saved as soon as that works",
                    e));
        }
    }

    /** Why the last edits are not saved; empty where they are. */
    Optional<UserException> fault() {
        synchronized (history) {
            return fault;
        }
    }

    /**
     * Tries a last time where that is needed.
     *
     * @throws UserException if the last edits are lost
     */
    void close() {
        synchronized (history) {
            closed = true;
            if (fault.isPresent()) {
                fault = trySave();
            }
            fault.ifPresent(lost -> {
                throw new UserException(
                        "The last edits were not saved and are lost",
                        lost.where(),
                        "Open the study again; it is as it was before them",
                        lost);
            });
        }
    }
}
