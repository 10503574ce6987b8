package app.tandem.report;

import app.tandem.report.TrainingCurves.Line;
import app.tandem.report.TrainingCurves.Panel;
import app.tandem.report.TrainingCurves.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws {@link TrainingCurves}: as many panels beside each other as have room, each with axes of its own. */
final class TrainingCurvePainter {

    private static final double PANEL = 15;
    private static final double PANEL_HEIGHT = 11;
    private static final double GAP = 1.4;
    private static final int BAND = 45;
    private static final double LEGEND_LINE = 1.5;

    private final TrainingCurves curves;
    private final double width;
    private final double t;
    private final int columns;
    private final int rows;
    private final List<Place> legend;
    private final List<Lettering> note;

    /** Where an entry of the legend stands. */
    private record Place(TrainingCurves.Key key, double x, double y) {}

    TrainingCurvePainter(TrainingCurves curves, double width, double textSize) {
        this.curves = curves;
        this.width = width;
        this.t = textSize;
        int panels = Math.max(1, curves.panels().size());
        int most = Math.max(1, (int) ((width + GAP * t) / ((PANEL + GAP) * t)));
        this.rows = (panels + most - 1) / most;
        this.columns = (panels + rows - 1) / rows;
        this.legend = legend();
        this.note = notes();
    }

    private List<Lettering> notes() {
        List<String> notes = new ArrayList<>();
        if (curves.hasAuxiliaryLines()) {
            notes.add(curves.words().get("training.auxiliary"));
        }
        if (curves.hasBands()) {
            notes.add(curves.words().get("curve.bands"));
        }
        return notes.isEmpty()
                ? List.of()
                : Lettering.regular(String.join(". ", notes), 0.85 * t).wrap(width);
    }

    /** In as many lines as are needed. */
    private List<Place> legend() {
        List<Place> places = new ArrayList<>();
        double x = 0;
        double y = 0.8 * t;
        for (TrainingCurves.Key key : curves.networks()) {
            double entry = 2.3 * t + Lettering.regular(key.name(), t).width();
            if (x > 0 && x + entry > width) {
                x = 0;
                y += LEGEND_LINE * t;
            }
            places.add(new Place(key, x, y));
            x += entry + 1.4 * t;
        }
        return places;
    }

    private double head() {
        double lines = legend.stream().mapToDouble(Place::y).max().orElse(0.8 * t);
        return lines + 1.2 * t;
    }

    private double foot() {
        return 1.6 * t + note.size() * 1.1 * t;
    }

    double preferredHeight() {
        return head() + rows * PANEL_HEIGHT * t + (rows - 1) * GAP * t + foot();
    }

    void paint(Graphics2D g, double height, FigureTheme theme) {
        if (curves.isEmpty()) {
            g.setColor(theme.muted());
            double y = height / 2;
            for (Lettering line : Lettering.regular(curves.nothing(), t).wrap(width)) {
                line.drawCentred(g, width / 2, y);
                y += Lettering.LINE * t;
            }
            return;
        }
        paintLegend(g, theme);
        double panelWidth = (width - (columns - 1) * GAP * t) / columns;
        double panelHeight = (height - head() - foot() - (rows - 1) * GAP * t) / rows;
        for (int i = 0; i < curves.panels().size(); i++) {
            int column = i % columns;
            int row = i / columns;
            Rectangle2D box = new Rectangle2D.Double(
                    column * (panelWidth + GAP * t), head() + row * (panelHeight + GAP * t), panelWidth, panelHeight);
            paintPanel(g, theme, curves.panels().get(i), box);
        }
        g.setColor(theme.muted());
        double y = height - foot() + 0.8 * t;
        Lettering.regular(curves.words().get("training.axes"), 0.92 * t).drawFrom(g, 0, y);
        for (Lettering line : note) {
            y += 1.2 * t;
            line.drawFrom(g, 0, y);
        }
    }

    private void paintLegend(Graphics2D g, FigureTheme theme) {
        for (Place place : legend) {
            g.setColor(theme.method(place.key().colour()));
            g.setStroke(stroke(place.key().dashed()));
            g.draw(new Line2D.Double(place.x(), place.y(), place.x() + 1.8 * t, place.y()));
            g.setColor(theme.text());
            Lettering.regular(place.key().name(), t).drawFrom(g, place.x() + 2.3 * t, place.y());
        }
    }

