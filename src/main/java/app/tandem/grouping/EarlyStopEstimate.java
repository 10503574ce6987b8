package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import java.util.List;
import java.util.Optional;

/**
 * The early-stopping approximation, ESA (Standley et al., ICML 2020, section 5): every candidate is trained for the first 20 %
 * of the schedule, and its validation losses there,
 *
 * <blockquote>L̂(G, t) = L<sub>20 %</sub>(G, t),</blockquote>
 *
 * choose the networks, which are then trained to the end.
 *
 * <p>Cost: a fifth of the pool, 6.7 SNT for the classic pool of five tasks, and four fifths of the chosen networks more.
 * Limits: it grows with the pool, 2<sup>n</sup>, and what learns fastest is often not what ends best: in the published
 * settings its groupings lose 3 to 10 % against the optimum.
 */
public record EarlyStopEstimate() implements GroupingMethod {

    @Override
    public String id() {
        return "esa";
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        List<Network> missing = ChosenNetworks.unmeasured(table, table.networks(), Measure.EARLY);
        if (!missing.isEmpty()) {
            return new MethodOutcome.Lacking(
                    "ESA needs the losses of every candidate at 20 % of the schedule",
                    TrainingBill.of(List.of(), missing));
        }
        Frontier frontier = GroupingSolver.frontier(table, new SearchOptions(Measure.EARLY, false));
        Optional<Selection> best = frontier.at(budget);
        return best.isEmpty()
                ? ChosenNetworks.infeasible(frontier, budget)
                : ChosenNetworks.outcome(
                        table, ChosenNetworks.networksOf(best.get()), TrainingBill.of(List.of(), table.networks()));
    }

    @Override
    public List<Estimate> estimates(LossTable table) {
        return ChosenNetworks.compare(
                table, table, Measure.EARLY, network -> network.tasks().size() > 1);
    }
}
