package app.tandem.grouping;

import app.tandem.grouping.GuidedAdvice.Prospect;
import app.tandem.grouping.GuidedAdvice.State;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** One decision of the guided search. */
final class GuidedStep {

    private static final long MOST_CELLS = 20_000_000;

    private final GuidedSearch method;
    private final LossTable known;
    private final List<Network> pool;
    private final CoverSearch search;
    private final boolean[] trained;
    private final boolean[] underWay;
    private final Cost spent;
    private final Cost limit;
    private final GuidedOpening opening;

    GuidedStep(GuidedSearch method, LossTable known, Budget budget, Set<Network> underWay) {
        this.method = method;
        this.known = known;
        this.pool = known.networks();
        if (known.taskCount() > CoverSearch.MOST_TASKS) {
            throw new UserException(
                    "The guided search works for at most " + CoverSearch.MOST_TASKS + " tasks, not for "
                            + known.taskCount(),
                    "",
                    "Use HOA, or affinities from one joint run");
        }
        SearchInstance instance = new SearchInstance(known, SearchOptions.COVER);
        long[] costs = IntStream.range(0, pool.size()).mapToLong(instance::cost).toArray();
        // More than the dearest network for every task is never spent.
        long units = Math.min(
                instance.unitsWithin(budget.snt()), Arrays.stream(costs).max().orElse(0) * known.taskCount());
        requireCoarseUnit(units);
        this.search = new CoverSearch(pool, known.taskCount(), costs, Math.toIntExact(units));
        this.trained = new boolean[pool.size()];
        this.underWay = new boolean[pool.size()];
        boolean[] asked = new boolean[pool.size()];
        for (int row = 0; row < trained.length; row++) {
            trained[row] = known.isMeasured(row, Measure.VALIDATION);
            this.underWay[row] = !trained[row] && underWay.contains(pool.get(row));
            asked[row] = trained[row] || this.underWay[row];
        }
        this.spent = costOf(row -> trained[row]);
        this.limit = method.rule()
                .limit()
                .orElseGet(() -> costOf(row -> pool.get(row).tasks().size() <= 2));
        this.opening = new GuidedOpening(pool, asked, known.taskCount(), costs, units, limit);
    }

    private void requireCoarseUnit(long units) {
        if (units + 1 > MOST_CELLS >> known.taskCount()) {
            throw new UserException(
                    "The encoder sizes have too fine a common unit for the guided search of " + known.taskCount()
                            + " tasks",
                    "",
                    "Use sizes with small denominators, such as 1/2 or 1/3");
        }
    }

    private Cost costOf(IntPredicate rows) {
        Cost sum = Cost.ZERO;
        for (int row = 0; row < pool.size(); row++) {
            sum = rows.test(row) ? sum.plus(pool.get(row).cost()) : sum;
        }
        return sum;
    }

    GuidedAdvice advice(int atOnce) {
        double[][] losses = new double[pool.size()][known.taskCount()];
        double now = search.solve(measured(losses));
        Optional<Selection> best = now < Double.POSITIVE_INFINITY
                ? Optional.of(ChosenNetworks.selection(known, networks(search.networks())))
                : Optional.empty();
        if (IntStream.range(0, trained.length).allMatch(row -> trained[row])) {
            return new GuidedAdvice(List.of(), State.EXHAUSTED, best, 0, spent, limit, Map.of());
        }
        List<Network> first = opening.networks();
        if (!first.isEmpty() || !knowsEveryTask()) {
            return new GuidedAdvice(first, State.OPENING, best, 1, spent, limit, Map.of());
        }
        return modelled(now, best, atOnce);
    }

    /** Otherwise it waits for networks under way: of a task without a loss there is no model. */
    private boolean knowsEveryTask() {
        TaskSet seen = TaskSet.EMPTY;
        for (int row = 0; row < trained.length; row++) {
            seen = trained[row] ? seen.union(pool.get(row).tasks()) : seen;
        }
        return seen.equals(TaskSet.all(known.taskCount()));
    }

