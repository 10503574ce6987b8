package app.tandem.grouping;

import app.tandem.study.UserException;
import java.util.List;

/**
 * Decimal fixed point for sums of losses: whole multiples of 10<sup>-digits</sup>. Sums of whole numbers do not depend on
 * their order, so ties are exact; and since the unit is a power of ten, losses that tie on paper (0.1 + 0.2 and 0.3) tie
 * here as well.
 *
 * @param digits how many decimal places the unit has; negative for units above 1
 */
record LossUnit(int digits) {

    /** The best total stays below this many units: 14 significant digits, which every product of doubles is good for. */
    private static final double BEST_TOTAL = 1e14;

    /** The worst total stays below this many units, so that six more bits fit into a {@code long}. */
    private static final double WORST_TOTAL = 6e16;

    private static final double LARGEST_LOSS = 1e290;

    private static final int MOST_DIGITS = 300;

    /** Up to here every whole number is a double: 2<sup>53</sup>. */
    private static final double MOST_EXACT = 0x1p53;

    /**
     * The finest unit that both totals allow.
     *
     * @param bestTotal the sum over the tasks of the smallest absolute loss
     * @param worstTotal the sum over the tasks of the largest absolute loss
     */
    static LossUnit of(double bestTotal, double worstTotal) {
        if (!(worstTotal < LARGEST_LOSS)) {
            throw new UserException(
                    "The losses add up to " + worstTotal + ", which is too large to compare",
                    "",
                    "Leave the diverged run out, or give its task a smaller weight");
        }
        int digits = MOST_DIGITS;
        if (worstTotal > 0) {
            digits = Math.min(digits, (int) Math.floor(Math.log10(WORST_TOTAL) - Math.log10(worstTotal)));
            double typical = bestTotal > 0 ? bestTotal : worstTotal;
            digits = Math.min(digits, (int) Math.floor(Math.log10(BEST_TOTAL) - Math.log10(typical)));
        }
        return new LossUnit(digits);
    }

    /** The loss in units, rounded to the nearest. */
    long round(double loss) {
        return Math.round(scaled(loss));
    }

    /**
     * The sum of losses that this unit may not have been made for. Where one of them is too large to be a whole number of
     * units, it is the plain sum, which is then the more exact one.
     */
    double sum(List<Double> losses) {
        double units = 0;
        double size = 0;
        for (double loss : losses) {
            double rounded = Math.rint(scaled(loss));
            units += rounded;
            size += Math.abs(rounded);
        }
        return size < MOST_EXACT
                ? toLoss(units)
                : losses.stream().mapToDouble(Double::doubleValue).sum();
    }

    private double scaled(double loss) {
        return digits >= 0 ? loss * Math.pow(10, digits) : loss / Math.pow(10, -digits);
    }

    /** A number of units as a loss. */
    double toLoss(double units) {
        return digits >= 0 ? units / Math.pow(10, digits) : units * Math.pow(10, -digits);
    }
}
