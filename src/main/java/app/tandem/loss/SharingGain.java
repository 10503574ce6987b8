package app.tandem.loss;

import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.OptionalDouble;

/**
 * Multi-task against single-task: what networks of k tasks gain on average over single-task networks (Standley et al., ICML
 * 2020, Table 1).
 *
 * @param k how many tasks share an encoder
 * @param meanGain the mean over the networks of the mean over their tasks, as a share (0.05 is 5 %); empty if there is no
 *     network
 * @param networks how many full-size networks of k tasks were measured, with the baseline of each of their tasks
 */
public record SharingGain(int k, OptionalDouble meanGain, int networks) {

    /**
     * The row of Table 1 for k.
     *
     * @param baseline the size of the single-task networks compared with: full size for the same encoder, 1/k for the same
     *     total budget. It is never interpolated: without networks of this size there is no gain
     */
    public static SharingGain of(LossTable table, Measure measure, int k, EncoderSize baseline, RelativeGain formula) {
        double[] singles = singles(table, measure, baseline);
        double sum = 0;
        int count = 0;
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            // Counted first: comparing encoders is dear, and most networks are of other sizes.
            if (network.tasks().size() == k && network.encoder().equals(EncoderSize.FULL)) {
                double gain = meanGain(table, measure, row, singles, formula);
                if (Double.isFinite(gain)) {
                    sum += gain;
                    count++;
                }
            }
        }
        return new SharingGain(k, count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count), count);
    }

    /** The loss of each task alone; NaN where it was not measured. */
    private static double[] singles(LossTable table, Measure measure, EncoderSize baseline) {
        double[] losses = new double[table.taskCount()];
        for (int task = 0; task < losses.length; task++) {
            int single = table.indexOf(Network.of(TaskSet.of(task), baseline));
            losses[task] =
                    single < 0 ? Double.NaN : table.cell(single, task, measure).mean();
        }
        return losses;
    }

    private static double meanGain(LossTable table, Measure measure, int row, double[] singles, RelativeGain formula) {
        TaskSet tasks = table.networks().get(row).tasks();
        double sum = 0;
        for (int task : tasks) {
            sum += formula.of(singles[task], table.cell(row, task, measure).mean());
        }
        return sum / tasks.size();
    }
}
