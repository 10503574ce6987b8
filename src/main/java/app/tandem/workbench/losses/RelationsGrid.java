package app.tandem.workbench.losses;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Task × task as coloured cells with their values; cells stay while values come in. */
final class RelationsGrid extends GridPane {

    private static final double LARGEST_CELL = 44;
    private static final double SMALLEST_CELL = 36;

    private List<TaskMark> marks = List.of();
    private final List<List<Label>> cells = new ArrayList<>();

    RelationsGrid() {
        setHgap(2);
        setVgap(2);
        getStyleClass().add("relations-grid");
        setId("relations-grid");
    }

    void show(Relations now, RelationsWords words) {
        if (!marks.equals(now.marks())) {
            marks = now.marks();
            build();
        }
        for (int row = 0; row < marks.size(); row++) {
            for (int column = 0; column < marks.size(); column++) {
                Label cell = cells.get(row).get(column);
                String text = words.value(row, column);
                cell.setText(row == column ? "" : text.isEmpty() ? "·" : text);
                cell.getStyleClass().setAll("label", "heat-cell", GainColor.styleClass(now.step(row, column)));
                if (row == column) {
                    cell.getStyleClass().add("self");
                }
                cell.getTooltip().setText(words.explain(row, column));
                cell.setAccessibleText(words.explain(row, column));
            }
        }
    }

    private void build() {
        getChildren().clear();
        getColumnConstraints().clear();
        cells.clear();
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(30);
        names.setHalignment(HPos.RIGHT);
        getColumnConstraints().add(names);
        for (TaskMark mark : marks) {
            ColumnConstraints column = new ColumnConstraints(SMALLEST_CELL, LARGEST_CELL, LARGEST_CELL);
            column.setHalignment(HPos.CENTER);
            getColumnConstraints().add(column);
            add(heading(mark, mark.letter()), 1 + mark.index(), 0);
            Label name = heading(mark, mark.name());
            name.setMaxWidth(Double.MAX_VALUE);
            name.setAlignment(Pos.CENTER_LEFT);
            add(name, 0, 1 + mark.index());
        }
        for (TaskMark row : marks) {
            List<Label> line = new ArrayList<>();
            for (TaskMark column : marks) {
                Label cell = new Label();
                cell.setAlignment(Pos.CENTER);
                cell.setPrefHeight(SMALLEST_CELL);
                cell.setMinSize(SMALLEST_CELL, SMALLEST_CELL);
                cell.setMaxWidth(Double.MAX_VALUE);
                cell.setTooltip(new Tooltip());
                line.add(cell);
                add(cell, 1 + column.index(), 1 + row.index());
            }
            cells.add(line);
        }
    }

    private static Label heading(TaskMark mark, String words) {
        Label label = Icons.label(words, "relations-heading");
        label.setGraphic(new HBox(NetworkMark.dot(mark)));
        label.setTooltip(new Tooltip(mark.name()));
        return label;
    }
}
