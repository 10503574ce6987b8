package app.tandem.report;

/** Hears how far the making of a report has come, and may stop it. Called from the thread that makes it. */
@FunctionalInterface
public interface ReportProgress {

    ReportProgress NONE = (done, total, next) -> {};

    /**
     * Some of the files are made.
     *
     * @param next the file that is made next; empty after the last
     */
    void at(int done, int total, String next);

    /** Whether the report is not wanted any more. */
    default boolean isCancelled() {
        return false;
    }
}
