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
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same of values that need not be boxed. */
    static LossCell of(double[] values) {
        int n = values.length;
        if (n == 0) {
            return ABSENT;
        }
        double mean = Arrays.stream(values).sum() / n;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new LossCell(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), n);
    }

    /** Of one seed; absent where the value is NaN. */
    static LossCell of(double value) {
        return Double.isNaN(value) ? ABSENT : new LossCell(value, Double.NaN, 1);
    }

    public boolean isPresent() {
        return n > 0;
    }
}
