package app.tandem.owner;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.RunnerUps;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.SearchWatch;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.util.List;
import java.util.Optional;

/**
 * The best grouping of a setting at a budget.
 *
 * @param options what the search was allowed to select
 * @param table the losses it was made from
 * @param best empty where the budget pays for none
 * @param problem why there is none; empty where there is one
 * @param runnerUps the next best, best first
 */
public record GroupingSuggestion(
        SearchOptions options,
        LossTable table,
        Budget budget,
        Optional<Selection> best,
        String problem,
        List<Selection> runnerUps) {

    /** How many runner-ups a suggestion has. */
    public static final int RUNNER_UPS = 3;

    public GroupingSuggestion {
        runnerUps = List.copyOf(runnerUps);
    }

    /**
     * The best cover at a budget, with its runner-ups.
     *
     * @param frontier of the table's covers
     * @param watch may end the search for the runner-ups
     * @throws java.util.concurrent.CancellationException if the watch ends it
     */
    public static GroupingSuggestion of(LossTable table, Frontier frontier, Budget budget, SearchWatch watch) {
        Optional<Selection> best = frontier.at(budget);
        String problem = frontier.infeasibility(budget)
                .map(why -> why.describe(table.taskIds()) + ". " + why.remedy() + ".")
                .orElse("");
        List<Selection> runnerUps = best.isEmpty() ? List.of() : runnerUps(table, budget, watch);
        return new GroupingSuggestion(SearchOptions.COVER, table, budget, best, problem, runnerUps);
    }

    /**
     * The covers that come next after the best at a budget.
     *
     * @param watch may end the search
     * @throws java.util.concurrent.CancellationException if the watch ends it
     */
    public static List<Selection> runnerUps(LossTable table, Budget budget, SearchWatch watch) {
        return RunnerUps.at(table, SearchOptions.COVER, budget, RUNNER_UPS, watch);
    }
}
