package app.tandem.run;

import java.util.Optional;

/** Notices that runs fail one after the other in the same way, so that a night's queue is not burnt on one cause. */
final class TripWire {

    static final int ALIKE = 3;

    private String last = "";
    private int inARow;

    /** The reason to stop, if this was the third failure alike in a row. */
    Optional<String> ended(RunResult result) {
        if (!(result instanceof RunResult.Failed failed)) {
            reset();
            return Optional.empty();
        }
        // Numbers, such as sizes and addresses, differ between failures of one cause.
        String cause = failed.failure() + failed.reason().replaceAll("[0-9a-f]*\\d[0-9a-f]*", "#");
        inARow = cause.equals(last) ? inARow + 1 : 1;
        last = cause;
        return inARow < ALIKE
                ? Optional.empty()
                : Optional.of(inARow + " runs in a row failed alike. " + RunReason.words(failed.reason()));
    }

    void reset() {
        last = "";
        inARow = 0;
    }
}
