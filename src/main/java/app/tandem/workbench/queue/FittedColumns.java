package app.tandem.workbench.queue;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Columns that fill the table's width however it changes: wider than they ask for where there is room, and narrower all
 * together where there is not. JavaFX's own policies leave a table's columns as wide as they were when it shrinks below what
 * they need, and the last ones out of sight.
 */
// JavaFX declares the type of a policy without its arguments.
@SuppressWarnings({"rawtypes", "unchecked"})
final class FittedColumns implements Callback<TableView.ResizeFeatures, Boolean> {

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        boolean isDragged = features.getColumn() != null;
        if (isDragged) {
            return TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN.call(features);
        }
        List<? extends TableColumn<?, ?>> columns = visible(features.getTable());
        double[] widths = widths(
                features.getContentWidth(),
                columns.stream().mapToDouble(TableColumn::getPrefWidth).toArray(),
                columns.stream().mapToDouble(TableColumn::getMinWidth).toArray());
        for (int i = 0; i < widths.length; i++) {
            features.setColumnWidth(columns.get(i), widths[i]);
        }
        return true;
    }

    private static List<? extends TableColumn<?, ?>> visible(TableView<?> table) {
        return table.getVisibleLeafColumns();
    }

    /**
     * Whole pixels that together are the width, in pixels, that there is; the least widths where that is not enough.
     *
     * @param preferred widths, by which what is left over is shared out
     * @param least none greater than its preferred one
     */
    static double[] widths(double available, double[] preferred, double[] least) {
        double wanted = sum(preferred);
        double needed = sum(least);
        double[] widths = new double[preferred.length];
        double given = 0;
        for (int i = 0; i < widths.length; i++) {
            double exact = available >= wanted
                    ? preferred[i] * available / wanted
                    : needed >= available
                            ? least[i]
                            : least[i] + (preferred[i] - least[i]) * (available - needed) / (wanted - needed);
            boolean takesRest = i == widths.length - 1 && available > needed;
            widths[i] = takesRest ? available - given : Math.floor(exact);
            given += widths[i];
        }
        return widths;
    }

    private static double sum(double[] widths) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
