package app.tandem.training;

import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.UserException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Standardises the targets of a task: each channel has mean 0 and standard deviation 1 over the whole training split, its
 * missing values left out. Losses are reported on this scale, so that tasks with different units can be summed (Standley
 * et al. 2020, section 3), and the scale does not depend on the share of the images that a setting uses.
 *
 * @param means by channel, in the label's units
 * @param deviations by channel, in the label's units; 1 where the training labels are all the same
 */
record TargetScale(List<Double> means, List<Double> deviations) {

    TargetScale {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /**
     * The scale of a task with numbers for labels.
     *
     * @throws UserException if a channel has no training label at all
     */
    static TargetScale of(Task task, TrainingData data) {
        int channels = channels(task.kind());
        FloatBuffer labels = floats(data.labels(Split.TRAIN, task));
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        long[] counts = new long[channels];
        double[] pivots = pivots(task, labels, channels);
        for (int i = 0; i < labels.limit(); i++) {
            float value = labels.get(i);
            int channel = i % channels;
            if (!Float.isNaN(value)) {
                double centred = value - pivots[channel];
                sums[channel] += centred;
                squares[channel] += centred * centred;
                counts[channel]++;
            }
        }
        double[] means = new double[channels];
        double[] deviations = new double[channels];
        for (int c = 0; c < channels; c++) {
            double mean = sums[c] / counts[c];
            double variance = Math.max(0, squares[c] / counts[c] - mean * mean);
            means[c] = pivots[c] + mean;
            deviations[c] = variance > 1e-12 * Math.max(1, pivots[c] * pivots[c]) ? Math.sqrt(variance) : 1;
        }
        return new TargetScale(boxed(means), boxed(deviations));
    }

    static int channels(TaskKind kind) {
        if (kind instanceof TaskKind.RegressionMap map) {
            return map.channels();
        }
        return kind instanceof TaskKind.Regression regression ? regression.values() : 3;
    }

    int channels() {
        return means.size();
    }

    double standardise(int channel, double value) {
        return (value - means.get(channel)) / deviations.get(channel);
    }

    /** A view of a buffer of little-endian floats. */
    static FloatBuffer floats(ByteBuffer bytes) {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    /** The first label of each channel: subtracted before squaring, so that the variance keeps its digits. */
    private static double[] pivots(Task task, FloatBuffer labels, int channels) {
        double[] pivots = new double[channels];
        for (int c = 0; c < channels; c++) {
            int i = c;
            while (i < labels.limit() && Float.isNaN(labels.get(i))) {
                i += channels;
            }
            if (i >= labels.limit()) {
                throw new UserException(
                        "The task has no label in the training images", task.id(), "Leave the task out or add labels");
            }
            pivots[c] = labels.get(i);
        }
        return pivots;
    }

    private static List<Double> boxed(double[] values) {
        return Collections.unmodifiableList(DoubleStream.of(values).boxed().toList());
    }
}
