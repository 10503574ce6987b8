package app.tandem.training;

import app.tandem.data.TargetStatistics;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Standardises the targets of a task: each channel has mean 0 and standard deviation 1 over the whole training split, its
 * missing values left out. Losses are reported on this scale, so that tasks with different units can be summed (Standley
 * et al. 2020, section 3), and the scale does not depend on the share of the images that a setting uses.
 *
 * @param means by channel, in the label's units
 * @param deviations by channel, in the label's units; 1 where all training labels are (nearly) the same
 */
record TargetScale(List<Double> means, List<Double> deviations) {

    private static final double LEAST_RELATIVE_DEVIATION = 1e-6;

    TargetScale {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /**
     * The scale of a task with numbers for labels.
     *
     * @throws UserException if a channel has no training label at all
     */
    static TargetScale of(Task task, TargetStatistics statistics) {
        double[] means = statistics.mean();
        double[] deviations = statistics.sd();
        for (int c = 0; c < means.length; c++) {
            if (Double.isNaN(means[c])) {
                throw new UserException(
                        "The task has no label in the training images", task.id(), "Leave the task out or add labels");
            }
            if (deviations[c] <= LEAST_RELATIVE_DEVIATION * Math.abs(means[c])) {
                deviations[c] = 1;
            }
        }
        return new TargetScale(boxed(means), boxed(deviations));
    }

    int channels() {
        return means.size();
    }

    double standardise(int channel, double value) {
        return (value - means.get(channel)) / deviations.get(channel);
    }

    private static List<Double> boxed(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
