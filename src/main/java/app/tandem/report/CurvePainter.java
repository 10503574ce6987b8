package app.tandem.report;

import app.tandem.loss.Measure;
import app.tandem.report.BudgetCurve.Mark;
import app.tandem.report.BudgetCurve.Series;
import app.tandem.report.BudgetCurve.Step;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Draws a {@link BudgetCurve} into a rectangle. */
final class CurvePainter {

    private static final float[][] DASHES = {
        {}, {0.7f, 0.25f}, {0.2f, 0.25f}, {0.9f, 0.25f, 0.2f, 0.25f}, {0.4f, 0.3f}, {1.4f, 0.3f}
    };

    /** How opaque a band is, of 255. */
    private static final int BAND = 40;

    private final Graphics2D g;
    private final BudgetCurve curve;
    private final FigureTheme theme;
    private final double t;
    private final CurveFrame frame;
    private final Rectangle2D plot;
    private final LabelPlacer labels;

    CurvePainter(Graphics2D g, CurveFrame frame, FigureTheme theme) {
        this.g = g;
        this.frame = frame;
        this.curve = frame.curve();
        this.theme = theme;
        this.t = theme.textSize();
        this.plot = frame.plot();
        this.labels = new LabelPlacer(plot);
    }

    void paint() {
        paintGrid();
        paintLegend();
        paintNote();
        if (curve.series().isEmpty() && curve.mine().isEmpty()) {
            g.setColor(theme.muted());
            Lettering.regular(curve.words().get("curve.nothing"), t)
                    .drawCentred(g, plot.getCenterX(), plot.getCenterY());
            return;
        }
        curve.selected().ifPresent(budget -> paintSelectedLine(x(budget.snt().toDouble())));
        curve.series().forEach(this::paintBand);
        for (int i = curve.series().size() - 1; i >= 0; i--) {
            if (curve.series().get(i).points()) {
                paintPoints(curve.series().get(i));
            } else {
                paintSeries(curve.series().get(i));
            }
        }
        paintSelectedDot();
        curve.mine().forEach(mark -> labels.avoid(square(point(mark), 0.6 * t)));
        curve.mine().forEach(this::paintMark);
    }

    private double x(double budget) {
        return frame.x(budget);
    }

    private double y(double loss) {
        return frame.y(loss);
    }

    private Point2D point(Mark mark) {
        return new Point2D.Double(x(mark.cost().toDouble()), y(mark.loss()));
    }

    private void paintGrid() {
        g.setStroke(new BasicStroke((float) (0.07 * t)));
        for (double tick : frame.losses().ticks()) {
            g.setColor(theme.grid());
            g.draw(new Line2D.Double(plot.getX(), y(tick), plot.getMaxX(), y(tick)));
            g.setColor(theme.muted());
            frame.tickLabel(frame.losses(), tick).drawUpTo(g, plot.getX() - 0.6 * t, y(tick));
        }
        g.setColor(theme.outline());
        g.draw(new Line2D.Double(plot.getX(), plot.getMaxY(), plot.getMaxX(), plot.getMaxY()));
        for (double tick : frame.budgets().ticks()) {
            g.setColor(theme.outline());
            g.draw(new Line2D.Double(x(tick), plot.getMaxY(), x(tick), plot.getMaxY() + 0.3 * t));
            g.setColor(theme.muted());
            frame.tickLabel(frame.budgets(), tick).drawCentred(g, x(tick), plot.getMaxY() + 1.05 * t);
        }
        Lettering.regular(curve.words().get("curve.budget"), 0.92 * t)
                .drawCentred(g, plot.getCenterX(), plot.getMaxY() + 2.35 * t);
        paintLossTitle();
    }

    private void paintLossTitle() {
        double x = 0.6 * t;
        double y = plot.getCenterY();
        g.rotate(-Math.PI / 2, x, y);
        Lettering.regular(curve.words().get("curve.loss"), 0.92 * t).drawCentred(g, x, y);
        g.rotate(Math.PI / 2, x, y);
    }

    private void paintLegend() {
        for (CurveLegend.Entry entry : frame.legend().entries()) {
            double middle = entry.x() + CurveLegend.STROKE * t / 2;
            if (entry.series() < 0) {
                paintDiamond(new Point2D.Double(middle, entry.y()));
            } else {
                Series series = curve.series().get(entry.series());
                g.setColor(colour(series));
                if (series.points()) {
                    g.fill(symbol(series, new Point2D.Double(middle, entry.y())));
                } else {
                    g.setStroke(stroke(series));
                    g.draw(new Line2D.Double(entry.x(), entry.y(), entry.x() + CurveLegend.STROKE * t, entry.y()));
                }
            }
            g.setColor(theme.text());
            double y = entry.y();
            for (Lettering line : entry.lines()) {
                line.drawFrom(g, entry.textX(t), y);
                y += Lettering.LINE * t;
            }
        }
    }

    private void paintNote() {
        g.setColor(theme.muted());
        double y = plot.getMaxY() + 3.9 * t;
        for (Lettering line : frame.note()) {
            line.drawFrom(g, 0, y);
            y += 1.1 * t;
        }
    }

