package app.tandem.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The losses of one epoch, by task id in the study's order. All are finite.
 *
 * @param epoch counted from 1
 * @param train the mean over the epoch's steps, with the weights as they were at each step
 * @param validation over the whole validation split, at the end of the epoch
 * @param weightedValidation the sum of the validation losses, each times its task's weight; the reported epoch has the
 *     lowest
 */
public record EpochLosses(
        int epoch, Map<String, Double> train, Map<String, Double> validation, double weightedValidation) {

    public EpochLosses {
        train = Collections.unmodifiableMap(new LinkedHashMap<>(train));
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
    }

    /** Losses in the order of the tasks, by task id. */
    static Map<String, Double> byTask(List<String> tasks, List<Double> losses) {
        Map<String, Double> byTask = new LinkedHashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            byTask.put(tasks.get(i), losses.get(i));
        }
        return byTask;
    }
}
