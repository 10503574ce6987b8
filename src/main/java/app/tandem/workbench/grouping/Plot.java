package app.tandem.workbench.grouping;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.MethodPoint;
import app.tandem.grouping.Optimal;
import app.tandem.grouping.Selection;
import app.tandem.loss.Measure;
import app.tandem.report.BudgetCurve;
import app.tandem.report.BudgetCurve.Series;
import app.tandem.report.MethodCurves;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The plot of loss against budget, and what stands at its points.
 *
 * @param points by budget, then those made by hand, the best, and the methods in the order of their curves
 */
public record Plot(BudgetCurve curve, List<PlotPoint> points) {

    private static final Comparator<PlotPoint> ORDER =
            Comparator.comparing(PlotPoint::budget).thenComparing(PlotPoint::series);

    public Plot {
        points = List.copyOf(points);
    }

    /** @return empty where no grouping is known */
    public static Optional<Plot> of(GroupingState state, Methods methods, Words words) {
        return state.frontier()
                .filter(known -> !known.points().isEmpty())
                .map(known -> of(state, known, methods, words));
    }

    private static Plot of(GroupingState state, Frontier frontier, Methods methods, Words words) {
        BudgetCurve best = BudgetCurve.of(frontier, Optional.of(state.budget()), words);
        List<PlotPoint> points = new ArrayList<>();
        for (int i = 0; i < frontier.points().size(); i++) {
            Frontier.Point point = frontier.points().get(i);
            points.add(new PlotPoint(
                    0, i, ShownGrouping.Kind.BEST, "", point.from(), point.selection(), OptionalDouble.of(0)));
        }
        List<Series> others = new ArrayList<>();
        boolean tested = best.series().stream().anyMatch(one -> one.measure() == Measure.TEST);
        for (String method : tested ? methods.ids() : List.<String>of()) {
            if (!method.equals(new Optimal().id()) && methods.isSeen(method)) {
                List<MethodPoint> all = methods.points(method);
                int series = 1 + others.size();
                others.add(MethodCurves.of(methods.losses().orElseThrow(), method, all, words));
                addPoints(points, series, all);
            }
        }
        // Where methods are compared, their curves say more than how the best does on validation.
        List<Series> seen =
                new ArrayList<>(others.isEmpty() ? best.series() : best.series().subList(0, 1));
        seen.addAll(others);
        List<BudgetCurve.Mark> marks = addMine(points, state, best);
        points.sort(ORDER);
        return new Plot(new BudgetCurve(best.title(), seen, marks, best.selected(), words), points);
    }

    private static void addPoints(List<PlotPoint> points, int series, List<MethodPoint> all) {
        for (int i = 0; i < all.size(); i++) {
            MethodPoint point = all.get(i);
            if (point.selection().isPresent() && point.testLoss().isPresent()) {
                OptionalDouble excess = point.excessPercent().isPresent()
                        ? OptionalDouble.of(point.excessPercent().getAsDouble() / 100)
                        : OptionalDouble.empty();
                points.add(new PlotPoint(
                        series,
                        i,
                        ShownGrouping.Kind.METHOD,
                        point.method(),
                        point.budget(),
                        point.selection().get(),
                        excess));
            }
        }
    }

    private static List<BudgetCurve.Mark> addMine(List<PlotPoint> points, GroupingState state, BudgetCurve best) {
        List<BudgetCurve.Mark> marks = new ArrayList<>();
        List<Overview.Mine> mine = state.overview().map(Overview::mine).orElse(List.of());
        for (Overview.Mine each : mine) {
            Optional<Selection> selection = each.selection();
            selection.flatMap(known -> best.mark(each.name(), known)).ifPresent(mark -> {
                Selection known = selection.orElseThrow();
                points.add(new PlotPoint(
                        -1,
                        marks.size(),
                        ShownGrouping.Kind.MINE,
                        each.name(),
                        Budget.of(known.cost()),
                        known,
                        state.excess(known)));
                marks.add(mark);
            });
        }
        return marks;
    }
}
