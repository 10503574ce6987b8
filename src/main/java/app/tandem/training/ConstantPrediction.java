package app.tandem.training;

import app.tandem.data.TargetStatistics;
import app.tandem.loss.Measure;
import app.tandem.study.LossFunction;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The losses of the best prediction that does not look at the image: what a network has to beat.
 *
 * <p>The constant minimises the task's loss on the whole training split: per channel the median for L1 and the mean for
 * squared error, and for cross-entropy the frequencies of the classes, with one more of each so that a class that
 * training never shows stays possible. Losses are on the networks' scale ({@link LossFunction}).
 */
public final class ConstantPrediction {

    private ConstantPrediction() {}

    /**
     * The validation and the test loss; absent where a split has no image or no label that counts, and where training has
     * no label of one of the task's numbers.
     */
    public static Map<Measure, Double> losses(Task task, TrainingData data) {
        Map<Measure, Double> losses = new EnumMap<>(Measure.class);
        Map.of(Measure.VALIDATION, Split.VALIDATION, Measure.TEST, Split.TEST).forEach((measure, split) -> {
            double loss = data.count(split) == 0 ? Double.NaN : loss(task, data, split);
            if (!Double.isNaN(loss)) {
                losses.put(measure, loss);
            }
        });
        return losses;
    }

    /** NaN where there is none. */
    static double loss(Task task, TrainingData data, Split split) {
        ByteBuffer labels = data.labels(split, task).duplicate().order(ByteOrder.LITTLE_ENDIAN);
        TargetStatistics statistics = data.statistics(task);
        if (task.kind().isCategorical()) {
            return classLoss(task.kind(), labels, statistics);
        }
        boolean isKnown = DoubleStream.of(statistics.mean()).noneMatch(Double::isNaN);
        return isKnown ? numberLoss(task, labels, statistics) : Double.NaN;
    }

    private static double classLoss(TaskKind kind, ByteBuffer labels, TargetStatistics statistics) {
        long[] expected = statistics.classCounts();
        boolean[] counts = counted(kind, expected.length);
        double total = 0;
        for (int c = 0; c < expected.length; c++) {
            total += counts[c] ? expected[c] + 1 : 0;
        }
        long[] met = TargetStatistics.of(kind, labels).classCounts();
        double sum = 0;
        long n = 0;
        for (int c = 0; c < met.length; c++) {
            sum -= met[c] * Math.log((expected[c] + 1) / total);
            n += met[c];
        }
        return sum / n;
    }

    private static boolean[] counted(TaskKind kind, int classes) {
        boolean[] counted = new boolean[classes];
        java.util.Arrays.fill(counted, true);
        if (kind instanceof TaskKind.Segmentation segmentation && segmentation.ignoredLabel() >= 0) {
            counted[segmentation.ignoredLabel()] = false;
        }
        return counted;
    }

    private static double numberLoss(Task task, ByteBuffer labels, TargetStatistics statistics) {
        TargetScale scale = TargetScale.of(task, statistics);
        boolean absolute = task.loss() == LossFunction.L1;
        double[] constants = absolute ? statistics.median() : statistics.mean();
        double sum = 0;
        long n = 0;
        for (int i = 0; i < labels.limit() / Float.BYTES; i++) {
            float label = labels.getFloat(i * Float.BYTES);
            if (!Float.isNaN(label)) {
                int channel = i % constants.length;
                double error = scale.standardise(channel, label) - scale.standardise(channel, constants[channel]);
                sum += absolute ? Math.abs(error) : error * error;
                n++;
            }
        }
        return sum / n;
    }
}
