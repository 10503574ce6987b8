package app.tandem.workbench.losses;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Task × task as coloured cells with their values, under and beside the tasks' names. */
final class RelationsGrid extends GridPane {

    private static final double LARGEST_CELL = 44;
    private static final double SMALLEST_CELL = 36;

    private final HeatCells cells = new HeatCells();
    private List<TaskMark> marks = List.of();

    RelationsGrid() {
        setHgap(HeatCells.GAP);
        setVgap(HeatCells.GAP);
        getStyleClass().add("relations-grid");
        setId("relations-grid");
    }

    void show(Relations now, RelationsWords words) {
        if (!marks.equals(now.marks())) {
            marks = now.marks();
            build();
        }
        double largest = now.largest();
        cells.show(IntStream.range(0, marks.size())
                .mapToObj(row -> IntStream.range(0, marks.size())
                        .mapToObj(column -> value(now, words, row, column, largest))
                        .toList())
                .toList());
    }

    private static HeatCells.Value value(Relations now, RelationsWords words, int row, int column, double largest) {
        String text = words.value(row, column);
        return new HeatCells.Value(
                now.step(row, column, largest), text.isEmpty() ? "·" : text, words.explain(row, column));
    }

    private void build() {
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().setAll(new RowConstraints());
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(30);
        names.setHalignment(HPos.RIGHT);
        getColumnConstraints().add(names);
        for (TaskMark mark : marks) {
            ColumnConstraints column = new ColumnConstraints(SMALLEST_CELL, LARGEST_CELL, LARGEST_CELL);
            column.setHalignment(HPos.CENTER);
            getColumnConstraints().add(column);
            getRowConstraints().add(new RowConstraints(SMALLEST_CELL));
            add(heading(mark, mark.letter()), 1 + mark.index(), 0);
            Label name = heading(mark, mark.name());
            name.setMaxWidth(Double.MAX_VALUE);
            name.setAlignment(Pos.CENTER_LEFT);
            add(name, 0, 1 + mark.index());
        }
        if (!marks.isEmpty()) {
            add(cells, 1, 1, marks.size(), marks.size());
        }
    }

    private static Label heading(TaskMark mark, String words) {
        Label label = Icons.label(words, "relations-heading");
        label.setGraphic(new HBox(NetworkMark.dot(mark)));
        label.setTooltip(new Tooltip(mark.name()));
        return label;
    }
}
