package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * A loss table as the search reads it: sets of tasks as bit masks, losses and costs as whole numbers. Networks keep the
 * index that they have in the table.
 */
final class SearchInstance {

    private final LossTable table;
    private final SearchOptions options;
    private final SearchWatch watch;
    private final LossUnit unit;
    private final long costUnits;
    private final long[] servable;
    private final long[] costs;
    private final long[][] losses;

    /**
     * @throws UserException if the costs have no common unit that a {@code long} can hold, or the losses are too large
     */
    SearchInstance(LossTable table, SearchOptions options) {
        this(table, options, SearchWatch.NONE);
    }

    /**
     * The same.
     *
     * @param watch may end what is searched in it
     */
    SearchInstance(LossTable table, SearchOptions options, SearchWatch watch) {
        this(table, options, watch, weightedLosses(table, options));
    }

    /**
     * Other losses of the same networks.
     *
     * @param weighted weight × mean for each network and task; NaN where there is none
     */
    SearchInstance(LossTable table, SearchOptions options, SearchWatch watch, double[][] weighted) {
        this.table = table;
        this.options = options;
        this.watch = watch;
        List<Network> networks = table.networks();
        this.unit = unitFor(weighted, table.taskCount());
        this.costUnits = commonDenominator(networks);
        this.servable = new long[networks.size()];
        this.costs = new long[networks.size()];
        this.losses = new long[networks.size()][];
        for (int network = 0; network < networks.size(); network++) {
            costs[network] = unitsOf(networks.get(network).cost());
            losses[network] = new long[table.taskCount()];
            for (int task = 0; task < table.taskCount(); task++) {
                if (!Double.isNaN(weighted[network][task])) {
                    servable[network] |= 1L << task;
                    losses[network][task] = unit.round(weighted[network][task]);
                }
            }
        }
    }

    LossTable table() {
        return table;
    }

    SearchOptions options() {
        return options;
    }

    /**
     * Called now and then by whatever searches.
     *
     * @throws java.util.concurrent.CancellationException if the search is not wanted any more
     */
    void look() {
        watch.look();
    }

    LossUnit unit() {
        return unit;
    }

    int taskCount() {
        return table.taskCount();
    }

    int networkCount() {
        return servable.length;
    }

    /** The tasks that the network is trained on and has a loss for. */
    long servable(int network) {
        return servable[network];
    }

    /** Whether the network may be part of a grouping: in a partition, every task of it must have a loss. */
    boolean isUsable(int network) {
        return options.partition()
                ? servable[network] == table.networks().get(network).tasks().bits()
                : servable[network] != 0;
    }

    /** What the network costs, in units of 1 / {@link #costUnits} SNT. */
    long cost(int network) {
        return costs[network];
    }

    /** How many units of cost make 1 SNT. */
    long costUnits() {
        return costUnits;
    }

    /** The weighted loss of a servable task, in loss units. */
    long loss(int network, int task) {
        return losses[network][task];
    }

    /** The weighted loss of servable tasks together, in loss units. */
    long totalLoss(int network, long tasks) {
        long sum = 0;
        for (long rest = tasks; rest != 0; rest &= rest - 1) {
            sum += losses[network][Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    /** Whether {@code a} serves the task rather than {@code b}: the lower loss, then the lower cost, then the pool's order. */
    boolean servesBefore(int a, int b, int task) {
        if (losses[a][task] != losses[b][task]) {
            return losses[a][task] < losses[b][task];
        }
        return costs[a] != costs[b] ? costs[a] < costs[b] : a < b;
    }

    /** The most units of cost that are at most so many SNT. */
    long unitsWithin(Fraction snt) {
        BigInteger units = BigInteger.valueOf(snt.numerator())
                .multiply(BigInteger.valueOf(costUnits))
                .divide(BigInteger.valueOf(snt.denominator()));
        return units.bitLength() < Long.SIZE ? units.longValue() : Long.MAX_VALUE;
    }

    /** The tasks that no network has a loss for; in a partition, more of them may be out of reach. */
    TaskSet unservable() {
        long covered = 0;
        for (long tasks : servable) {
            covered |= tasks;
        }
        return TaskSet.all(taskCount()).minus(new TaskSet(covered));
    }

    /** What is said of an instance that would take hours or more memory than there is. */
    UserException tooLarge() {
        return new UserException(
                "The best grouping of " + taskCount() + " tasks by these " + networkCount()
                        + " networks is too large to be searched exactly",
                "setting " + table.setting(),
                "Leave out networks of many tasks, or search strict partitions");
    }

    private long unitsOf(Cost cost) {
        return cost.snt().numerator() * (costUnits / cost.snt().denominator());
    }

    /** Weight × mean for each network and task; NaN where there is none. */
    private static double[][] weightedLosses(LossTable table, SearchOptions options) {
        double[][] weighted = new double[table.networks().size()][table.taskCount()];
        for (int network = 0; network < weighted.length; network++) {
            Arrays.fill(weighted[network], Double.NaN);
            for (long rest = table.networks().get(network).tasks().bits(); rest != 0; rest &= rest - 1) {
                int task = Long.numberOfTrailingZeros(rest);
                weighted[network][task] = table.weights().get(task) * table.mean(network, task, options.measure());
            }
        }
        return weighted;
    }

    private static LossUnit unitFor(double[][] weighted, int tasks) {
        double bestTotal = 0;
        double worstTotal = 0;
        for (int task = 0; task < tasks; task++) {
            double best = Double.POSITIVE_INFINITY;
            double worst = 0;
            for (double[] row : weighted) {
                if (!Double.isNaN(row[task])) {
                    best = Math.min(best, Math.abs(row[task]));
                    worst = Math.max(worst, Math.abs(row[task]));
                }
            }
            bestTotal += Double.isInfinite(best) ? 0 : best;
            worstTotal += worst;
        }
        return LossUnit.of(bestTotal, worstTotal);
    }

    /** The least common multiple of the denominators; every sum of costs over at most 62 networks must fit. */
    private static long commonDenominator(List<Network> networks) {
        BigInteger common = BigInteger.ONE;
        long largest = 1;
        for (Network network : networks) {
            Fraction snt = network.cost().snt();
            BigInteger denominator = BigInteger.valueOf(snt.denominator());
            common = common.divide(common.gcd(denominator)).multiply(denominator);
            largest = Math.max(largest, snt.floor() + 1);
            if (common.bitLength() + Long.numberOfTrailingZeros(Long.highestOneBit(largest)) > 55) {
                throw new UserException(
                        "The encoder sizes have no common unit that is small enough to add them exactly",
                        "",
                        "Use sizes with small denominators, such as 1/2 or 2/5");
            }
        }
        return common.longValueExact();
    }
}
