package app.tandem.workbench.common;

/** What the queue as a whole does. */
public enum TrainingState {
    /** There are runs to train that nobody has started. */
    NOT_STARTED,
    /** Runs are started as devices are free, or all are done. */
    GOING,
    /** Nothing starts until the user says so. */
    PAUSED
}
