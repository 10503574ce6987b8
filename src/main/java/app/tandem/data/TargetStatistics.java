package app.tandem.data;

import app.tandem.study.TaskKind;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a constant prediction can know of one task: taken over the training split, missing values left out.
 *
 * <p>For numbers {@code mean}, {@code sd} and {@code median} hold one value per channel and {@code classCounts} is empty;
 * for classes it is the other way round.
 */
public final class TargetStatistics {
    private final double[] mean;
    private final double[] sd;
    private final double[] median;
    private final long[] classCounts;
    private final long present;

    TargetStatistics(double[] mean, double[] sd, double[] median, long[] classCounts, long present) {
        this.mean = mean.clone();
        this.sd = sd.clone();
        this.median = median.clone();
        this.classCounts = classCounts.clone();
        this.present = present;
    }

    /**
     * Counts the labels of a split.
     *
     * @param labels as {@link DatasetCache#labels} gives them
     */
    public static TargetStatistics of(TaskKind kind, ByteBuffer labels) {
        return StatisticsCount.of(kind, labels);
    }

    /** The mean of each channel; NaN where every value is missing. */
    public double[] mean() {
        return mean.clone();
    }

    /** The standard deviation (divisor n) of each channel; 0 for a constant, NaN where every value is missing. */
    public double[] sd() {
        return sd.clone();
    }

    /** The exact median of each channel, of an even number of values the mean of the middle two. */
    public double[] median() {
        return median.clone();
    }

    /** How often each class occurs; an ignored label counts 0. */
    public long[] classCounts() {
        return classCounts.clone();
    }

    /** How many values (of the first channel), pixels or images were counted. */
    public long present() {
        return present;
    }

    @Override
    public String toString() {
        return classCounts.length > 0
                ? "classes " + Arrays.toString(classCounts)
                : "mean " + Arrays.toString(mean) + ", sd " + Arrays.toString(sd) + ", median "
                        + Arrays.toString(median);
    }
}
