package app.tandem.owner;

import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunStatus;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes every change on to all who listen. */
final class StudyListeners implements StudyListener {

    private final List<StudyListener> all = new CopyOnWriteArrayList<>();

    void add(StudyListener listener) {
        all.add(listener);
    }

    void remove(StudyListener listener) {
        all.remove(listener);
    }

    @Override
    public void studyChanged(Study study) {
        all.forEach(listener -> listener.studyChanged(study));
    }

    @Override
    public void runChanged(RunStatus status) {
        all.forEach(listener -> listener.runChanged(status));
    }

    @Override
    public void epochFinished(RunKey key, EpochLosses losses) {
        all.forEach(listener -> listener.epochFinished(key, losses));
    }

    @Override
    public void affinitiesMeasured(RunKey key, JointAffinities affinities) {
        all.forEach(listener -> listener.affinitiesMeasured(key, affinities));
    }

    @Override
    public void runEnded(RunKey key, RunResult result) {
        all.forEach(listener -> listener.runEnded(key, result));
    }

    @Override
    public void saveFailed(UserException problem) {
        all.forEach(listener -> listener.saveFailed(problem));
    }

    @Override
    public void halted(String reason) {
        all.forEach(listener -> listener.halted(reason));
    }

    @Override
    public void idle() {
        all.forEach(StudyListener::idle);
    }
}
