package app.tandem.grouping;

import java.util.Arrays;

/**
 * Collects ways to serve one set of tasks and keeps those that no other beats: the best at each cost, and no costlier one
 * without a lower loss. While the costs are small whole numbers it is a table by cost; for arbitrary fractions, whose
 * common unit is tiny, a list sorted by cost.
 *
 * <p>A way's rank is its loss × 64 + the number of its networks, so that comparing ranks compares losses first.
 */
abstract sealed class ParetoList {

    /** Bits of a rank that hold the number of networks. */
    static final int COUNT_BITS = 6;

    /** Decides between two ways of the same cost and rank. */
    interface TieBreak {
        /** Whether serving the {@code block} by the {@code choice} comes before the other way in the pool's order. */
        boolean comesFirst(int choice, int block, long cost, int otherChoice, int otherBlock);
    }

    private static final long LARGEST_TABLE = 1 << 12;

    /** A list for costs up to {@code largestCost}. */
    static ParetoList of(long largestCost, TieBreak ties) {
        return largestCost <= LARGEST_TABLE ? new ByCost((int) largestCost, ties) : new Sorted(ties);
    }

    abstract void clear();

    abstract void offer(long cost, long rank, int choice, int block);

    /** Sorts out what is beaten; afterwards the entries below are valid. */
    abstract int finish();

    abstract long cost(int entry);

    abstract long rank(int entry);

    abstract int choice(int entry);

    abstract int block(int entry);

    /** A table by cost. */
    static final class ByCost extends ParetoList {
        private final TieBreak ties;
        private final long[] ranks;
        private final int[] choices;
        private final int[] blocks;
        private final int[] entries;

        ByCost(int largestCost, TieBreak ties) {
            this.ties = ties;
            ranks = new long[largestCost + 1];
            choices = new int[largestCost + 1];
            blocks = new int[largestCost + 1];
            entries = new int[largestCost + 1];
        }

        @Override
        void clear() {
            Arrays.fill(ranks, Long.MAX_VALUE);
        }

        @Override
        void offer(long cost, long rank, int choice, int block) {
            int at = (int) cost;
            if (rank < ranks[at]
                    || (rank == ranks[at] && ties.comesFirst(choice, block, cost, choices[at], blocks[at]))) {
                ranks[at] = rank;
                choices[at] = choice;
                blocks[at] = block;
            }
        }

        @Override
        int finish() {
            int kept = 0;
            long lowest = Long.MAX_VALUE;
            for (int cost = 0; cost < ranks.length; cost++) {
                if (ranks[cost] != Long.MAX_VALUE && ranks[cost] >> COUNT_BITS < lowest) {
                    lowest = ranks[cost] >> COUNT_BITS;
                    entries[kept++] = cost;
                }
            }
            return kept;
        }

        @Override
        long cost(int entry) {
            return entries[entry];
        }

        @Override
        long rank(int entry) {
            return ranks[entries[entry]];
        }

        @Override
        int choice(int entry) {
            return choices[entries[entry]];
        }

        @Override
        int block(int entry) {
            return blocks[entries[entry]];
        }
    }

    /** A list sorted by rising cost and falling loss. */
    static final class Sorted extends ParetoList {
        private final TieBreak ties;
        private long[] costs = new long[64];
        private long[] ranks = new long[64];
        private int[] choices = new int[64];
        private int[] blocks = new int[64];
        private int size;

        Sorted(TieBreak ties) {
            this.ties = ties;
        }

        @Override
        void clear() {
            size = 0;
        }

        @Override
        void offer(long cost, long rank, int choice, int block) {
            int found = Arrays.binarySearch(costs, 0, size, cost);
            if (found >= 0) {
                if (rank > ranks[found]
                        || (rank == ranks[found]
                                && !ties.comesFirst(choice, block, cost, choices[found], blocks[found]))) {
                    return;
                }
                put(found, cost, rank, choice, block);
                dropBeatenAfter(found);
                return;
            }
            int at = -found - 1;
            if (at > 0 && ranks[at - 1] >> COUNT_BITS <= rank >> COUNT_BITS) {
                return;
            }
            insert(at);
            put(at, cost, rank, choice, block);
            dropBeatenAfter(at);
        }

        private void put(int at, long cost, long rank, int choice, int block) {
            costs[at] = cost;
            ranks[at] = rank;
            choices[at] = choice;
            blocks[at] = block;
        }

        private void insert(int at) {
            if (size == costs.length) {
                costs = Arrays.copyOf(costs, 2 * size);
                ranks = Arrays.copyOf(ranks, 2 * size);
                choices = Arrays.copyOf(choices, 2 * size);
                blocks = Arrays.copyOf(blocks, 2 * size);
            }
            move(at, at + 1);
            size++;
        }

        private void dropBeatenAfter(int at) {
            int next = at + 1;
            while (next < size && ranks[next] >> COUNT_BITS >= ranks[at] >> COUNT_BITS) {
                next++;
            }
            if (next > at + 1) {
                move(next, at + 1);
                size -= next - (at + 1);
            }
        }

        private void move(int from, int to) {
            System.arraycopy(costs, from, costs, to, size - from);
            System.arraycopy(ranks, from, ranks, to, size - from);
            System.arraycopy(choices, from, choices, to, size - from);
            System.arraycopy(blocks, from, blocks, to, size - from);
        }

        @Override
        int finish() {
            return size;
        }

        @Override
        long cost(int entry) {
            return costs[entry];
        }

        @Override
        long rank(int entry) {
            return ranks[entry];
        }

        @Override
        int choice(int entry) {
            return choices[entry];
        }

        @Override
        int block(int entry) {
            return blocks[entry];
        }
    }
}
