package app.tandem.workbench.start;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a look at every image is.
 *
 * @param left how long it still takes; empty before that can be told
 */
public record Counted(int done, int total, Optional<Duration> left) {

    private static final int ENOUGH_TO_TELL = 20;

    static Counted of(int done, int total, Duration since) {
        return new Counted(
                done,
                total,
                done < ENOUGH_TO_TELL
                        ? Optional.empty()
                        : Optional.of(since.multipliedBy(total - done).dividedBy(done)));
    }

    /** From 0 to 1. */
    public double fraction() {
        return total == 0 ? 1 : done / (double) total;
    }
}
