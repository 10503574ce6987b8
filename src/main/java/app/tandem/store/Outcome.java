package app.tandem.store;

/** How a run's outcome is written. */
final class Outcome {

    static final String FINISHED = "finished";
    static final String DIVERGED = "diverged";
    static final String FAILED = "failed";

    private Outcome() {}
}
