package app.tandem.grouping;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For every set of tasks that can remain to be served, the best ways to serve it, at each cost.
 *
 * <p>The lowest task of a set S lies in some block U ⊆ S that one network serves; the rest S \ U is served by the others:
 * best(S, c) = min over U and choices g of U of loss(g) + best(S \ U, c − cost(g)). Only sets that this recursion reaches
 * from the set of all tasks are kept. One network in two blocks of one way would be paid for twice; it never appears in a
 * best way, for serving both blocks at once costs less.
 *
 * <p>Ways of equal loss and cost are ordered by the number of networks, then by the sorted list of the networks' indices.
 * That order is kept when the same networks are added to both (the smallest index in which two lists of one length differ
 * stays the smallest), so the recursion holds for it as well.
 */
final class CoverTable {

    /** More sets than this take gigabytes. */
    private static final int MOST_SETS = 1 << 21;

    /** More steps from set to set than this take minutes. */
    private static final long MOST_STEPS = 1L << 26;

    private static final int MOST_WAYS = 1 << 25;

    private final SearchInstance instance;
    private final BlockTable blocks;
    private final MaskIndex sets;
    private final int[] firsts;
    private long[] costs = new long[1024];
    private long[] ranks = new long[1024];
    private int[] choices = new int[1024];
    private int[] blockOf = new int[1024];
    private int size;
    private long collected;

    CoverTable(SearchInstance instance, BlockTable blocks) throws SearchTooLargeException {
        this.instance = instance;
        this.blocks = blocks;
        long[] reachable = reachable();
        this.sets = new MaskIndex(instance.taskCount());
        this.firsts = new int[reachable.length + 1];
        ParetoList ways = ParetoList.of(largestCost(), this::comesFirst);
        for (long set : reachable) {
            instance.look();
            int number = sets.add(set);
            if (set == 0) {
                append(0, 0, -1, -1);
            } else {
                ways.clear();
                collect(set, ways);
                append(ways);
            }
            firsts[number + 1] = size;
        }
    }

    /** The best set of networks for all tasks at every budget, by rising cost. */
    List<NetworkSet> bestSets() {
        long everything = (1L << instance.taskCount()) - 1;
        int all = find(everything);
        return IntStream.range(firsts[all], firsts[all + 1])
                .mapToObj(way -> new NetworkSet(loss(way), cost(way), networks(everything, way)))
                .toList();
    }

    /** The number of a reachable set of tasks. */
    int find(long set) {
        return sets.find(set);
    }

    long cost(int way) {
        return costs[way];
    }

    /** The loss of the tasks served, in loss units. */
    long loss(int way) {
        return ranks[way] >> ParetoList.COUNT_BITS;
    }

    /** The number of networks. */
    int count(int way) {
        return (int) (ranks[way] & ((1 << ParetoList.COUNT_BITS) - 1));
    }

    /** The best way to serve a set for at most so much: the last one that is cheap enough; -1 if there is none. */
    int bestWithin(int set, long cost) {
        int low = firsts[set];
        int high = firsts[set + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (costs[middle] <= cost) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > firsts[set] ? low - 1 : -1;
    }

    /** The networks of a way to serve a set, in the pool's order. */
    int[] networks(long set, int way) {
        int[] found = new int[count(way)];
        long rest = set;
        int at = way;
        for (int i = 0; i < found.length; i++) {
            found[i] = blocks.network(choices[at]);
            rest ^= blocks.mask(blockOf[at]);
            at = bestWithin(sets.find(rest), costs[at] - blocks.cost(choices[at]));
        }
        Arrays.sort(found);
        return found;
    }

    /** The sets that remain after taking away blocks, each with the lowest task that remained. Ascending. */
    private long[] reachable() throws SearchTooLargeException {
        MaskIndex found = new MaskIndex(instance.taskCount());
        found.add((1L << instance.taskCount()) - 1);
        long steps = 0;
        for (int next = 0; next < found.size(); next++) {
            instance.look();
            long set = found.mask(next);
            if (set != 0) {
                steps += blocks.eachWithin(set, block -> found.add(set ^ blocks.mask(block)));
            }
            if (found.size() > MOST_SETS || steps > MOST_STEPS) {
                throw new SearchTooLargeException();
            }
        }
        return found.sortedMasks();
    }

    private void collect(long set, ParetoList ways) {
        collected = set;
        blocks.eachWithin(set, block -> {
            int rest = sets.find(set ^ blocks.mask(block));
            int end = firsts[rest + 1];
            for (int choice = blocks.firstChoice(block); choice < blocks.firstChoice(block + 1); choice++) {
                long cost = blocks.cost(choice);
                long rank = (blocks.loss(choice) << ParetoList.COUNT_BITS) + 1;
                for (int way = firsts[rest]; way < end; way++) {
                    ways.offer(cost + costs[way], rank + ranks[way], choice, block);
                }
            }
        });
    }

    /** Both ways serve the set that is being collected, for the same cost. */
    private boolean comesFirst(int choice, int block, long cost, int otherChoice, int otherBlock) {
        return Arrays.compare(networks(choice, block, cost), networks(otherChoice, otherBlock, cost)) < 0;
    }

    private int[] networks(int choice, int block, long cost) {
        long rest = collected ^ blocks.mask(block);
        int[] others = networks(rest, bestWithin(sets.find(rest), cost - blocks.cost(choice)));
        int[] found = Arrays.copyOf(others, others.length + 1);
        found[others.length] = blocks.network(choice);
        Arrays.sort(found);
        return found;
    }

    private long largestCost() {
        long largest = 0;
        for (int network = 0; network < instance.networkCount(); network++) {
            largest = Math.max(largest, instance.cost(network));
        }
        return Math.multiplyExact(largest, (long) instance.taskCount());
    }

    private void append(ParetoList ways) throws SearchTooLargeException {
        int count = ways.finish();
        for (int entry = 0; entry < count; entry++) {
            append(ways.cost(entry), ways.rank(entry), ways.choice(entry), ways.block(entry));
        }
    }

    private void append(long cost, long rank, int choice, int block) throws SearchTooLargeException {
        if (size == costs.length) {
            if (size >= MOST_WAYS) {
                throw new SearchTooLargeException();
            }
            costs = Arrays.copyOf(costs, 2 * size);
            ranks = Arrays.copyOf(ranks, 2 * size);
            choices = Arrays.copyOf(choices, 2 * size);
            blockOf = Arrays.copyOf(blockOf, 2 * size);
        }
        costs[size] = cost;
        ranks[size] = rank;
        choices[size] = choice;
        blockOf[size] = block;
        size++;
    }
}
