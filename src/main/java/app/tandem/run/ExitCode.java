package app.tandem.run;

/** How a worker's process ends. {@code result.json} and the checkpoint are the truth; these only speed things up. */
public final class ExitCode {

    /** {@code result.json} tells how the run ended. */
    public static final int ENDED = 0;

    /** Ended on request; goes on from the checkpoint of its last epoch when started again. */
    public static final int STOPPED = 10;

    /** The command line was wrong. */
    public static final int USAGE = 64;

    /** {@code job.json} cannot be used. */
    public static final int BAD_JOB = 65;

    /** A fault of Tandem; {@code result.json} says which. */
    public static final int INTERNAL = 70;

    /** Out of memory; {@code result.json} says where. */
    public static final int OUT_OF_MEMORY = 71;

    /** Another worker holds the run's lock. */
    public static final int LOCKED = 75;

    private ExitCode() {}
}
