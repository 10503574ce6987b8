package app.tandem.report;

import app.tandem.report.BudgetCurve.Area;
import app.tandem.report.BudgetCurve.Mark;
import app.tandem.report.BudgetCurve.Series;
import app.tandem.report.BudgetCurve.Spot;
import app.tandem.report.BudgetCurve.Step;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where the axes, the legend and every point of a {@link BudgetCurve} stand in a rectangle. Measures in points. */
final class CurveFrame {

    /** Room for the title of the loss axis, in text sizes. */
    private static final double TITLE = 1.5;

    private final BudgetCurve curve;
    private final double t;
    private final CurveLegend legend;
    private final List<Lettering> note;
    private final Axis budgets;
    private final Axis losses;
    private final Rectangle2D plot;

    CurveFrame(BudgetCurve curve, double textSize, double width, double height) {
        this.curve = curve;
        this.t = textSize;
        this.legend = CurveLegend.of(curve, width, t);
        this.note = curve.note().isEmpty()
                ? List.of()
                : Lettering.regular(curve.note(), 0.85 * t).wrap(width);
        double bottom = (3.4 + 1.1 * note.size()) * t;
        double top = legend.height() + 0.6 * t;
        this.losses = lossAxis((int) Math.max(2, (height - top - bottom) / (3.6 * t)));
        double left = (TITLE + 0.8) * t
                + losses.ticks().stream()
                        .mapToDouble(tick -> tickLabel(losses, tick).width())
                        .max()
                        .orElse(0);
        this.budgets = budgetAxis((int) Math.max(2, (width - left - 0.8 * t) / (3.2 * t)));
        this.plot = new Rectangle2D.Double(
                left, top, Math.max(1, width - left - right()), Math.max(1, height - top - bottom));
    }

    /** Room for the half of the last budget that may stand beyond the plot. */
    private double right() {
        double last = budgets.ticks().stream()
                .mapToDouble(tick -> tickLabel(budgets, tick).width())
                .max()
                .orElse(0);
        return Math.max(0.8 * t, last / 2 + 0.1 * t);
    }

    private Axis lossAxis(int ticks) {
        List<Double> values = new ArrayList<>();
        curve.series().forEach(one -> one.steps().stream()
                .filter(step -> !step.isGap())
                .forEach(step -> {
                    double band = step.hasBand() ? step.spread() : 0;
                    values.add(step.loss() - band);
                    values.add(step.loss() + band);
                }));
        curve.mine().forEach(mark -> values.add(mark.loss()));
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return Axis.around(low, high, ticks);
    }

    /** From the first budget with a grouping to a little beyond the last at which something changes. */
    private Axis budgetAxis(int ticks) {
        List<Double> values = new ArrayList<>();
        curve.series().forEach(one -> one.steps()
                .forEach(step -> values.add(step.budget().toDouble())));
        curve.mine().forEach(mark -> values.add(mark.cost().toDouble()));
        curve.selected().ifPresent(budget -> values.add(budget.snt().toDouble()));
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double beyond = Math.max(0.25, (high - low) * 0.04);
        return Axis.over(low, high + beyond, ticks);
    }

    BudgetCurve curve() {
        return curve;
    }

    double textSize() {
        return t;
    }

    CurveLegend legend() {
        return legend;
    }

    /** What is said below the plot, in lines. */
    List<Lettering> note() {
        return note;
    }

    Axis budgets() {
        return budgets;
    }

    Axis losses() {
        return losses;
    }

    Rectangle2D plot() {
        return plot;
    }

    double x(double budget) {
        return plot.getX() + budgets.position(budget) * plot.getWidth();
    }

    double y(double loss) {
        return plot.getMaxY() - losses.position(loss) * plot.getHeight();
    }

    Lettering tickLabel(Axis axis, double tick) {
        return Lettering.regular(Characters.decimals(tick, axis.decimals()), 0.92 * t);
    }

    Area area() {
        return new Area(plot.getX(), plot.getY(), plot.getMaxX(), plot.getMaxY(), budgets.low(), budgets.high());
    }

    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (int s = 0; s < curve.series().size(); s++) {
            Series series = curve.series().get(s);
            for (int i = 0; i < series.steps().size(); i++) {
                Step step = series.steps().get(i);
                if (!step.isGap()) {
                    spots.add(new Spot(s, i, x(step.budget().toDouble()), y(step.loss())));
                }
            }
        }
        for (int i = 0; i < curve.mine().size(); i++) {
            Mark mark = curve.mine().get(i);
            spots.add(new Spot(-1, i, x(mark.cost().toDouble()), y(mark.loss())));
        }
        return spots;
    }
}
