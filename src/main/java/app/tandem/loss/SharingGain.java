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
        double sum = 0;
        int count = 0;
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            if (network.encoder().equals(EncoderSize.FULL) && network.tasks().size() == k) {
                double gain = meanGain(table, measure, row, baseline, formula);
                if (Double.isFinite(gain)) {
                    sum += gain;
                    count++;
                }
            }
        }
        return new SharingGain(k, count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count), count);
    }

    private static double meanGain(
            LossTable table, Measure measure, int row, EncoderSize baseline, RelativeGain formula) {
        TaskSet tasks = table.networks().get(row).tasks();
        double sum = 0;
        for (int task : tasks) {
            int single = table.networks().indexOf(Network.of(TaskSet.of(task), baseline));
            double loss =
                    single < 0 ? Double.NaN : table.cell(single, task, measure).mean();
            sum += formula.of(loss, table.cell(row, task, measure).mean());
        }
        return sum / tasks.size();
    }
}
