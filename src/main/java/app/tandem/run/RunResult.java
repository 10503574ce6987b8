package app.tandem.run;

import app.tandem.loss.Measure;
import app.tandem.training.EpochLosses;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How a run ended. */
public sealed interface RunResult {

    /**
     * Trained to the end.
     *
     * @param reportedEpoch counted from 1: the one that minimises the weighted sum of all validation losses. All losses
     *     are this epoch's, but for {@link Measure#EARLY}. {@link #EPOCH_UNKNOWN} where they were measured elsewhere
     * @param losses measure to task id to loss; no test losses where the dataset has no test split
     */
    record Finished(int reportedEpoch, Map<Measure, Map<String, Double>> losses, Provenance provenance)
            implements RunResult {

        /** The reported epoch of losses that were measured elsewhere. */
        public static final int EPOCH_UNKNOWN = 0;

        /** @throws IllegalArgumentException if a loss is not finite */
        public Finished {
            Map<Measure, Map<String, Double>> copy = new EnumMap<>(Measure.class);
            losses.forEach((measure, byTask) -> copy.put(measure, EpochLosses.finite(byTask)));
            losses = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * A loss or a gradient left the finite numbers.
     *
     * @param step the step, counted from 1, at which it did
     * @param remedies what may help, each a sentence without its full stop
     */
    record Diverged(long step, List<String> remedies, Provenance provenance) implements RunResult {
        public Diverged {
            remedies = List.copyOf(remedies);
        }
    }

    /** Ended by an error. */
    record Failed(Failure failure, String reason) implements RunResult {}

    /** The kinds of failure; several alike in a row stop the queue. */
    enum Failure {
        /** The job cannot be read or asks for what does not exist. */
        BAD_JOB,
        /** Something the user can put right: the reason says it. */
        USER,
        /** The heap, direct buffers or the device ran out of memory. */
        OUT_OF_MEMORY,
        /** The process ended again and again without getting further. */
        CRASHED,
        /** The process could not be started. */
        NOT_STARTED,
        /** A fault of Tandem. */
        INTERNAL
    }
}
