package app.tandem.workbench.grouping;

import app.tandem.workbench.common.Icons;
import java.util.List;
import java.util.function.Function;
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
        add(title, width, value).setMinWidth(Math.min(width, 60));
    }

    /** A column of numbers. */
    void numbers(String title, double width, Function<T, String> value) {
        TableColumn<T, String> column = add(title, width, value);
        column.setMinWidth(width);
        column.getStyleClass().add("numbers");
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
