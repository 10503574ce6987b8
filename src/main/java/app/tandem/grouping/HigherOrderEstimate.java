package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;
import java.util.Optional;

/**
 * The higher-order approximation, HOA (Standley et al., ICML 2020, section 5): networks of at most two tasks are trained, and
 * the loss of a task t in a larger group G is taken to be
 *
 * <blockquote>L̂(G, t) = mean over u ∈ G \ {t} of L({t, u}, t)</blockquote>
 *
 * with pairs of the same encoder size. The exact search chooses networks on these; those it chose are then trained.
 *
 * <p>Cost: all networks of one and two tasks, n + n/2 + n(n − 1)/2 SNT for the classic pool (17.5 for five tasks), and the
 * chosen larger ones. Limits: it knows nothing of what only happens among three or more; the chosen networks' real losses
 * may be worse, so that its test loss may rise with the budget.
 */
public record HigherOrderEstimate() implements GroupingMethod {

    @Override
    public String id() {
        return "hoa";
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        List<Network> small = small(table);
        List<Network> missing = ChosenNetworks.unmeasured(table, small, Measure.VALIDATION);
        if (!missing.isEmpty()) {
            return new MethodOutcome.Lacking(
                    "HOA needs every network of one and two tasks trained", TrainingBill.of(missing));
        }
        Frontier frontier = GroupingSolver.frontier(estimated(table), SearchOptions.COVER);
        Optional<Selection> best = frontier.at(budget);
        return best.isEmpty()
                ? ChosenNetworks.infeasible(frontier, budget)
                : ChosenNetworks.outcome(table, ChosenNetworks.networksOf(best.get()), TrainingBill.of(small));
    }

    @Override
    public List<Estimate> estimates(LossTable table) {
        return ChosenNetworks.compare(
                table,
                estimated(table),
                Measure.VALIDATION,
                network -> network.tasks().size() > 2);
    }

    private static List<Network> small(LossTable table) {
        return table.networks().stream()
                .filter(network -> network.tasks().size() <= 2)
                .toList();
    }

    /** The table of the same networks, with estimates for those of three and more tasks; no estimate where a pair is missing. */
    private static LossTable estimated(LossTable table) {
        LossTable.Builder estimates = LossTable.builder(table.setting(), table.taskIds(), table.weights());
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            estimates.network(network);
            for (int task : network.tasks()) {
                double loss = network.tasks().size() <= 2
                        ? table.cell(row, task, Measure.VALIDATION).mean()
                        : meanOfPairs(table, network, task);
                if (Double.isFinite(loss)) {
                    estimates.add(network, 0, Measure.VALIDATION, task, loss);
                }
            }
        }
        return estimates.build();
    }

    private static double meanOfPairs(LossTable table, Network network, int task) {
        double sum = 0;
        for (int other : network.tasks().without(task)) {
            Network pair = new Network(TaskSet.of(task, other), network.encoder(), network.sharing());
            int row = table.indexOf(pair);
            sum += row < 0
                    ? Double.NaN
                    : table.cell(row, task, Measure.VALIDATION).mean();
        }
        return sum / (network.tasks().size() - 1);
    }
}
