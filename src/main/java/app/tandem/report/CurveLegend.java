package app.tandem.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The entries above a {@link BudgetCurve}, in as many lines as they need. Measures in points.
 *
 * @param entries in reading order; the last one stands for the groupings made by hand where there are any
 * @param height of all lines
 */
record CurveLegend(List<Entry> entries, double height) {

    /** The width of the stroke before a name, in text sizes. */
    static final double STROKE = 1.6;

    private static final double AFTER_STROKE = 0.5;
    private static final double BETWEEN = 1.4;
    private static final double LINE = 1.6;

    /**
     * One entry in its place.
     *
     * @param series its index, or -1 for the groupings made by hand
     */
    record Entry(int series, List<Lettering> lines, double x, double y) {
        double textX(double textSize) {
            return x + (STROKE + AFTER_STROKE) * textSize;
        }
    }

    static CurveLegend of(BudgetCurve curve, double width, double t) {
        List<Entry> entries = new ArrayList<>();
        double x = 0;
        double y = 0.8 * t;
        double lineHeight = LINE * t;
        int count = curve.series().size() + (curve.mine().isEmpty() ? 0 : 1);
        for (int i = 0; i < count; i++) {
            boolean mine = i == curve.series().size();
            String name = mine
                    ? curve.words().get("curve.mine")
                    : curve.series().get(i).name();
            double room = Math.max(4 * t, width - (STROKE + AFTER_STROKE) * t);
            List<Lettering> lines = Lettering.regular(name, t).wrap(room);
            double textWidth =
                    lines.stream().mapToDouble(Lettering::width).max().orElse(0);
            double entryWidth = (STROKE + AFTER_STROKE) * t + textWidth;
            if (x > 0 && x + entryWidth > width) {
                x = 0;
                y += lineHeight;
                lineHeight = LINE * t;
            }
            entries.add(new Entry(mine ? -1 : i, lines, x, y));
            lineHeight = Math.max(lineHeight, (lines.size() - 1) * Lettering.LINE * t + LINE * t);
            x += entryWidth + BETWEEN * t;
        }
        return new CurveLegend(entries, count == 0 ? 0 : y - 0.8 * t + lineHeight);
    }
}
