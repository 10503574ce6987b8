package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.util.List;
import java.util.Optional;

/**
 * The exact search: the networks that minimise Σ<sub>t</sub> weight(t) · min<sub>n</sub> L(n, t) while their costs add up
 * to at most the budget and every task is served (Standley et al., ICML 2020, section 3), at every budget in one solve.
 *
 * <p><b>Who serves.</b> A task is served by the chosen network with the lowest loss; among equals by the cheaper one, then
 * by the first in the table's order. In a grouping every network serves a task.
 *
 * <p><b>Ties.</b> Of groupings with equal losses the cheaper one is better; then the one of fewer networks; then the one
 * whose list of network indices, ascending, comes first in lexicographic order.
 *
 * <p><b>Exactness.</b> Costs are compared as whole multiples of their common unit. Every weighted loss is rounded to a
 * whole multiple of a power of ten that leaves 14 significant digits to the best total (fewer where one loss is more than
 * some hundred times as large as that total), and these are added as whole numbers: no sum depends on its order, and
 * totals that are equal on paper tie.
 *
 * <p><b>Method.</b> Dynamic programming over the sets of tasks that remain to be served: their lowest task is served
 * together with some others, a block, by the network that is best for this block; Pareto lists of (cost, loss) give every
 * budget at once. For n tasks with the pool of all their subsets, at full size and the single tasks at half size, it takes
 * O(3<sup>n</sup> + 3<sup>n−1</sup> · c) time and O(2<sup>n</sup> · c) memory, where c ≤ 2n is the number of different costs
 * that a grouping can have. With other sizes c is the length of the Pareto lists; where their common unit is below about
 * 1/60 SNT, each step has a binary search in them. Smaller pools take time and memory only for the blocks and sets of tasks
 * that they can form, so that pools of small networks may have many tasks. Where there are too many of these, the sets of
 * networks are searched by branch and bound instead: exact as well, and meant for many tasks with a few dozen networks. What
 * that cannot finish in some ten seconds is refused rather than answered by halves.
 */
public final class GroupingSolver {

    private GroupingSolver() {}

    /**
     * The best grouping at every budget.
     *
     * @param table losses of one setting; a task without a loss in a network cannot be served by it
     * @throws UserException if the search is too large to be exact, or the costs have no common unit
     */
    public static Frontier frontier(LossTable table, SearchOptions options) {
        return frontier(table, options, SearchWatch.NONE);
    }

    /**
     * The same.
     *
     * @param watch may end it
     * @throws java.util.concurrent.CancellationException if the watch ends it
     */
    public static Frontier frontier(LossTable table, SearchOptions options, SearchWatch watch) {
        SearchInstance instance = new SearchInstance(table, options, watch);
        TaskSet unservable = instance.unservable();
        if (!unservable.isEmpty()) {
            return never(table, new Infeasibility.NobodyServes(unservable));
        }
        List<Frontier.Point> points = bestSets(instance).stream()
                .map(set -> Serving.of(instance, set.networks()).selection())
                .map(selection -> new Frontier.Point(Budget.of(selection.cost()), selection))
                .toList();
        return points.isEmpty()
                ? never(table, new Infeasibility.NoPartition())
                : new Frontier(table.setting(), table.taskIds(), points, Optional.empty());
    }

    /** The best set of networks at every budget, by rising cost; every task must be servable. */
    static List<NetworkSet> bestSets(SearchInstance instance) {
        try {
            return new CoverTable(instance, new BlockTable(instance)).bestSets();
        } catch (SearchTooLargeException e) {
            SetArchive archive = new SetArchive.OfEveryBudget();
            SetSearch.fill(archive, instance);
            return archive.sets();
        }
    }

    private static Frontier never(LossTable table, Infeasibility reason) {
        return new Frontier(table.setting(), table.taskIds(), List.of(), Optional.of(reason));
    }
}
