package app.tandem.grouping;

/** The programme over sets of tasks would take too much time or memory; the networks are to be searched instead. */
final class SearchTooLargeException extends Exception {

    private static final long serialVersionUID = 1L;
}
