package app.tandem.workbench.board;

import app.tandem.grouping.LossEstimates;
import app.tandem.loss.LossCell;
import app.tandem.study.Cost;
import java.util.Optional;

/**
 * A card that is held over a place that takes it.
 *
 * @param cost of the grouping after the drop
 * @param loss that the task has in the network which the drop would make, where that is measured already; else absent
 * @param estimate of that loss; empty where it is measured, or nothing is foretold
 */
public record Preview(
        Held held, Target target, boolean copy, Cost cost, LossCell loss, Optional<LossEstimates.Expected> estimate) {

    boolean isOf(Held card, Target place, boolean copies) {
        return held.equals(card) && target.equals(place) && copy == copies;
    }
}
