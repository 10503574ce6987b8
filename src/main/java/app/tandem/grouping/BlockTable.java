package app.tandem.grouping;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * For every block, a set of tasks that one network can serve: which single network serves the whole block best, at each
 * cost. A costlier network stands here only if its loss is lower. In a cover, the blocks are all subsets of the networks'
 * task sets; in a partition, only the task sets themselves.
 *
 * <p>Time: one addition for each subset of each network's tasks, 3<sup>n</sup> for the pool of all subsets of n tasks.
 */
final class BlockTable {

    /** More subsets than this take minutes and gigabytes. */
    private static final long MOST_SUBSETS = 1L << 27;

    private static final int MOST_SLOTS = 1 << 25;

    private final SearchInstance instance;
    private final MaskIndex index;
    private final long[] classCosts;
    private long[] losses = new long[0];
    private int[] networks = new int[0];
    private final int[][] byLowestTask;

    private int[] firsts = new int[0];
    private int[] packedNetworks = new int[0];

    BlockTable(SearchInstance instance) throws SearchTooLargeException {
        this.instance = instance;
        this.index = new MaskIndex(instance.taskCount());
        this.classCosts = IntStream.range(0, instance.networkCount())
                .filter(instance::isUsable)
                .mapToLong(instance::cost)
                .distinct()
                .sorted()
                .toArray();
        requireFeasible();
        fill();
        pack();
        this.byLowestTask = groupByLowestTask();
    }

    int size() {
        return index.size();
    }

    /** The tasks of a block. */
    long mask(int block) {
        return index.mask(block);
    }

    /** The block of a set of tasks, or {@link MaskIndex#ABSENT}. */
    int find(long mask) {
        return index.find(mask);
    }

    /** Where the choices of a block begin; they end where those of the next one begin. */
    int firstChoice(int block) {
        return firsts[block];
    }

    /** The network of a choice; the choices of a block are sorted by rising cost and falling loss. */
    int network(int choice) {
        return packedNetworks[choice];
    }

    /** What the choice costs, in cost units. */
    long cost(int choice) {
        return instance.cost(packedNetworks[choice]);
    }

    /** The loss of the choice's whole block, in loss units. */
    long loss(int choice) {
        return losses[choice];
    }

    /** Is shown blocks. */
    interface BlockVisitor {
        void visit(int block);
    }

    /**
     * Visits the blocks within a set that hold its lowest task, found the shorter of two ways.
     *
     * @return how many sets were looked at
     */
    int eachWithin(long set, BlockVisitor visitor) {
        long lowest = Long.lowestOneBit(set);
        int[] candidates = byLowestTask[Long.numberOfTrailingZeros(set)];
        int others = Long.bitCount(set) - 1;
        if (others < 31 && 1 << others <= candidates.length) {
            eachSubset(set ^ lowest, lowest, visitor);
            return 1 << others;
        }
        for (int block : candidates) {
            if ((mask(block) & ~set) == 0) {
                visitor.visit(block);
            }
        }
        return candidates.length;
    }

    private void eachSubset(long others, long lowest, BlockVisitor visitor) {
        long subset = others;
        while (true) {
            int block = find(subset | lowest);
            if (block != MaskIndex.ABSENT) {
                visitor.visit(block);
            }
            if (subset == 0) {
                return;
            }
            subset = (subset - 1) & others;
        }
    }

    private void requireFeasible() throws SearchTooLargeException {
        long subsets = 0;
        for (int network = 0; network < instance.networkCount(); network++) {
            subsets += subsetsOf(network);
            if (subsets > MOST_SUBSETS) {
                throw new SearchTooLargeException();
            }
        }
    }

    private long subsetsOf(int network) {
        if (!instance.isUsable(network)) {
            return 0;
        }
        return instance.options().partition() ? 1 : 1L << Long.bitCount(instance.servable(network));
    }

    private void fill() throws SearchTooLargeException {
        long widest = LongStream.range(0, instance.networkCount())
                .map(network -> subsetsOf((int) network))
                .max()
                .orElse(0);
        long[] masks = new long[(int) widest];
        long[] sums = new long[(int) widest];
        for (int network = 0; network < instance.networkCount(); network++) {
            instance.look();
            if (!instance.isUsable(network)) {
                continue;
            }
            int costClass = Arrays.binarySearch(classCosts, instance.cost(network));
            if (instance.options().partition()) {
                long all = instance.servable(network);
                offer(all, instance.totalLoss(network, all), network, costClass);
            } else {
                offerSubsets(network, costClass, masks, sums);
            }
        }
    }

    /** Offers every subset, each summed from the subset without its highest task. */
    private void offerSubsets(int network, int costClass, long[] masks, long[] sums) throws SearchTooLargeException {
        int filled = 1;
        for (long rest = instance.servable(network); rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            long loss = instance.loss(network, task);
            for (int i = 0; i < filled; i++) {
                long mask = masks[i] | (1L << task);
                long sum = sums[i] + loss;
                masks[filled + i] = mask;
                sums[filled + i] = sum;
                offer(mask, sum, network, costClass);
            }
            filled *= 2;
        }
    }

    /** Networks come in the pool's order, so that of equal ones the first stays. */
    private void offer(long mask, long loss, int network, int costClass) throws SearchTooLargeException {
        int slot = index.add(mask) * classCosts.length + costClass;
        if (slot >= losses.length) {
            grow(slot);
        }
        if (loss < losses[slot]) {
            losses[slot] = loss;
            networks[slot] = network;
        }
    }

    private void grow(int slot) throws SearchTooLargeException {
        if (slot >= MOST_SLOTS) {
            throw new SearchTooLargeException();
        }
        int before = losses.length;
        int after = Math.max(slot + classCosts.length, Math.max(256, 2 * before));
        losses = Arrays.copyOf(losses, after);
        networks = Arrays.copyOf(networks, after);
        Arrays.fill(losses, before, after, Long.MAX_VALUE);
    }

    /** Drops choices that cost more than another without a lower loss, and closes the gaps. */
    private void pack() {
        firsts = new int[size() + 1];
        int packed = 0;
        for (int block = 0; block < size(); block++) {
            firsts[block] = packed;
            long lowest = Long.MAX_VALUE;
            for (int costClass = 0; costClass < classCosts.length; costClass++) {
                int slot = block * classCosts.length + costClass;
                if (losses[slot] < lowest) {
                    lowest = losses[slot];
                    losses[packed] = lowest;
                    networks[packed] = networks[slot];
                    packed++;
                }
            }
        }
        firsts[size()] = packed;
        packedNetworks = Arrays.copyOf(networks, packed);
        losses = Arrays.copyOf(losses, packed);
        networks = packedNetworks;
    }

    private int[][] groupByLowestTask() {
        int[] counts = new int[instance.taskCount()];
        for (int block = 0; block < size(); block++) {
            counts[Long.numberOfTrailingZeros(mask(block))]++;
        }
        int[][] grouped = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int block = size() - 1; block >= 0; block--) {
            int task = Long.numberOfTrailingZeros(mask(block));
            grouped[task][--counts[task]] = block;
        }
        return grouped;
    }
}
