package app.tandem.loss;

import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much each task gains from being trained with one other task in a full-size network, against its single-task network
 * (Standley et al., ICML 2020, the pairwise tables). The published tables use test losses and the single-task network of
 * half size: a pair costs as much as two of these, so it is a comparison at equal budget.
 */
public final class PairwiseTable {

    private final List<String> taskIds;
    private final double[][] gains;

    private PairwiseTable(List<String> taskIds, double[][] gains) {
        this.taskIds = taskIds;
        this.gains = gains;
    }

    /**
     * The table of one setting.
     *
     * @param baseline the size of the single-task networks that are the baseline
     */
    public static PairwiseTable of(LossTable table, Measure measure, EncoderSize baseline, RelativeGain formula) {
        int tasks = table.taskCount();
        double[][] gains = new double[tasks][tasks];
        for (int task = 0; task < tasks; task++) {
            Arrays.fill(gains[task], Double.NaN);
            double single = loss(table, Network.of(TaskSet.of(task), baseline), task, measure);
            for (int other = 0; other < tasks; other++) {
                if (other != task) {
                    Network pair = Network.of(TaskSet.of(task, other), EncoderSize.FULL);
                    gains[task][other] = formula.of(single, loss(table, pair, task, measure));
                }
            }
        }
        return new PairwiseTable(table.taskIds(), gains);
    }

    private static double loss(LossTable table, Network network, int task, Measure measure) {
        int row = table.indexOf(network);
        return row < 0 ? Double.NaN : table.cell(row, task, measure).mean();
    }

    public List<String> taskIds() {
        return taskIds;
    }

    /**
     * The gain of a task from another one, as a share (0.05 is 5 %); empty where the pair or the single-task network was not
     * measured, and for a task with itself.
     */
    public OptionalDouble gain(int task, int trainedWith) {
        double gain = gains[task][trainedWith];
        return Double.isFinite(gain) ? OptionalDouble.of(gain) : OptionalDouble.empty();
    }
}
