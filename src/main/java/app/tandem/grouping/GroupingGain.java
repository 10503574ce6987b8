package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.loss.RelativeGain;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The multi-task performance Δ of a grouping: how much better each task is than in a network of its own, and the mean over
 * the tasks (Maninis et al., CVPR 2019, section 4.2). Losses are better where they are lower, so a gain is
 * (baseline − loss) / baseline. Weights play no part.
 *
 * @param tasks the gain of each task as a share (0.05 is 5 %); empty where its loss or its baseline is missing
 * @param mean over all tasks; empty where one of them is missing
 */
public record GroupingGain(List<OptionalDouble> tasks, OptionalDouble mean) {

    public GroupingGain {
        tasks = List.copyOf(tasks);
    }

    /**
     * Compares a grouping with one network per task.
     *
     * @param measure whose losses are compared; who serves a task is the selection's choice
     * @param baseline the size of the single-task networks; never interpolated
     */
    public static GroupingGain of(LossTable table, Selection selection, Measure measure, EncoderSize baseline) {
        List<OptionalDouble> gains = new ArrayList<>();
        for (int task = 0; task < table.taskCount(); task++) {
            double single = loss(table, Network.of(TaskSet.of(task), baseline), task, measure);
            double loss = loss(table, selection.server(task).network(), task, measure);
            double gain = RelativeGain.OF_BASELINE.of(single, loss);
            gains.add(Double.isFinite(gain) ? OptionalDouble.of(gain) : OptionalDouble.empty());
        }
        boolean complete = gains.stream().allMatch(OptionalDouble::isPresent);
        return new GroupingGain(
                gains,
                complete
                        ? gains.stream()
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .average()
                        : OptionalDouble.empty());
    }

    private static double loss(LossTable table, Network network, int task, Measure measure) {
        int row = table.indexOf(network);
        return row < 0 ? Double.NaN : table.cell(row, task, measure).mean();
    }
}
