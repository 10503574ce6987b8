package app.tandem.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws a {@link Heatmap}. */
final class HeatmapPainter {

    private static final int STEPS = 40;

    private final Graphics2D g;
    private final Heatmap map;
    private final HeatmapLayout layout;
    private final FigureTheme theme;
    private final double t;
    private final double cellHeight;
    private final DivergingScale scale;
    private final int decimals;
    private final double valueSize;

    HeatmapPainter(Graphics2D g, Heatmap map, HeatmapLayout layout, FigureTheme theme, double height) {
        this.g = g;
        this.map = map;
        this.layout = layout;
        this.theme = theme;
        this.t = theme.textSize();
        this.cellHeight = Math.max(
                1,
                (height - layout.top() - layout.bottom())
                        / Math.max(1, map.names().size()));
        this.scale = DivergingScale.of(map.largest(), theme.background());
        this.decimals = scale.limit() >= 2 ? 1 : (int) Math.max(2, 1 - Math.floor(Math.log10(scale.limit())));
        this.valueSize = valueSize();
    }

    void paint() {
        for (int row = 0; row < map.names().size(); row++) {
            g.setColor(theme.text());
            up(layout.rows().get(row), layout.left() - 0.6 * t, y(row) + cellHeight / 2);
            for (int column = 0; column < map.names().size(); column++) {
                paintCell(row, column);
            }
        }
        paintColumns();
        paintScale();
    }

    /** The same for all values, so that none looks more important than another. */
    private double valueSize() {
        double widest = map.values().stream()
                .flatMap(List::stream)
                .filter(Double::isFinite)
                .mapToDouble(value -> Lettering.regular(signed(value), t).width())
                .max()
                .orElse(t);
        double room = 0.92 * (layout.cellWidth() - 0.12 * t) / widest;
        return t * Math.min(1, Math.min(room, 0.9 * (cellHeight - 0.12 * t) / t));
    }

    private double x(int column) {
        return layout.left() + column * layout.cellWidth();
    }

    private double y(int row) {
        return layout.top() + row * cellHeight;
    }

    private void paintCell(int row, int column) {
        double value = map.values().get(row).get(column);
        double gap = 0.06 * t;
        Rectangle2D box = new Rectangle2D.Double(
                x(column) + gap, y(row) + gap, layout.cellWidth() - 2 * gap, cellHeight - 2 * gap);
        Color colour = Double.isFinite(value) ? scale.at(value) : theme.surface();
        g.setColor(colour);
        g.fill(box);
        if (Double.isFinite(value)) {
            g.setColor(TaskColours.inkOn(colour));
            Lettering.regular(signed(value), valueSize).drawCentred(g, box.getCenterX(), box.getCenterY());
        } else if (row != column) {
            g.setColor(theme.muted());
            Lettering.regular("–", valueSize).drawCentred(g, box.getCenterX(), box.getCenterY());
        }
    }

    private String signed(double value) {
        String number = Characters.decimals(value, decimals);
        boolean shownAsZero = number.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return number.startsWith("-") ? "−" + number.substring(1) : value > 0 && !shownAsZero ? "+" + number : number;
    }

    private void paintColumns() {
        double line = Lettering.LINE * 0.92 * t;
        for (int column = 0; column < layout.columns().size(); column++) {
            List<Lettering> lines = layout.columns().get(column);
            double y = layout.top() - 0.5 * t - (lines.size() - 0.5) * line;
            g.setColor(theme.text());
            for (Lettering words : lines) {
                words.drawCentred(g, x(column) + layout.cellWidth() / 2, y);
                y += line;
            }
        }
        if (layout.titled()) {
            g.setColor(theme.muted());
            double middle = layout.left() + map.names().size() * layout.cellWidth() / 2;
            Lettering.regular(map.columns(), 0.92 * t).drawCentred(g, middle, 0.75 * t);
            double side = layout.top() + map.names().size() * cellHeight / 2;
            g.rotate(-Math.PI / 2, 0.6 * t, side);
            Lettering.regular(map.rows(), 0.92 * t).drawCentred(g, 0.6 * t, side);
            g.rotate(Math.PI / 2, 0.6 * t, side);
        }
    }

    private void up(List<Lettering> lines, double right, double middle) {
        double line = Lettering.LINE * 0.92 * t;
        double y = middle - (lines.size() - 1) * line / 2;
        for (Lettering words : lines) {
            words.drawUpTo(g, right, y);
            y += line;
        }
    }

    /** The colours from the lowest to the highest, with the limits and zero below. */
    private void paintScale() {
        double cells = map.names().size() * layout.cellWidth();
        // Half of the last number stands beyond the scale.
        double width = Math.min(cells - 3 * t, 22 * t);
        double left = layout.left() + (cells - width) / 2;
        double top = y(map.names().size()) + 0.9 * t;
        for (int step = 0; step < STEPS; step++) {
            g.setColor(scale.at(scale.limit() * (2.0 * step / (STEPS - 1) - 1)));
            g.fill(new Rectangle2D.Double(left + step * width / STEPS, top, width / STEPS, 0.8 * t));
        }
        g.setColor(theme.muted());
        int digits = scale.limit() >= 1 && scale.limit() == Math.rint(scale.limit()) ? 0 : decimals;
        String limit = Characters.decimals(scale.limit(), digits);
        double y = top + 1.6 * t;
        Lettering.regular("−" + limit, 0.92 * t).drawCentred(g, left, y);
        Lettering.regular("0", 0.92 * t).drawCentred(g, left + width / 2, y);
        Lettering.regular("+" + limit, 0.92 * t).drawCentred(g, left + width, y);
        y += 1.25 * t;
        double widest =
                layout.legend().stream().mapToDouble(Lettering::width).max().orElse(0);
        // What is wider than the cells stands in the middle of the figure, under the names as well.
        double middle = widest <= cells ? left + width / 2 : (layout.left() + cells) / 2;
        for (Lettering words : layout.legend()) {
            words.drawCentred(g, middle, y);
            y += Lettering.LINE * 0.92 * t;
        }
    }
}
