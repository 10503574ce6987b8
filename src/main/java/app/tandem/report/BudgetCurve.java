package app.tandem.report;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingScorer;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Total loss against budget: a step curve for each method and measure, groupings made by hand as points, one budget
 * marked. A curve keeps its value until the budget at which something better can be paid for.
 *
 * @param title what it shows, not drawn
 * @param series the most important first; it is drawn on top
 * @param mine groupings made by hand
 * @param selected the budget to mark on the first series
 * @param words the language of axes and legend
 */
public record BudgetCurve(String title, List<Series> series, List<Mark> mine, Optional<Budget> selected, Words words)
        implements Figure {

    public BudgetCurve {
        series = List.copyOf(series);
        mine = List.copyOf(mine);
    }

    /** The curve of the best grouping: its test loss, and the validation loss by which it was selected. */
    public static BudgetCurve of(Frontier frontier, Optional<Budget> selected, Words words) {
        List<Series> series = new ArrayList<>();
        Series validation = series(frontier, Measure.VALIDATION, words);
        Series test = series(frontier, Measure.TEST, words);
        if (!test.steps().isEmpty()) {
            series.add(test);
        }
        if (!validation.steps().isEmpty()) {
            series.add(validation);
        }
        return new BudgetCurve(words.get("curve.title"), series, List.of(), selected, words);
    }

    private static Series series(Frontier frontier, Measure measure, Words words) {
        List<Step> steps = new ArrayList<>();
        for (Frontier.Point point : frontier.points()) {
            OptionalDouble loss = measure == Measure.TEST
                    ? point.selection().testLoss()
                    : OptionalDouble.of(point.selection().validationLoss());
            steps.add(new Step(point.from().snt(), loss.orElse(Double.NaN)));
        }
        if (steps.stream().allMatch(Step::isGap)) {
            steps.clear();
        }
        String name =
                words.get("curve.series", words.get("method.optimal"), words.get("curve.measure." + measure.id()));
        return new Series(name, 0, measure, steps);
    }

    /** The same with groupings made by hand. */
    public BudgetCurve withMine(List<Mark> marks) {
        return new BudgetCurve(title, series, marks, selected, words);
    }

    /**
     * The same with those groupings made by hand that are measured, by the loss that the curve reports; the servers of
     * their tasks are chosen on validation.
     */
    public BudgetCurve withGroupings(LossTable losses, List<Grouping> groupings) {
        List<Mark> marks = new ArrayList<>();
        GroupingScorer scorer = new GroupingScorer(losses, SearchOptions.COVER);
        for (Grouping grouping : groupings) {
            scorer.score(grouping)
                    .selection()
                    .flatMap(selection -> mark(grouping.name(), selection))
                    .ifPresent(marks::add);
        }
        return withMine(marks);
    }

    /** A grouping made by hand by the loss that the curve reports; empty where that was not measured. */
    public Optional<Mark> mark(String name, Selection selection) {
        OptionalDouble loss = showsTest() ? selection.testLoss() : OptionalDouble.of(selection.validationLoss());
        return loss.isPresent()
                ? Optional.of(new Mark(name, selection.cost().snt(), loss.getAsDouble()))
                : Optional.empty();
    }

    /** The same with the curves of other methods below. */
    public BudgetCurve withSeries(List<Series> others) {
        return new BudgetCurve(
                title, Stream.concat(series.stream(), others.stream()).toList(), mine, selected, words);
    }

    /**
     * From this budget on, this loss.
     *
     * @param loss finite; NaN where it is unknown, and the curve is broken up to the next step
     * @param spread how far the band reaches on either side of the loss; NaN where there is none
     */
    public record Step(Fraction budget, double loss, double spread) {

        /** Without a band. */
        public Step(Fraction budget, double loss) {
            this(budget, loss, Double.NaN);
        }

        boolean hasBand() {
            return !isGap() && spread > 0;
        }

        boolean isGap() {
            return Double.isNaN(loss);
        }
    }

    /**
     * One curve.
     *
     * @param name in the legend
     * @param method which method it is, from 0; gives its colour and its dashes
     * @param measure validation is drawn thinner than test
     * @param steps by ascending budget
     * @param points whether it stands at the budgets of its steps only, and is drawn as points
     */
    public record Series(String name, int method, Measure measure, List<Step> steps, boolean points) {
        public Series {
            steps = List.copyOf(steps);
        }

        /** A curve of steps. */
        public Series(String name, int method, Measure measure, List<Step> steps) {
            this(name, method, measure, steps, false);
        }

        /** The loss that a budget pays for; empty below the first step and where the curve is broken. */
        Optional<Double> at(Fraction budget) {
            Optional<Double> loss = Optional.empty();
            for (Step step : steps) {
                if (step.budget().compareTo(budget) <= 0) {
                    loss = step.isGap() ? Optional.empty() : Optional.of(step.loss());
                }
            }
            return loss;
        }
    }

    /** A grouping made by hand. */
    public record Mark(String name, Fraction cost, double loss) {}

    @Override
    public double preferredHeight(double width, double textSize) {
        return Math.max(16 * textSize, Math.min(width * 0.62, 32 * textSize)) + legendHeight(width, textSize);
    }

    private double legendHeight(double width, double textSize) {
        return CurveLegend.of(this, width, textSize).height();
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureTheme theme) {
        CurveFrame frame = frame(width, height, theme.textSize());
        new CurvePainter(g, frame, theme.withTextSize(frame.textSize())).paint();
    }

    /** What does not fit is drawn smaller. */
    private CurveFrame frame(double width, double height, double textSize) {
        double least = 14 * textSize;
        double scale = Math.min(1, Math.min(height / least, width / (1.3 * least)));
        return new CurveFrame(this, textSize * scale, width, height);
    }

    /**
     * Where something stands in the drawing, in points from its upper left corner.
     *
     * @param series the index of its curve; -1 for a grouping made by hand
     * @param index of the step on its curve, or of the grouping made by hand
     */
    public record Spot(int series, int index, double x, double y) {}

    /** Where every step and every grouping made by hand stands when it is painted in this size; a gap stands nowhere. */
    public List<Spot> spots(double width, double height, double textSize) {
        return frame(width, height, textSize).spots();
    }

    /**
     * Where the curves are drawn, in points from the drawing's upper left corner, and which budgets the left and the right
     * end stand for.
     *
     * @param least in SNT, at the left
     * @param most in SNT, at the right
     */
    public record Area(double left, double top, double right, double bottom, double least, double most) {

        /** The budget at a place in SNT; empty outside. */
        public OptionalDouble budget(double x, double y) {
            return x < left || x > right || y < top || y > bottom
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(least + (x - left) / (right - left) * (most - least));
        }
    }

    /** Where the curves are when it is painted in this size. */
    public Area area(double width, double height, double textSize) {
        return frame(width, height, textSize).area();
    }

    /** Whether some curve has a band, which must be explained. */
    boolean hasBands() {
        return series.stream().flatMap(one -> one.steps().stream()).anyMatch(Step::hasBand);
    }

    /** What is said below the plot; empty where there is nothing to say. */
    String note() {
        String selected = showsTest() ? words.get("selected") : "";
        String bands = hasBands() ? words.get("curve.bands") : "";
        return selected.isEmpty() || bands.isEmpty() ? selected + bands : selected + ". " + bands;
    }

    /** Whether a test loss is shown, so that it must be said how the groupings were selected. */
    boolean showsTest() {
        return series.stream().anyMatch(one -> one.measure() == Measure.TEST);
    }
}
