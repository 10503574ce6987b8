package app.tandem.training;

import java.util.Collections;
import java.util.LinkedHashMap;
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
}
