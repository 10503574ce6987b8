package app.tandem.workbench.losses;

import app.tandem.report.Cell;
import app.tandem.report.Table;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Exactly what the losses page shows, as a table for files and for the clipboard. */
final class LossExport {

    private static final int DECIMALS = 4;

    private LossExport() {}

    /**
     * @param title what it shows
     * @param constant the words for the row of constant predictions
     */
    static Table table(String title, String constant, List<TaskMark> marks, List<LossRow> rows) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.words("Network", "tasks"));
        columns.add(Table.Column.words("Encoder", "encoder"));
        marks.forEach(task -> columns.add(Table.Column.numbers(task.name(), task.id(), "")));
        columns.add(Table.Column.numbers("Sum", "sum", ""));
        List<Table.Row> lines = new ArrayList<>();
        for (LossRow row : rows) {
            lines.add(new Table.Row(cells(row, constant, marks), row.isConstant()));
        }
        return new Table("losses", title, columns, lines, List.of());
    }

    private static List<Cell> cells(LossRow row, String constant, List<TaskMark> marks) {
        List<Cell> cells = new ArrayList<>();
        cells.add(row.network()
                .map(network -> new Cell.Text(
                        TaskMark.letters(marks, network.tasks()),
                        network.tasks().stream()
                                .mapToObj(task -> marks.get(task).id())
                                .collect(Collectors.joining("+")),
                        false))
                .orElse(new Cell.Text(constant, "constant", false)));
        cells.add(Cell.text(
                row.network().map(network -> network.encoder().toString()).orElse("")));
        for (LossRow.Entry entry : row.entries()) {
            cells.add(
                    entry.loss().isPresent()
                            ? new Cell.Mean(
                                    entry.loss().mean(),
                                    entry.loss().sd(),
                                    entry.loss().n(),
                                    DECIMALS,
                                    entry.best())
                            : Cell.ABSENT);
        }
        cells.add(row.sum().isPresent() ? Cell.number(row.sum().getAsDouble(), DECIMALS) : Cell.ABSENT);
        return cells;
    }
}
