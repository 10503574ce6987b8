package app.tandem.owner;

import app.tandem.run.QueueListener;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.training.EpochLosses;

/** Saves what the queue tells, and passes it on once it is saved. */
final class ResultKeeper implements QueueListener {

    private final StudyFile file;
    private final StudyListener listeners;

    ResultKeeper(StudyFile file, StudyListener listeners) {
        this.file = file;
        this.listeners = listeners;
    }

    @Override
    public void statusChanged(RunStatus status) {
        listeners.runChanged(status);
    }

    @Override
    public void epochFinished(RunKey key, EpochLosses losses) {
        file.recordEpoch(key, losses);
        listeners.epochFinished(key, losses);
    }

    @Override
    public void runEnded(RunKey key, RunResult result) {
        file.recordResult(key, result);
        listeners.runEnded(key, result);
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
