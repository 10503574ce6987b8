package app.tandem.training;

/** A loss or a gradient is infinite or not a number. */
final class NotFiniteException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param what what is not finite, such as “the gradient” */
    NotFiniteException(String what) {
        super(what);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
