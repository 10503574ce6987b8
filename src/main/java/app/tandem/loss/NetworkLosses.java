package app.tandem.loss;

import app.tandem.study.TaskSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The losses of one network by one measure: one array for each seed, with a place for each of the network's tasks. A large
 * table has hundreds of thousands of losses, and keeps no object for any of them.
 */
final class NetworkLosses {

    private final TaskSet tasks;
    private int[] seeds = new int[0];
    /** By seed, then by the task's rank in the network; NaN where nothing was measured. */
    private double[][] losses = new double[0][];

    NetworkLosses(TaskSet tasks) {
        this.tasks = tasks;
    }

    NetworkLosses copy() {
        NetworkLosses copy = new NetworkLosses(tasks);
        copy.seeds = seeds.clone();
        copy.losses = Arrays.stream(losses).map(double[]::clone).toArray(double[][]::new);
        return copy;
    }

    /** Whether there was no loss of this seed yet; otherwise nothing is added. */
    boolean add(int seed, int task, double loss) {
        int place = placeOf(seed);
        double[] ofSeed = losses[place];
        int rank = tasks.rank(task);
        if (!Double.isNaN(ofSeed[rank])) {
            return false;
        }
        ofSeed[rank] = loss;
        return true;
    }

    private int placeOf(int seed) {
        int place = Arrays.binarySearch(seeds, seed);
        return place >= 0 ? place : makePlace(-place - 1, seed);
    }

    private int makePlace(int place, int seed) {
        int[] moreSeeds = Arrays.copyOf(seeds, seeds.length + 1);
        double[][] moreLosses = Arrays.copyOf(losses, losses.length + 1);
        System.arraycopy(seeds, place, moreSeeds, place + 1, seeds.length - place);
        System.arraycopy(losses, place, moreLosses, place + 1, losses.length - place);
        moreSeeds[place] = seed;
        moreLosses[place] = new double[tasks.size()];
        Arrays.fill(moreLosses[place], Double.NaN);
        seeds = moreSeeds;
        losses = moreLosses;
        return place;
    }

    /** The mean over the seeds; NaN where there is none. */
    double mean(int task) {
        return losses.length == 1 && tasks.contains(task)
                ? losses[0][tasks.rank(task)]
                : cell(task).mean();
    }

    /** Mean and spread over the seeds. */
    LossCell cell(int task) {
        if (!tasks.contains(task)) {
            return LossCell.ABSENT;
        }
        int rank = tasks.rank(task);
        return losses.length == 1
                ? LossCell.of(losses[0][rank])
                : LossCell.of(Arrays.stream(losses)
                        .mapToDouble(ofSeed -> ofSeed[rank])
                        .filter(loss -> !Double.isNaN(loss))
                        .toArray());
    }

    /** The loss of each seed. */
    SortedMap<Integer, Double> bySeed(int task) {
        if (!tasks.contains(task)) {
            return Collections.emptySortedMap();
        }
        int rank = tasks.rank(task);
        SortedMap<Integer, Double> bySeed = new TreeMap<>();
        IntStream.range(0, seeds.length)
                .filter(place -> !Double.isNaN(losses[place][rank]))
                .forEach(place -> bySeed.put(seeds[place], losses[place][rank]));
        return Collections.unmodifiableSortedMap(bySeed);
    }
}
