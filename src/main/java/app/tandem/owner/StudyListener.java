package app.tandem.owner;

import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunStatus;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;

/** Told what changes in an open study. Called on whatever thread made the change; must return soon. */
public interface StudyListener {

    /** The design was edited. */
    default void studyChanged(Study study) {}

    default void runChanged(RunStatus status) {}

    /** An epoch was trained and saved. */
    default void epochFinished(RunKey key, EpochLosses losses) {}

    /** The affinities of a joint run were measured, as far as it is, and saved. */
    default void affinitiesMeasured(RunKey key, JointAffinities affinities) {}

    /** A run ended and its result is saved; the losses of its setting are new. */
    default void runEnded(RunKey key, RunResult result) {}

    /** A guided training chose, learned, ended or cannot go on. */
    default void guidedChanged() {}

    /** A result could not be saved, and the queue was stopped; it is kept and tried again. */
    default void saveFailed(UserException problem) {}

    /** The queue stopped by itself; {@code reason} is for the user. */
    default void halted(String reason) {}

    /** Nothing runs any more. */
    default void idle() {}
}
