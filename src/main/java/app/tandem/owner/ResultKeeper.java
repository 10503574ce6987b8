package app.tandem.owner;

import app.tandem.run.QueueListener;
import app.tandem.run.RunKey;
import app.tandem.run.RunQueue;
import app.tandem.run.RunResult;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Saves what the queue tells, and passes it on once it is saved. What cannot be saved stops the queue and is kept, to be
 * tried again with whatever comes next and when the user asks for it; the runs' folders hold it in any case.
 */
final class ResultKeeper implements QueueListener {

    private record Save(Runnable write, Runnable tell) {}

    private final StudyFile file;
    private final RunQueue queue;
    private final StudyListener listeners;

    // Guarded by this.
    private final Deque<Save> unsaved = new ArrayDeque<>();
    private Optional<UserException> problem = Optional.empty();

    ResultKeeper(StudyFile file, RunQueue queue, StudyListener listeners) {
        this.file = file;
        this.queue = queue;
        this.listeners = listeners;
    }

    /** Why some results are not in the study's file yet; empty where all are. */
    synchronized Optional<UserException> problem() {
        return problem;
    }

    @Override
    public void statusChanged(RunStatus status) {
        listeners.runChanged(status);
    }

    @Override
    public void epochFinished(RunKey key, EpochLosses losses) {
        keep(() -> file.recordEpoch(key, losses), () -> listeners.epochFinished(key, losses));
    }

    @Override
    public void affinitiesMeasured(RunKey key, JointAffinities affinities) {
        keep(() -> file.recordAffinities(key, affinities), () -> listeners.affinitiesMeasured(key, affinities));
    }

    @Override
    public void runEnded(RunKey key, RunResult result) {
        keep(() -> file.recordResult(key, result), () -> listeners.runEnded(key, result));
    }

    private void keep(Runnable write, Runnable tell) {
        synchronized (this) {
            unsaved.add(new Save(write, tell));
        }
        saveAll().ifPresent(fault -> {
            queue.halt(String.valueOf(fault.getMessage()));
            listeners.saveFailed(fault);
        });
    }

    /**
     * Saves everything that is not saved yet, in the order in which it came.
     *
     * @return what still hinders it
     */
    Optional<UserException> saveAll() {
        List<Runnable> tells = new ArrayList<>();
        Optional<UserException> now;
        synchronized (this) {
            problem = save(tells);
            now = problem;
        }
        tells.forEach(Runnable::run);
        return now;
    }

    private Optional<UserException> save(List<Runnable> saved) {
        while (!unsaved.isEmpty()) {
            try {
                unsaved.element().write.run();
            } catch (UserException e) {
                return Optional.of(new UserException(
                        "Results could not be saved: " + e.what(),
                        e.where(),
                        e.remedy() + ". They are safe in the folders of their runs, and training goes on from there",
                        e));
            }
            saved.add(unsaved.remove().tell);
        }
        return Optional.empty();
    }

    @Override
    public void halted(String reason) {
        listeners.halted(reason);
    }

    @Override
    public void idle() {
        listeners.idle();
    }
}
