package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import app.tandem.study.Budget;
import java.util.OptionalDouble;

/**
 * A grouping that stands in the plot.
 *
 * @param series the index of its curve; -1 for a grouping made by hand
 * @param index of the step on its curve, or of the grouping made by hand among those of the plot
 * @param kind the best at its budget, made by hand, or chosen by a method
 * @param name of a grouping made by hand, or of the method; empty for the best at its budget
 * @param budget at which it stands
 * @param excess over the best that costs as much, as {@link GroupingState#excess} says
 */
public record PlotPoint(
        int series,
        int index,
        ShownGrouping.Kind kind,
        String name,
        Budget budget,
        Selection selection,
        OptionalDouble excess) {}
