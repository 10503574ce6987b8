package app.tandem.grouping;

import app.tandem.study.Network;
import java.util.List;
import java.util.OptionalDouble;

/** What a method comes to at one budget. */
public sealed interface MethodOutcome {

    /**
     * It chose networks, and all of them were trained.
     *
     * @param selection the grouping, with who serves decided by the final validation losses; a network that serves nobody
     *     stays, for it was chosen and paid for
     * @param bill everything that had to be trained, the chosen networks included
     */
    record Chosen(Selection selection, TrainingBill bill) implements MethodOutcome {}

    /**
     * It chose networks of which some are not trained yet.
     *
     * @param networks all that it chose
     * @param missing those that have no losses yet
     */
    record Untrained(List<Network> networks, List<Network> missing) implements MethodOutcome {
        public Untrained {
            networks = List.copyOf(networks);
            missing = List.copyOf(missing);
        }
    }

    /**
     * It cannot choose before more is known.
     *
     * @param why a sentence without its full stop
     * @param missing the runs that it needs: trained to the end, or only for the first 20 % of the schedule; empty where no
     *     run would help
     */
    record Lacking(String why, TrainingBill missing) implements MethodOutcome {}

    /**
     * Many groupings rather than one.
     *
     * @param meanValidationLoss over the groupings
     * @param meanTestLoss over the groupings; empty if any of their test losses is missing
     * @param worst the one with the highest test loss, or validation loss where there is no test loss
     * @param example the first that was drawn
     * @param meanCost what training one of them costs on average, in SNT
     */
    record Spread(
            double meanValidationLoss, OptionalDouble meanTestLoss, Selection worst, Selection example, double meanCost)
            implements MethodOutcome {}
}
