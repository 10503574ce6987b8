package app.tandem.grouping;

import app.tandem.study.Network;
import java.util.Arrays;
import java.util.List;

/**
 * The best cover at one budget, for many tables of losses in a row: the recursion of {@link GroupingSolver} without its order
 * of ties, and with arrays that are used again. For losses that are draws from a model, where ties mean nothing.
 *
 * <p>It counts in what losses exceed the least of their task, in whole numbers of which the most that may be exceeded has
 * 2<sup>28</sup>; what exceeds a known cover already is not followed further. So the cover that it finds is the best to some
 * 10<sup>−8</sup> of that, and its loss is exact.
 *
 * <p>O(3<sup>n</sup> · budget units) time and O(2<sup>n</sup> · budget units) memory for n tasks.
 */
final class CoverSearch {

    /** Above this, time and memory of a solve would be felt. */
    static final int MOST_TASKS = 12;

    /** So that the sum of two is still an int. */
    private static final int NEVER = 1 << 29;

    private static final int MOST_EXCESS = 1 << 28;

    private final int tasks;
    private final int units;
    private final int[] masks;
    private final int[] sizeOf;
    private final int[] costs;
    private final int[][] blockExcess;
    private final int[][] blockNetwork;
    private final double[] floors;
    private final int[] own;
    private final int[] sums;
    private final int[][] best;
    private final int[][] bestEndingWith;
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
        this.blockExcess = new int[costs.length][1 << tasks];
        this.blockNetwork = new int[costs.length][1 << tasks];
        this.floors = new double[tasks];
        this.own = new int[tasks];
        this.sums = new int[1 << tasks];
        this.best = new int[1 << tasks][this.units + 1];
        this.bestEndingWith = new int[costs.length][this.units + 1];
    }

    /**
     * The lowest total loss that the budget buys, of all covers; infinite if it buys none.
     *
     * @param losses per network and task, weighted; a network with an infinite loss for one of its tasks is left out
     */
    double solve(double[][] losses) {
        double coarse = solve(losses, ceiling(losses));
        // Once more, now that hardly more than the best is in question: for the last digits.
        double fine = solve(losses, coarse * (1 + 1e-6));
        return Math.min(coarse, fine);
    }

    /** More than any cover loses. */
    private double ceiling(double[][] losses) {
        double[] most = new double[tasks];
        for (double[] row : losses) {
            for (int task = 0; task < tasks; task++) {
                most[task] = row[task] < Double.POSITIVE_INFINITY ? Math.max(most[task], row[task]) : most[task];
            }
        }
        return Arrays.stream(most).sum() * (1 + 1e-6) + Double.MIN_NORMAL;
    }

    /**
     * The lowest total loss that the budget buys, if it buys a cover that loses less than a known one; otherwise infinite.
     *
     * @param losses per network and task, weighted; a network with an infinite loss for one of its tasks is left out
     * @param below the loss of the known one
     */
    double solve(double[][] losses, double below) {
        networks = new int[0];
        double slack = below - findFloors(losses);
        if (!(slack > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        findBlocks(losses, MOST_EXCESS / slack);
        int all = (1 << tasks) - 1;
        // What is left after a block with the first task is without it.
        for (int set = 2; set < all; set += 2) {
            findBest(set);
        }
        findBest(all);
        if (best[all][units] >= MOST_EXCESS) {
            return Double.POSITIVE_INFINITY;
        }
        networks = trace(all);
        return loss(losses);
    }

    /** What each task loses at least, whatever the budget; their sum. */
    private double findFloors(double[][] losses) {
        Arrays.fill(floors, Double.POSITIVE_INFINITY);
        for (int network = 0; network < masks.length; network++) {
            for (int rest = masks[network]; rest != 0; rest &= rest - 1) {
                int task = Integer.numberOfTrailingZeros(rest);
                floors[task] = Math.min(floors[task], losses[network][task]);
            }
        }
        double sum = 0;
        for (double floor : floors) {
            sum += floor;
        }
        return sum;
    }

    /** The networks of the cover that was found last, each once. */
    int[] networks() {
        return networks;
    }

    private double loss(double[][] losses) {
        double sum = 0;
        for (int task = 0; task < tasks; task++) {
            double least = Double.POSITIVE_INFINITY;
            for (int network : networks) {
                if ((masks[network] >>> task & 1) != 0) {
                    least = Math.min(least, losses[network][task]);
                }
            }
            sum += least;
        }
        return sum;
    }

    private void findBlocks(double[][] losses, double scale) {
        for (int[] excess : blockExcess) {
            Arrays.fill(excess, NEVER);
        }
        for (int network = 0; network < masks.length; network++) {
            for (int task = 0; task < tasks; task++) {
                // An infinite loss is cut to NEVER as well.
                own[task] = (int) Math.min(NEVER, (losses[network][task] - floors[task]) * scale);
            }
            addBlocks(network, blockExcess[sizeOf[network]], blockNetwork[sizeOf[network]]);
        }
    }

    /** Every set of its tasks that a network may serve. */
    private void addBlocks(int network, int[] excess, int[] by) {
        int mask = 0;
        for (int rest = masks[network]; rest != 0; rest &= rest - 1) {
            mask |= own[Integer.numberOfTrailingZeros(rest)] < MOST_EXCESS ? -rest & rest : 0;
        }
        for (int block = -mask & mask; block != 0; block = block - mask & mask) {
            int sum = Math.min(NEVER, sums[block & block - 1] + own[Integer.numberOfTrailingZeros(block)]);
            sums[block] = sum;
            if (sum < excess[block]) {
                excess[block] = sum;
                by[block] = network;
            }
        }
    }

    /** For each size, with a block of that size last; then shifted by its cost, for loops that a processor can do at once. */
    private void findBest(int set) {
        for (int[] excess : bestEndingWith) {
            Arrays.fill(excess, NEVER);
        }
        int lowest = -set & set;
        int others = set ^ lowest;
        for (int more = others; ; more = more - 1 & others) {
            int block = more | lowest;
            for (int size = 0; size < costs.length; size++) {
                int excess = blockExcess[size][block];
                if (excess + best[set ^ block][units] < MOST_EXCESS) {
                    relax(bestEndingWith[size], excess, best[set ^ block]);
                }
            }
            if (more == 0) {
                break;
            }
        }
        Arrays.fill(best[set], NEVER);
        for (int size = 0; size < costs.length; size++) {
            for (int spent = costs[size]; spent <= units; spent++) {
                best[set][spent] = Math.min(best[set][spent], bestEndingWith[size][spent - costs[size]]);
            }
        }
    }

    private static void relax(int[] least, int excess, int[] rest) {
        for (int spent = 0; spent < least.length; spent++) {
            least[spent] = Math.min(least[spent], excess + rest[spent]);
        }
    }

    private int[] trace(int all) {
        int[] found = new int[tasks];
        int count = 0;
        int spent = units;
        for (int set = all; set != 0; ) {
            int step = lastStep(set, spent);
            int block = step & all;
            found[count++] = blockNetwork[step >>> tasks][block];
            spent -= costs[step >>> tasks];
            set ^= block;
        }
        return Arrays.stream(found, 0, count).distinct().sorted().toArray();
    }

    /** The block, and its size above it, from which the best of a set came. */
    private int lastStep(int set, int spent) {
        int lowest = -set & set;
        int others = set ^ lowest;
        for (int more = others; ; more = more - 1 & others) {
            int block = more | lowest;
            for (int size = 0; size < costs.length; size++) {
                int left = spent - costs[size];
                if (left >= 0 && blockExcess[size][block] + best[set ^ block][left] == best[set][spent]) {
                    return size << tasks | block;
                }
            }
        }
    }
}
