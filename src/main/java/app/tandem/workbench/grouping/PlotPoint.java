package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import java.util.OptionalDouble;

/**
 * A grouping that stands in the plot.
 *
 * @param series the index of its curve; -1 for a grouping made by hand
 * @param index of the step on its curve, or of the grouping made by hand among those of the plot
 * @param name of a grouping made by hand; empty for the best at its budget
 * @param excess over the best that costs as much, as {@link GroupingState#excess} says
 */
public record PlotPoint(int series, int index, String name, Selection selection, OptionalDouble excess) {

    boolean isMine() {
        return series < 0;
    }
}
