package app.tandem.workbench.grouping;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.report.BudgetCurve;
import app.tandem.report.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The plot of loss against budget, and what stands at its points.
 *
 * @param points by cost, then by validation loss
 */
public record Plot(BudgetCurve curve, List<PlotPoint> points) {

    private static final Comparator<PlotPoint> ORDER = Comparator.comparing(
                    (PlotPoint point) -> point.selection().cost())
            .thenComparing(point -> point.selection().validationLoss())
            .thenComparing(PlotPoint::series, Comparator.reverseOrder());

    public Plot {
        points = List.copyOf(points);
    }

    /** @return empty where no grouping is known */
    public static Optional<Plot> of(GroupingState state, Words words) {
        return state.frontier().filter(known -> !known.points().isEmpty()).map(known -> of(state, known, words));
    }

    private static Plot of(GroupingState state, Frontier frontier, Words words) {
        BudgetCurve best = BudgetCurve.of(frontier, Optional.of(state.budget()), words);
        List<PlotPoint> points = new ArrayList<>();
        for (int i = 0; i < frontier.points().size(); i++) {
            points.add(new PlotPoint(0, i, "", frontier.points().get(i).selection(), OptionalDouble.of(0)));
        }
        List<BudgetCurve.Mark> marks = new ArrayList<>();
        List<Overview.Mine> mine = state.overview().map(Overview::mine).orElse(List.of());
        for (Overview.Mine each : mine) {
            Optional<BudgetCurve.Mark> mark = each.selection().flatMap(selection -> best.mark(each.name(), selection));
            mark.ifPresent(there -> {
                Selection selection = each.selection().orElseThrow();
                points.add(new PlotPoint(-1, marks.size(), each.name(), selection, state.excess(selection)));
                marks.add(there);
            });
        }
        points.sort(ORDER);
        return new Plot(best.withMine(marks), points);
    }
}
