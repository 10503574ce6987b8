package app.tandem.grouping;

import app.tandem.study.Network;
import java.util.Arrays;
import java.util.List;

/**
 * The best cover at one budget, for many tables of losses in a row: the recursion of {@link GroupingSolver} in floating point,
 * without its order of ties, and with arrays that are used again. For losses that are draws from a model, where ties mean
 * nothing.
 *
 * <p>O(3<sup>n</sup> · budget units) time and O(2<sup>n</sup> · budget units) memory for n tasks.
 */
final class CoverSearch {

    /** Above this, time and memory of a solve would be felt. */
    static final int MOST_TASKS = 12;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final int tasks;
    private final int units;
    private final int[] masks;
    private final int[] sizeOf;
    private final int[] costs;
    private final double[][] blockLoss;
    private final int[][] blockNetwork;
    private final double[] sums;
    private final double[] best;
    private final int[] way;
    private int[] networks = new int[0];

    /**
     * @param costUnits what each network costs, in units of which the budget has {@code units}
     */
    CoverSearch(List<Network> pool, int tasks, long[] costUnits, int units) {
        this.tasks = tasks;
        this.masks =
                pool.stream().mapToInt(network -> (int) network.tasks().bits()).toArray();
        long[] distinct = Arrays.stream(costUnits).distinct().sorted().toArray();
        this.units = units;
        this.costs = Arrays.stream(distinct)
                .mapToInt(cost -> (int) Math.min(cost, this.units + 1L))
                .toArray();
        this.sizeOf = Arrays.stream(costUnits)
                .mapToInt(cost -> Arrays.binarySearch(distinct, cost))
                .toArray();
        this.blockLoss = new double[costs.length][1 << tasks];
        this.blockNetwork = new int[costs.length][1 << tasks];
        this.sums = new double[1 << tasks];
        this.best = new double[(1 << tasks) * (this.units + 1)];
        this.way = new int[best.length];
    }

    /**
     * The lowest total loss that the budget buys; infinite if it buys no cover.
     *
     * @param losses per network and task, weighted; a network with an infinite loss for one of its tasks is left out
     */
    double solve(double[][] losses) {
        findBlocks(losses);
        int all = (1 << tasks) - 1;
        Arrays.fill(best, 0, units + 1, 0);
        for (int set = 1; set <= all; set++) {
            findBest(set);
        }
        double loss = best[all * (units + 1) + units];
        networks = loss < NEVER ? trace(all) : new int[0];
        return loss;
    }

    /** The networks of the cover that was found last, each once. */
    int[] networks() {
        return networks;
    }

    private void findBlocks(double[][] losses) {
        for (double[] loss : blockLoss) {
            Arrays.fill(loss, NEVER);
        }
        for (int network = 0; network < masks.length; network++) {
            int mask = masks[network];
            double[] own = losses[network];
            if (own[Integer.numberOfTrailingZeros(mask)] < NEVER) {
                double[] loss = blockLoss[sizeOf[network]];
                int[] by = blockNetwork[sizeOf[network]];
                sums[0] = 0;
                for (int block = -mask & mask; block != 0; block = block - mask & mask) {
                    double sum = sums[block & block - 1] + own[Integer.numberOfTrailingZeros(block)];
                    sums[block] = sum;
                    if (sum < loss[block]) {
                        loss[block] = sum;
                        by[block] = network;
                    }
                }
            }
        }
    }

    private void findBest(int set) {
        int row = set * (units + 1);
        Arrays.fill(best, row, row + units + 1, NEVER);
        int lowest = -set & set;
        int others = set ^ lowest;
        for (int more = others; ; more = more - 1 & others) {
            int block = more | lowest;
            for (int size = 0; size < costs.length; size++) {
                double loss = blockLoss[size][block];
                if (loss < NEVER) {
                    relax(row, (set ^ block) * (units + 1), loss, costs[size], size << tasks | block);
                }
            }
            if (more == 0) {
                return;
            }
        }
    }

    private void relax(int row, int rest, double loss, int cost, int step) {
        for (int spent = cost; spent <= units; spent++) {
            double total = loss + best[rest + spent - cost];
            if (total < best[row + spent]) {
                best[row + spent] = total;
                way[row + spent] = step;
            }
        }
    }

    private int[] trace(int all) {
        int[] found = new int[tasks];
        int count = 0;
        int spent = units;
        for (int set = all; set != 0; ) {
            int step = way[set * (units + 1) + spent];
            int block = step & all;
            found[count++] = blockNetwork[step >>> tasks][block];
            spent -= costs[step >>> tasks];
            set ^= block;
        }
        return Arrays.stream(found, 0, count).distinct().sorted().toArray();
    }
}
