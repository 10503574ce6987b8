package app.tandem.run;

import app.tandem.training.EpochLosses;

/** Told what happens in a queue, in order, one call at a time, on the queue's executor. */
public interface QueueListener {

    default void statusChanged(RunStatus status) {}

    /** An epoch's losses; after a restart the same epoch can come again, with the same losses. */
    default void epochFinished(RunKey key, EpochLosses losses) {}

    default void runEnded(RunKey key, RunResult result) {}

    /** The queue stopped by itself; {@code reason} is for the user. */
    default void halted(String reason) {}

    /** Nothing runs, and nothing will be started until the user asks for it. */
    default void idle() {}
}
