package app.tandem.workbench.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * A running average of a curve, in which a value counts {@code share} times as much as the one after it. The first values
 * are not pulled towards zero: the weights of those that are there sum to one (as in Kingma and Ba, ICLR 2015, section 3).
 *
 * @param share from 0, which smooths nothing, to below 1
 */
record Smoothing(double share) {

    /** @throws IllegalArgumentException if the share is outside its range */
    Smoothing {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a smoothing of " + share);
        }
    }

    boolean isNone() {
        return share == 0;
    }

    List<Double> of(List<Double> values) {
        List<Double> smooth = new ArrayList<>();
        double sum = 0;
        double weights = 0;
        for (double value : values) {
            sum = share * sum + value;
            weights = share * weights + 1;
            smooth.add(sum / weights);
        }
        return smooth;
    }
}