    private BasicStroke stroke(boolean dashed) {
        float w = (float) (0.15 * t);
        float[] dash = {(float) (0.6 * t), (float) (0.3 * t)};
        return dashed
                ? new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0)
                : new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private Color colour(FigureTheme theme, Line line) {
        return theme.method(curves.networks().get(line.network()).colour());
    }

    private void paintPanel(Graphics2D g, FigureTheme theme, Panel panel, Rectangle2D box) {
        List<Point> all =
                panel.lines().stream().flatMap(line -> line.points().stream()).toList();
        double low = all.stream().mapToDouble(p -> p.loss() - p.spread()).min().orElse(0);
        double high = all.stream().mapToDouble(p -> p.loss() + p.spread()).max().orElse(1);
        Axis losses = Axis.around(low, high, (int) Math.max(2, box.getHeight() / (3 * t)));
        int last = all.stream().mapToInt(Point::epoch).max().orElse(2);
        int first = all.stream().mapToInt(Point::epoch).min().orElse(1);
        double left = losses.ticks().stream()
                        .mapToDouble(tick -> tick(losses, tick).width())
                        .max()
                        .orElse(0)
                + 0.5 * t;
        Rectangle2D plot = new Rectangle2D.Double(
                box.getX() + left,
                box.getY() + 1.5 * t,
                Math.max(1, box.getWidth() - left - 0.8 * t),
                Math.max(1, box.getHeight() - 3 * t));
        Axis epochs = Axis.over(first, Math.max(first + 1.0, last), (int) Math.max(2, plot.getWidth() / (3 * t)));
        g.setColor(theme.text());
        name(panel.name(), box.getWidth()).drawFrom(g, box.getX(), box.getY() + 0.5 * t);
        paintAxes(g, theme, plot, epochs, losses);
        for (Line line : panel.lines()) {
            paintBand(g, theme, plot, epochs, losses, line);
        }
        for (Line line : panel.lines()) {
            Path2D path = new Path2D.Double();
            for (Point point : line.points()) {
                add(path, x(plot, epochs, point.epoch()), y(plot, losses, point.loss()));
            }
            g.setColor(colour(theme, line));
            g.setStroke(stroke(
                    line.auxiliary() || curves.networks().get(line.network()).dashed()));
            g.draw(path);
        }
    }

    /** Smaller where it is too long for its panel. */
    private Lettering name(String words, double room) {
        Lettering full = Lettering.semibold(words, t);
        return full.width() <= room ? full : Lettering.semibold(words, t * room / full.width());
    }

    private Lettering tick(Axis axis, double tick) {
        return Lettering.regular(Characters.decimals(tick, axis.decimals()), 0.85 * t);
    }

    private void paintAxes(Graphics2D g, FigureTheme theme, Rectangle2D plot, Axis epochs, Axis losses) {
        g.setStroke(new BasicStroke((float) (0.07 * t)));
        for (double tick : losses.ticks()) {
            double y = y(plot, losses, tick);
            g.setColor(theme.grid());
            g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
            g.setColor(theme.muted());
            tick(losses, tick).drawUpTo(g, plot.getX() - 0.4 * t, y);
        }
        g.setColor(theme.outline());
        g.draw(new Line2D.Double(plot.getX(), plot.getMaxY(), plot.getMaxX(), plot.getMaxY()));
        for (double tick : epochs.ticks()) {
            if (tick == Math.rint(tick)) {
                g.setColor(theme.muted());
                tick(epochs, tick).drawCentred(g, x(plot, epochs, tick), plot.getMaxY() + 0.9 * t);
            }
        }
    }

    private void paintBand(Graphics2D g, FigureTheme theme, Rectangle2D plot, Axis epochs, Axis losses, Line line) {
        Path2D band = new Path2D.Double();
        for (Point point : line.points()) {
            add(band, x(plot, epochs, point.epoch()), y(plot, losses, point.loss() + point.spread()));
        }
        for (int i = line.points().size() - 1; i >= 0; i--) {
            Point point = line.points().get(i);
            add(band, x(plot, epochs, point.epoch()), y(plot, losses, point.loss() - point.spread()));
        }
        band.closePath();
        Color colour = colour(theme, line);
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND));
        g.fill(band);
    }

    private static void add(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private static double x(Rectangle2D plot, Axis epochs, double epoch) {
        return plot.getX() + epochs.position(epoch) * plot.getWidth();
    }

    private static double y(Rectangle2D plot, Axis losses, double loss) {
        return plot.getMaxY() - losses.position(loss) * plot.getHeight();
    }
}
