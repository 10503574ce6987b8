package app.tandem.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The losses of one epoch, by task id in the study's order.
 *
 * @param epoch counted from 1
 * @param train the mean over the epoch's steps, with the weights as they were at each step; none for a task of which the
 *     epoch met no label that counts
 * @param validation over the whole validation split, at the end of the epoch
 */
public record EpochLosses(int epoch, Map<String, Double> train, Map<String, Double> validation) {

    /** @throws IllegalArgumentException if a loss is not finite */
    public EpochLosses {
        if (epoch < 1) {
            throw new IllegalArgumentException("epochs are counted from 1, not " + epoch);
        }
        train = finite(train);
        validation = finite(validation);
    }

    /**
     * A copy of the losses that cannot be changed.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public static Map<String, Double> finite(Map<String, Double> losses) {
        return TaskLosses.copyOf(losses);
    }

    /** Losses in the order of the tasks, by task id; without those that are NaN. */
    static Map<String, Double> byTask(List<String> tasks, List<Double> losses) {
        Map<String, Double> byTask = new LinkedHashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (!losses.get(i).isNaN()) {
                byTask.put(tasks.get(i), losses.get(i));
            }
        }
        return byTask;
    }
}
