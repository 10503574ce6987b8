package app.tandem.workbench.grouping;

import app.tandem.workbench.common.Icons;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A small table of groupings: nothing to sort, numbers to the right. */
final class SelectionTable<T> extends TableView<T> {

    private static final double ROW_HEIGHT = 29;

    SelectionTable(String placeholder) {
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getStyleClass().addAll("plain-table", "edge-to-edge", "card-table");
        setPlaceholder(Icons.label(placeholder, "muted"));
        setMinHeight(90);
        setPrefHeight(90);
    }

    /**
     * Shows rows, and which of them is chosen.
     *
     * @param selected its index; -1 for none
     */
    void show(List<T> rows, int selected) {
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
        if (selected < 0 || selected >= rows.size()) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != selected) {
            getSelectionModel().select(selected);
        }
    }

    /** A column of words. */
    void words(String title, double width, Function<T, String> value) {
        add(title, width, value).setMinWidth(Math.min(width, 100));
    }

    /** A column of numbers. */
    TableColumn<T, String> numbers(String title, double width, Function<T, String> value) {
        return numbers(title, width, width, value);
    }

    /** A column of numbers that may become narrower. */
    TableColumn<T, String> numbers(String title, double width, double least, Function<T, String> value) {
        TableColumn<T, String> column = add(title, width, value);
        column.setMinWidth(least);
        column.getStyleClass().add("numbers");
        return column;
    }

    /**
     * A column of boxes to tick.
     *
     * @param offered whether a row has one
     * @param ticked whether it is ticked
     * @param heard of each tick
     * @param words read aloud
     */
    void checks(
            double width,
            Predicate<T> offered,
            Predicate<T> ticked,
            BiConsumer<T, Boolean> heard,
            Function<T, String> words) {
        TableColumn<T, T> column = new TableColumn<>("");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new CheckCell<>(offered, ticked, heard, words));
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().addAll(List.of(column));
    }

    private TableColumn<T, String> add(String title, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().addAll(List.of(column));
        return column;
    }
}