    /** Weighted losses of the trained networks; infinite for the others. */
    private double[][] measured(double[][] losses) {
        for (int row = 0; row < pool.size(); row++) {
            for (int task = 0; task < known.taskCount(); task++) {
                losses[row][task] = trained[row]
                        ? known.weights().get(task)
                                * known.cell(row, task, Measure.VALIDATION).mean()
                        : Double.POSITIVE_INFINITY;
            }
        }
        return losses;
    }

    private GuidedAdvice modelled(double now, Optional<Selection> best, int atOnce) {
        GuidedRule rule = method.rule();
        TransferModel model = new TransferModel(known, method.prior(), new Draws(rule.seed()));
        double[][] losses = new double[pool.size()][known.taskCount()];
        double[] worth = new double[pool.size()];
        int[] uses = new int[pool.size()];
        int better = 0;
        int draws = 0;
        while (draws < rule.draws() && !isBeyondDoubt(better, draws)) {
            draws++;
            model.draw(losses);
            weigh(losses);
            double drawn = now < Double.POSITIVE_INFINITY ? search.solve(losses, now) : search.solve(losses);
            double gain = now < Double.POSITIVE_INFINITY ? Math.max(0, 1 - drawn / now) : 1;
            better += gain > rule.improvement() ? 1 : 0;
            if (gain > 0) {
                for (int row : search.networks()) {
                    worth[row] += gain;
                    uses[row]++;
                }
            }
        }
        double chance = (double) better / draws;
        List<Network> next = chance < rule.chance() ? List.of() : affordable(worth, Math.max(1, atOnce));
        State state = chance < rule.chance() ? State.SETTLED : next.isEmpty() ? State.SPENT : State.SEARCHING;
        next = next.subList(0, Math.min(atOnce, next.size()));
        return new GuidedAdvice(next, state, best, chance, spent, limit, prospects(next, worth, uses, draws));
    }

    private Map<Network, Prospect> prospects(List<Network> next, double[] worth, int[] uses, int draws) {
        Map<Network, Prospect> prospects = new LinkedHashMap<>();
        for (int row = 0; row < worth.length; row++) {
            if (underWay[row] || next.contains(pool.get(row))) {
                double gain = uses[row] == 0 ? 0 : worth[row] / uses[row];
                prospects.put(pool.get(row), new Prospect((double) uses[row] / draws, gain));
            }
        }
        return prospects;
    }

    /** Whether half of the draws or more leave no doubt that the search goes on, by four standard deviations of the share. */
    private boolean isBeyondDoubt(int better, int draws) {
        double chance = method.rule().chance();
        return 2 * draws >= method.rule().draws()
                && better > draws * chance + 4 * Math.sqrt(draws * chance * (1 - chance));
    }

    private void weigh(double[][] losses) {
        for (double[] row : losses) {
            for (int task = 0; task < row.length; task++) {
                row[task] *= known.weights().get(task);
            }
        }
    }

    /** The networks worth most for their cost, as far as the limit pays for them. */
    private List<Network> affordable(double[] worth, int atOnce) {
        List<Network> next = new ArrayList<>();
        Cost cost = spent.plus(costOf(row -> underWay[row]));
        List<Integer> order = IntStream.range(0, worth.length)
                .filter(row -> !trained[row] && !underWay[row] && worth[row] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -worth[row] / snt(row)))
                .toList();
        for (int row : order) {
            Cost more = cost.plus(pool.get(row).cost());
            if (next.size() < atOnce && more.compareTo(limit) <= 0) {
                next.add(pool.get(row));
                cost = more;
            }
        }
        return next;
    }

    private double snt(int row) {
        return pool.get(row).cost().snt().toDouble();
    }

    private List<Network> networks(int[] rows) {
        return Arrays.stream(rows).mapToObj(pool::get).toList();
    }
}
