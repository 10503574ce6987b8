package app.tandem.workbench.losses;

import java.util.Arrays;
import java.util.List;

/** Shares the width of the window among columns. Pure. */
final class ColumnWidths {

    /**
     * How wide a column may be, in pixels.
     *
     * @param most how far it grows where there is room; the same as {@code usual} where it keeps its width
     */
    record Wish(double usual, double most) {

        static Wish fixed(double width) {
            return new Wish(width, width);
        }
    }

    private ColumnWidths() {}

    /** Every column at least at its usual width; what room is left goes to those that may grow, evenly. */
    static double[] share(List<Wish> wishes, double room) {
        double[] widths = wishes.stream().mapToDouble(Wish::usual).toArray();
        double left = room - Arrays.stream(widths).sum();
        boolean grows = true;
        while (left >= 1 && grows) {
            double given = left;
            long growing = 0;
            for (int i = 0; i < widths.length; i++) {
                growing += wishes.get(i).most() > widths[i] ? 1 : 0;
            }
            for (int i = 0; i < widths.length && growing > 0; i++) {
                double more = Math.min(wishes.get(i).most() - widths[i], given / growing);
                widths[i] += Math.max(0, more);
                left -= Math.max(0, more);
            }
            grows = growing > 0;
        }
        return floor(widths);
    }

    private static double[] floor(double[] widths) {
        return Arrays.stream(widths).map(Math::floor).toArray();
    }
}
