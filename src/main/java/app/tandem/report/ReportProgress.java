package app.tandem.report;

/** Hears how far the making of a report has come, and may stop it. Called by one thread at a time of those that make it. */
@FunctionalInterface
public interface ReportProgress {

    ReportProgress NONE = (done, total, next) -> {};

    /**
     * Some of the files are made.
     *
     * @param next a file that is begun now; empty after the last
     */
    void at(int done, int total, String next);

    /** Whether the report is not wanted any more. */
    default boolean isCancelled() {
        return false;
    }
}
