package app.tandem.run;

/** Where a run stands. */
public enum RunState {
    /** In line behind others, or in a queue that was not started or is paused. */
    QUEUED,
    /** Next in line; every device it could run on is taken. */
    WAITING_FOR_DEVICE,
    /** Its worker is alive. */
    RUNNING,
    /** Taken off its device by the user; it goes on from its checkpoint. */
    PAUSED,
    /** Trained to the end; its losses are known. */
    DONE,
    /** Ended by an error, which {@link RunStatus#reason} names. */
    FAILED,
    /** Its loss left the finite numbers; it has no result, and trained again the same way would have none. */
    DIVERGED,
    /** Taken out by the user. */
    CANCELLED;

    /** Whether nothing more happens to the run unless the user asks for it. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == DIVERGED || this == CANCELLED;
    }
}