    /** From each step to the next, one spread above and below; see-through, since bands of methods overlap. */
    private void paintBand(Series series) {
        Color colour = colour(series);
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND));
        List<Step> steps = series.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.hasBand()) {
                double from = x(step.budget().toDouble());
                double to = i + 1 == steps.size()
                        ? plot.getMaxX()
                        : x(steps.get(i + 1).budget().toDouble());
                double top = y(step.loss() + step.spread());
                double half = series.points() ? 0.3 * t : 0;
                g.fill(new Rectangle2D.Double(
                        from - half,
                        top,
                        series.points() ? 2 * half : to - from,
                        y(step.loss() - step.spread()) - top));
            }
        }
    }

    private void paintPoints(Series series) {
        g.setColor(colour(series));
        for (Step step : series.steps()) {
            if (!step.isGap()) {
                Point2D point = new Point2D.Double(x(step.budget().toDouble()), y(step.loss()));
                g.fill(symbol(series, point));
                labels.avoid(square(point, 0.5 * t));
            }
        }
    }

    /** Told apart by shape as well, since colours repeat. */
    private Shape symbol(Series series, Point2D centre) {
        return series.method() % 2 == 0 ? circle(centre, 0.42 * t) : square(centre, 0.38 * t);
    }

    private void paintSeries(Series series) {
        Path2D path = new Path2D.Double();
        List<Step> steps = series.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isGap()) {
                continue;
            }
            double fromX = x(steps.get(i).budget().toDouble());
            double toX = i + 1 == steps.size()
                    ? plot.getMaxX()
                    : x(steps.get(i + 1).budget().toDouble());
            double y = y(steps.get(i).loss());
            if (i == 0 || steps.get(i - 1).isGap()) {
                path.moveTo(fromX, y);
            } else {
                path.lineTo(fromX, y);
                labels.avoid(new Line2D.Double(fromX, y(steps.get(i - 1).loss()), fromX, y));
            }
            path.lineTo(toX, y);
            labels.avoid(new Line2D.Double(fromX, y, toX, y));
        }
        g.setColor(colour(series));
        g.setStroke(stroke(series));
        g.draw(path);
    }

    private Color colour(Series series) {
        Color colour = theme.method(series.method());
        return series.measure() == Measure.TEST ? colour : TaskColours.mix(colour, theme.background(), 0.7);
    }

    private BasicStroke stroke(Series series) {
        boolean test = series.measure() == Measure.TEST;
        float[] pattern = test ? DASHES[Math.floorMod(series.method(), DASHES.length)] : DASHES[2];
        float width = (float) ((series.method() == 0 && test ? 0.17 : 0.13) * t);
        if (pattern.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        float[] dash = pattern.clone();
        for (int i = 0; i < dash.length; i++) {
            dash[i] *= (float) t;
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    private void paintSelectedLine(double x) {
        g.setColor(TaskColours.mix(theme.accent(), theme.background(), 0.6));
        float[] dash = {(float) (0.25 * t), (float) (0.25 * t)};
        g.setStroke(new BasicStroke((float) (0.1 * t), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
        Line2D line = new Line2D.Double(x, plot.getY(), x, plot.getMaxY());
        g.draw(line);
        labels.avoid(line);
    }

    private void paintSelectedDot() {
        if (curve.selected().isEmpty() || curve.series().isEmpty()) {
            return;
        }
        double budget = curve.selected().get().snt().toDouble();
        Optional<Double> loss = curve.series().get(0).at(curve.selected().get().snt());
        loss.ifPresent(value -> {
            Point2D point = new Point2D.Double(x(budget), y(value));
            g.setColor(theme.background());
            g.fill(circle(point, 0.52 * t));
            g.setColor(colour(curve.series().get(0)));
            g.fill(circle(point, 0.38 * t));
            labels.avoid(square(point, 0.6 * t));
            Lettering number = Lettering.semibold(Characters.decimals(value, 4), t);
            paintLabel(number, point, theme.text());
        });
    }

    private void paintMark(Mark mark) {
        Point2D point = point(mark);
        paintLabel(Lettering.regular(mark.name(), 0.92 * t), point, theme.text());
        paintDiamond(point);
    }

    /** Beside the point where there is room, joined to it by a thin line where that is further away. */
    private void paintLabel(Lettering words, Point2D point, Color colour) {
        List<Lettering> lines = words.wrap(Math.max(8 * t, plot.getWidth() * 0.35));
        double margin = 0.25 * t;
        double width = lines.stream().mapToDouble(Lettering::width).max().orElse(0) + 2 * margin;
        double lineHeight = Lettering.LINE * words.size();
        double height = lines.size() * lineHeight;
        Rectangle2D box =
                labels.place(point, width, height, 0.6 * t).orElseGet(() -> coveredPlace(point, width, height));
        Point2D near = LabelPlacer.nearest(box, point);
        if (point.distance(near) > 1.2 * t) {
            g.setColor(theme.muted());
            g.setStroke(new BasicStroke((float) (0.06 * t)));
            g.draw(new Line2D.Double(point, near));
        }
        g.setColor(colour);
        double y = box.getY() + lineHeight / 2;
        for (Lettering line : lines) {
            line.drawFrom(g, box.getX() + margin, y);
            y += lineHeight;
        }
    }

    /** Where there is no room left, a name stands on a ground of its own: better a covered curve than a lost name. */
    private Rectangle2D coveredPlace(Point2D point, double width, double height) {
        double x = Math.min(point.getX() + 0.75 * t, plot.getMaxX() - width);
        double y = Math.max(plot.getY(), Math.min(point.getY() - height / 2, plot.getMaxY() - height));
        Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
        g.setColor(theme.background());
        g.fill(box);
        return box;
    }

    private void paintDiamond(Point2D point) {
        double r = 0.48 * t;
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(point.getX(), point.getY() - r);
        diamond.lineTo(point.getX() + r, point.getY());
        diamond.lineTo(point.getX(), point.getY() + r);
        diamond.lineTo(point.getX() - r, point.getY());
        diamond.closePath();
        g.setColor(theme.text());
        g.fill(diamond);
    }

    private static Ellipse2D circle(Point2D centre, double radius) {
        return new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
    }

    private static Rectangle2D square(Point2D centre, double radius) {
        return new Rectangle2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
    }
}
