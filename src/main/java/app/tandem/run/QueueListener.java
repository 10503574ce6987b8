package app.tandem.run;

import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;

/** Told what happens in a queue, in order, one call at a time, on the queue's executor. */
public interface QueueListener {

    default void statusChanged(RunStatus status) {}

    /** An epoch's losses; after a restart the same epoch can come again, with the same losses. */
    default void epochFinished(RunKey key, EpochLosses losses) {}

    /** The affinities of a joint run as measured so far; told before the epoch that ended, and all again after a restart. */
    default void affinitiesMeasured(RunKey key, JointAffinities affinities) {}

    default void runEnded(RunKey key, RunResult result) {}

    /** The queue stopped by itself; {@code reason} is for the user. */
    default void halted(String reason) {}

    /** Nothing runs, and nothing will be started until the user asks for it. */
    default void idle() {}
}
