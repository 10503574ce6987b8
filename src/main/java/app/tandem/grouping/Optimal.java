package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exhaustive training: every candidate is trained, and {@link GroupingSolver} finds the best grouping (Standley et al., ICML
 * 2020, section 3). It is what the others are measured by.
 *
 * <p>Cost: the whole pool, 2<sup>n</sup> − 1 + n/2 SNT for the classic pool of n tasks: 33.5 for five, 1028 for ten. In a
 * table with holes it is the best of what was measured and costs that.
 */
public record Optimal() implements GroupingMethod {

    @Override
    public String id() {
        return "optimal";
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        Frontier frontier = GroupingSolver.frontier(table, SearchOptions.COVER);
        Optional<Selection> best = frontier.at(budget);
        if (best.isEmpty()) {
            return ChosenNetworks.infeasible(frontier, budget);
        }
        List<Network> trained = new ArrayList<>();
        for (int row = 0; row < table.networks().size(); row++) {
            if (table.isMeasured(row, Measure.VALIDATION)) {
                trained.add(table.networks().get(row));
            }
        }
        return new MethodOutcome.Chosen(best.get(), TrainingBill.of(trained));
    }
}
