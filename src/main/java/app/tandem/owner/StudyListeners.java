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
import java.util.function.Consumer;

/** Passes every change on to all who listen. */
final class StudyListeners implements StudyListener {

    private final List<StudyListener> all = new CopyOnWriteArrayList<>();
    private final List<StudyListener> afterwards = new CopyOnWriteArrayList<>();

    void add(StudyListener listener) {
        all.add(listener);
    }

    void remove(StudyListener listener) {
        all.remove(listener);
    }

    /** Adds one that hears everything after all others. */
    void follow(StudyListener last) {
        afterwards.add(last);
    }

    private void tell(Consumer<StudyListener> what) {
        all.forEach(what);
        afterwards.forEach(what);
    }

    @Override
    public void studyChanged(Study study) {
        tell(listener -> listener.studyChanged(study));
    }

    @Override
    public void runChanged(RunStatus status) {
        tell(listener -> listener.runChanged(status));
    }

    @Override
    public void epochFinished(RunKey key, EpochLosses losses) {
        tell(listener -> listener.epochFinished(key, losses));
    }

    @Override
    public void affinitiesMeasured(RunKey key, JointAffinities affinities) {
        tell(listener -> listener.affinitiesMeasured(key, affinities));
    }

    @Override
    public void runEnded(RunKey key, RunResult result) {
        tell(listener -> listener.runEnded(key, result));
    }

    @Override
    public void guidedChanged() {
        tell(StudyListener::guidedChanged);
    }

    @Override
    public void saveFailed(UserException problem) {
        tell(listener -> listener.saveFailed(problem));
    }

    @Override
    public void halted(String reason) {
        tell(listener -> listener.halted(reason));
    }

    @Override
    public void idle() {
        tell(StudyListener::idle);
    }
}
