package app.tandem.loss;

import java.util.Arrays;
import java.util.Collection;

/**
 * The loss of one task in one network over its seeds.
 *
 * @param mean over the seeds; NaN where nothing was measured
 * @param sd the sample standard deviation (divisor n - 1); NaN for fewer than two seeds
 * @param n the number of seeds; 0 where nothing was measured
 */
public record LossCell(double mean, double sd, int n) {

    public static final LossCell ABSENT = new LossCell(Double.NaN, Double.NaN, 0);

    /** Mean and sample standard deviation of the values, by the two-pass algorithm. */
    public static LossCell of(Collection<Double> values) {
        int n = values.size();
        if (n == 0) {
            return ABSENT;
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new LossCell(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), n);
    }

    /** The same of values that need not be boxed. */
    static LossCell of(double[] values) {
        return values.length == 1
                ? new LossCell(values[0], Double.NaN, 1)
                : of(Arrays.stream(values).boxed().toList());
    }

    public boolean isPresent() {
        return n > 0;
    }
}
