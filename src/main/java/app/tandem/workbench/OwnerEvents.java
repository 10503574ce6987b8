package app.tandem.workbench;

import app.tandem.owner.StudyListener;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunStatus;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.workbench.common.SessionListener;
import app.tandem.workbench.common.SessionListener.Change;

/** Says in the window's words what an owner tells. */
final class OwnerEvents implements StudyListener {

    private final SessionListener listener;

    OwnerEvents(SessionListener listener) {
        this.listener = listener;
    }

    @Override
    public void studyChanged(Study study) {
        listener.changed(Change.STUDY);
    }

    @Override
    public void runChanged(RunStatus status) {
        listener.changed(Change.RUNS);
    }

    @Override
    public void epochFinished(RunKey key, EpochLosses losses) {
        listener.changed(Change.EPOCHS);
    }

    @Override
    public void runEnded(RunKey key, RunResult result) {
        listener.changed(Change.LOSSES);
    }

    @Override
    public void guidedChanged() {
        listener.changed(Change.RUNS);
    }

    @Override
    public void saveFailed(UserException problem) {
        listener.changed(Change.STUDY);
    }

    @Override
    public void halted(String reason) {
        listener.changed(Change.RUNS);
    }

    @Override
    public void idle() {
        listener.changed(Change.RUNS);
    }
}
