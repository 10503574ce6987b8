package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chance: covers drawn at random, their mean and the worst of them (Standley et al., ICML 2020, section 5, average and worst
 * case). A cover is drawn network by network, each with equal chance among those that leave enough of the budget to serve
 * every task, until nothing more fits; so it spends what it can, like the groupings it is compared with. Who serves is
 * decided by validation, as everywhere.
 *
 * <p>Time: covers × networks per cover × candidates, some 50 ms for 20,000 covers of the classic pool of five tasks; memory
 * 2<sup>n</sup>, so at most {@value #MOST_TASKS} tasks. Cost: what the drawn networks cost, on average. Limits: the mean says
 * what to expect without thinking; the worst depends on how many are drawn.
 *
 * @param covers how many are drawn; at least 1
 * @param seed the same seed draws the same covers
 */
public record RandomGroupings(int covers, long seed) implements GroupingMethod {

    /** The most tasks for which covers are drawn. */
    public static final int MOST_TASKS = 20;

    /** As many as the published comparison needs to be stable in the fourth digit. */
    public static final RandomGroupings USUAL = new RandomGroupings(20_000, 0);

    /** @throws IllegalArgumentException if no cover is to be drawn */
    public RandomGroupings {
        if (covers < 1) {
            throw new IllegalArgumentException("at least one cover must be drawn");
        }
    }

    @Override
    public String id() {
        return "random";
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        if (table.taskCount() > MOST_TASKS) {
            return new MethodOutcome.Lacking(
                    "Random covers are drawn for at most " + MOST_TASKS + " tasks", TrainingBill.of(List.of()));
        }
        SearchInstance instance = new SearchInstance(table, SearchOptions.COVER);
        Draw draw = new Draw(instance, instance.unitsWithin(budget.snt()), new Random(seed));
        return draw.isPossible()
                ? spread(instance, draw)
                : ChosenNetworks.infeasible(GroupingSolver.frontier(table, SearchOptions.COVER), budget);
    }

    private MethodOutcome spread(SearchInstance instance, Draw draw) {
        double[][] test = testLosses(instance.table());
        double validationSum = 0;
        double testSum = 0;
        double costSum = 0;
        int[] example = new int[0];
        int[] worst = new int[0];
        double worstLoss = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < covers; i++) {
            int[] networks = draw.next();
            double[] losses = losses(instance, networks, test);
            validationSum += losses[0];
            testSum += losses[1];
            costSum += Arrays.stream(networks).mapToLong(instance::cost).sum();
            double loss = Double.isNaN(losses[1]) ? losses[0] : losses[1];
            if (i == 0) {
                example = networks;
            }
            if (loss > worstLoss) {
                worstLoss = loss;
                worst = networks;
            }
        }
        return new MethodOutcome.Spread(
                validationSum / covers,
                Double.isNaN(testSum) ? OptionalDouble.empty() : OptionalDouble.of(testSum / covers),
                Serving.of(instance, worst).selection(),
                Serving.of(instance, example).selection(),
                costSum / covers / instance.costUnits());
    }

    /** Weighted totals of the validation and test losses; the latter NaN if one is missing. */
    private static double[] losses(SearchInstance instance, int[] networks, double[][] test) {
        long units = 0;
        double testLoss = 0;
        for (int task = 0; task < instance.taskCount(); task++) {
            int server = -1;
            for (int network : networks) {
                boolean may = (instance.servable(network) >>> task & 1) != 0;
                if (may && (server < 0 || instance.servesBefore(network, server, task))) {
                    server = network;
                }
            }
            units += instance.loss(server, task);
            testLoss += test[server][task];
        }
        return new double[] {instance.unit().toLoss((double) units), testLoss};
    }

    private static double[][] testLosses(LossTable table) {
        double[][] losses = new double[table.networks().size()][table.taskCount()];
        for (int row = 0; row < losses.length; row++) {
            for (int task = 0; task < table.taskCount(); task++) {
                losses[row][task] = table.weights().get(task)
                        * table.cell(row, task, Measure.TEST).mean();
            }
        }
        return losses;
    }

    /** Draws one cover after the other. */
    private static final class Draw {

        private final SearchInstance instance;
        private final long budget;
        private final Random random;
        private final int[] usable;
        private final long everything;
        private final CheapestCover cheapest;

        Draw(SearchInstance instance, long budget, Random random) {
            this.instance = instance;
            this.budget = budget;
            this.random = random;
            this.everything = (1L << instance.taskCount()) - 1;
            this.usable = IntStream.range(0, instance.networkCount())
                    .filter(instance::isUsable)
                    .toArray();
            this.cheapest = new CheapestCover(
                    instance.taskCount(),
                    Arrays.stream(usable).mapToLong(instance::servable).toArray(),
                    Arrays.stream(usable).mapToLong(instance::cost).toArray());
        }

        boolean isPossible() {
            return cheapest.isWithin(everything, budget);
        }

        int[] next() {
            List<Integer> chosen = new ArrayList<>();
            int[] open = usable.clone();
            int count = open.length;
            long unserved = everything;
            long left = budget;
            while (true) {
                count = keepAffordable(open, count, unserved, left);
                if (count == 0) {
                    return chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
                }
                int position = random.nextInt(count);
                int network = open[position];
                open[position] = open[--count];
                chosen.add(network);
                unserved &= ~instance.servable(network);
                left -= instance.cost(network);
            }
        }

        /** Moves the networks that leave enough of the budget to the front; how many there are. */
        private int keepAffordable(int[] open, int count, long unserved, long left) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int network = open[i];
                long after = left - instance.cost(network);
                if (cheapest.isWithin(unserved & ~instance.servable(network), after)) {
                    open[kept++] = network;
                }
            }
            return kept;
        }
    }
}
