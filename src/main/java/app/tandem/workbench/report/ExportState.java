package app.tandem.workbench.report;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far an export is.
 *
 * @param next the file that is made; empty while the dataset is read
 * @param left how long it still takes; empty while nothing is known of it
 */
public record ExportState(Phase phase, int done, int total, String next, Optional<Duration> left) {

    /** What is done now. */
    public enum Phase {
        /** The dataset is decoded, which some tables need. */
        READING,
        /** Tables and figures are made. */
        MAKING,
        /** It is to end, and has not yet. */
        STOPPING
    }

    static final ExportState FIRST = new ExportState(Phase.READING, 0, 0, "", Optional.empty());

    OptionalDouble fraction() {
        return OptionalDouble.of(phase == Phase.MAKING && total > 0 ? done / (double) total : -1);
    }

    ExportState stopping() {
        return new ExportState(Phase.STOPPING, done, total, next, Optional.empty());
    }
}
