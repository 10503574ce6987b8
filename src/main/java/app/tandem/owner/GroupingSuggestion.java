package app.tandem.owner;

import app.tandem.grouping.SearchOptions;
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

    public GroupingSuggestion {
        runnerUps = List.copyOf(runnerUps);
    }
}
