package app.tandem.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis with round ticks.
 *
 * @param low the value at its start
 * @param high the value at its end, above {@code low}
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
record Axis(double low, double high, double step) {

    /** An axis over exactly this range, with at most so many ticks, or two: one alone tells nothing of the distances. */
    static Axis over(double low, double high, int mostTicks) {
        double end = high > low ? high : low + Math.max(1e-6, Math.abs(low) * 0.1);
        double rough = (end - low) / Math.max(1, mostTicks);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return new Axis(low, end, factor * power).withTwoTicks();
            }
        }
        throw new IllegalArgumentException("no ticks between " + low + " and " + high);
    }

    private Axis withTwoTicks() {
        Axis axis = this;
        double power = Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        // 5, 2, 1, 0.5, 0.2 … of the power of ten: a tenth of the range always has two.
        for (double factor : new double[] {5, 2, 1, 0.5, 0.2, 0.1, 0.05}) {
            if (axis.ticks().size() < 2 && factor * power < axis.step * (1 - 1e-9)) {
                axis = new Axis(low, high, factor * power);
            }
        }
        return axis;
    }

    /** An axis that begins and ends at a tick and leaves some room around the values. */
    static Axis around(double low, double high, int mostTicks) {
        double span = high > low ? high - low : Math.max(1e-6, Math.abs(low) * 0.1);
        Axis axis = over(low - 0.06 * span, low + span * 1.06, mostTicks);
        double first = Math.floor(axis.low / axis.step + 0.5 + 1e-9) * axis.step;
        return new Axis(Math.min(axis.low, first), axis.high, axis.step);
    }

    /** The ticks in ascending order. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** How many decimals tell the ticks apart. */
    int decimals() {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }

    /** Where a value stands between 0 (start) and 1 (end). */
    double position(double value) {
        return (value - low) / (high - low);
    }
}
