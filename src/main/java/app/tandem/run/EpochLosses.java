package app.tandem.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The losses of one epoch.
 *
 * @param epoch counted from 1
 * @param train task id to the running mean over the training images
 * @param validation task id to the loss on the validation split
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

    static Map<String, Double> finite(Map<String, Double> losses) {
        losses.forEach((task, loss) -> {
            if (!Double.isFinite(loss)) {
                throw new IllegalArgumentException("the loss of " + task + " is " + loss);
            }
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(losses));
    }
}
