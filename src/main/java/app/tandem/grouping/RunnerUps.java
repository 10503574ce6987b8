package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.util.List;

/**
 * The groupings that come next after the best one at a budget: distinct sets of networks, in each of which every network
 * serves a task, in the order in which {@link GroupingSolver} prefers them.
 */
public final class RunnerUps {

    private RunnerUps() {}

    /** The runner-ups among covers, selected on validation. */
    public static List<Selection> at(LossTable table, Budget budget, int count) {
        return at(table, SearchOptions.COVER, budget, count);
    }

    /**
     * The next best groupings after the best one; fewer where there are not so many, none where the budget is not enough.
     *
     * @param count how many at most; usually 3
     */
    public static List<Selection> at(LossTable table, SearchOptions options, Budget budget, int count) {
        return at(table, options, budget, count, SearchWatch.NONE);
    }

    /**
     * The same.
     *
     * @param watch may end it
     * @throws java.util.concurrent.CancellationException if the watch ends it
     */
    public static List<Selection> at(
            LossTable table, SearchOptions options, Budget budget, int count, SearchWatch watch) {
        SearchInstance instance = new SearchInstance(table, options, watch);
        if (!instance.unservable().isEmpty()) {
            return List.of();
        }
        long units = instance.unitsWithin(budget.snt());
        return bestSets(instance, units, count + 1).stream()
                .skip(1)
                .map(set -> Serving.of(instance, set.networks()).selection())
                .toList();
    }

    private static List<NetworkSet> bestSets(SearchInstance instance, long budget, int count) {
        try {
            return new BestSets(instance, budget, count).find();
        } catch (SearchTooLargeException e) {
            SetArchive archive = new SetArchive.OfOneBudget(budget, count);
            SetSearch.fill(archive, instance);
            return archive.sets();
        }
    }
}
