package app.tandem.loss;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The losses of one cell by seed, in little memory: a large table has hundreds of thousands of cells. Immutable. */
final class SeedLosses {

    private final int[] seeds;
    private final double[] losses;
    private final LossCell mean;

    private SeedLosses(int[] seeds, double[] losses) {
        this.seeds = seeds;
        this.losses = losses;
        this.mean = LossCell.of(losses);
    }

    LossCell mean() {
        return mean;
    }

    SortedMap<Integer, Double> bySeed() {
        SortedMap<Integer, Double> values = new TreeMap<>();
        for (int i = 0; i < seeds.length; i++) {
            values.put(seeds[i], losses[i]);
        }
        return Collections.unmodifiableSortedMap(values);
    }

    /** A cell while losses are added to it. */
    static final class Growing {

        private int[] seeds = new int[1];
        private double[] losses = new double[1];
        private int size;

        /** Whether there was no loss of this seed yet; otherwise nothing is added. */
        boolean add(int seed, double loss) {
            int place = Arrays.binarySearch(seeds, 0, size, seed);
            if (place >= 0) {
                return false;
            }
            if (size == seeds.length) {
                seeds = Arrays.copyOf(seeds, 2 * size);
                losses = Arrays.copyOf(losses, 2 * size);
            }
            int at = -place - 1;
            System.arraycopy(seeds, at, seeds, at + 1, size - at);
            System.arraycopy(losses, at, losses, at + 1, size - at);
            seeds[at] = seed;
            losses[at] = loss;
            size++;
            return true;
        }

        SeedLosses now() {
            return new SeedLosses(Arrays.copyOf(seeds, size), Arrays.copyOf(losses, size));
        }
    }
}
