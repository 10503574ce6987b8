package app.tandem.grouping;

/** Looks after a search that may take long, and can end it. */
@FunctionalInterface
public interface SearchWatch {

    /** Lets a search run to its end. */
    SearchWatch NONE = () -> {};

    /**
     * Called by the searching thread many times a second, so it must be quick.
     *
     * @throws java.util.concurrent.CancellationException if the search is not wanted any more; it ends then without a result
     */
    void look();
}
