package app.tandem.report;

import app.tandem.loss.Affinity;
import app.tandem.loss.PairwiseTable;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What tasks gain from each other as coloured cells with their values.
 *
 * @param title what it shows, not drawn
 * @param names of the tasks
 * @param values in %, by row and column; NaN where unknown
 * @param rows what the rows are; empty where rows and columns are alike
 * @param columns what the columns are; empty where they are alike
 * @param legend what the colours mean
 */
public record Heatmap(
        String title, List<String> names, List<List<Double>> values, String rows, String columns, String legend)
        implements Figure {

    private interface Gain {
        OptionalDouble of(int task, int other);
    }

    public Heatmap {
        names = List.copyOf(names);
        values = values.stream().map(List::copyOf).toList();
    }

    /** What each task gains from each other one. */
    static Heatmap pairwise(SharingReport report) {
        PairwiseTable pairs = report.pairs();
        Words words = report.words();
        return new Heatmap(
                report.pairwise().title(),
                report.names(),
                percent(report.names().size(), pairs::gain),
                words.get("heatmap.gain"),
                words.get("heatmap.with"),
                words.get("heatmap.legend", report.baseline().toString()));
    }

    /** How well each two tasks go together. */
    static Heatmap affinity(SharingReport report) {
        Affinity affinity = Affinity.of(report.pairs());
        return new Heatmap(
                report.affinity().title(),
                report.names(),
                percent(report.names().size(), affinity::between),
                "",
                "",
                report.words().get("heatmap.affinity", report.baseline().toString()));
    }

    private static List<List<Double>> percent(int tasks, Gain gain) {
        Double[][] values = new Double[tasks][tasks];
        for (int task = 0; task < tasks; task++) {
            for (int other = 0; other < tasks; other++) {
                values[task][other] = 100 * gain.of(task, other).orElse(Double.NaN);
            }
        }
        return Arrays.stream(values).map(List::of).toList();
    }

    /** The largest size of a value; 0 where none is known. */
    double largest() {
        return values.stream()
                .flatMap(List::stream)
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    @Override
    public double preferredHeight(double width, double textSize) {
        HeatmapLayout layout = new HeatmapLayout(this, width, textSize);
        double cell = Math.max(2.2 * textSize, Math.min(0.6 * layout.cellWidth(), 4.2 * textSize));
        return layout.top() + names.size() * cell + layout.bottom();
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureTheme theme) {
        double t = theme.textSize();
        HeatmapLayout layout = new HeatmapLayout(this, width, t);
        while (t > 0.2 * theme.textSize() && layout.top() + layout.bottom() + names.size() * t > height) {
            t *= 0.94;
            layout = new HeatmapLayout(this, width, t);
        }
        new HeatmapPainter(g, this, layout, theme.withTextSize(t), height).paint();
    }
}
