package app.tandem.data;

/**
 * Hears how far a long job has come. Called from the thread that does the job; a {@link java.util.concurrent.CancellationException}
 * that it throws ends the job, which leaves nothing half-written.
 */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    /**
     * Some of the work is done.
     *
     * @param done how many images are done
     * @param total how many there are
     */
    void at(int done, int total);
}
