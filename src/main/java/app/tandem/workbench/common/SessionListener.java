package app.tandem.workbench.common;

/** Hears what changes in an open study. */
@FunctionalInterface
public interface SessionListener {

    /** What changed. */
    enum Change {
        /** The design, what can be undone, or whether it is saved. */
        STUDY,
        /** The state or the progress of a run. */
        RUNS,
        /** A run finished an epoch. */
        EPOCHS,
        /** A run ended, and the loss table has more. */
        LOSSES
    }

    void changed(Change change);
}
