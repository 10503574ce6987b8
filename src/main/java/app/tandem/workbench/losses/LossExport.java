package app.tandem.workbench.losses;

import app.tandem.report.Cell;
import app.tandem.report.Table;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the losses page shows, as a table for files and for the clipboard: its rows, columns and order.
 *
 * @param title what it shows
 * @param gains whether the gains are shown, beside the losses
 */
record LossExport(
        String title,
        List<LossColumn> columns,
        List<TaskMark> marks,
        List<LossRow> rows,
        boolean gains,
        Messages messages) {

    private static final int DECIMALS = 4;

    /** May take a moment where there are many rows. */
    Table table() {
        List<Table.Column> headings = new ArrayList<>();
        boolean seeds = rows.stream().anyMatch(row -> row.seed().isPresent());
        for (LossColumn column : columns) {
            headings.addAll(headings(column, seeds));
        }
        List<Table.Row> lines = new ArrayList<>();
        boolean before = false;
        for (LossRow row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (LossColumn column : columns) {
                cells.addAll(cells(column, row, seeds));
            }
            lines.add(new Table.Row(cells, row.isConstant() && !before));
            before = row.isConstant();
        }
        return new Table("losses", title, headings, lines, List.of());
    }

    private List<Table.Column> headings(LossColumn column, boolean seeds) {
        return switch (column.kind()) {
            case NETWORK -> {
                Table.Column network = Table.Column.words(messages.text("losses.network"), "tasks");
                Table.Column seed = Table.Column.words(messages.text("losses.seedColumn"), "seed");
                yield seeds ? List.of(network, seed) : List.of(network);
            }
            case SETTING -> List.of(Table.Column.words(messages.text("losses.setting"), "setting"));
            case ENCODER -> List.of(Table.Column.words(messages.text("losses.encoder"), "encoder"));
            case STATE -> List.of(Table.Column.words(messages.text("losses.stateColumn"), "state"));
            case SEEDS -> List.of(Table.Column.numbers(messages.text("losses.seeds"), "n", ""));
            case TASK -> {
                String name = mark(column).name();
                Table.Column loss = Table.Column.numbers(name, column.task(), "");
                String gain = messages.text("losses.gainColumn", name);
                yield gains ? List.of(loss, Table.Column.numbers(gain, column.task() + "_gain", "%")) : List.of(loss);
            }
            case SUM -> List.of(Table.Column.numbers(messages.text("losses.sum"), "sum", ""));
        };
    }

    private TaskMark mark(LossColumn column) {
        return marks.stream()
                .filter(mark -> mark.id().equals(column.task()))
                .findFirst()
                .orElseThrow();
    }

    private List<Cell> cells(LossColumn column, LossRow row, boolean seeds) {
        return switch (column.kind()) {
            case NETWORK -> {
                String seed =
                        row.seed().isPresent() ? Integer.toString(row.seed().getAsInt()) : "";
                yield seeds ? List.of(network(row), Cell.text(seed)) : List.of(network(row));
            }
            case SETTING -> List.of(Cell.text(row.setting()));
            case ENCODER ->
                List.of(Cell.text(row.network()
                        .map(network -> network.encoder().toString())
                        .orElse("")));
            case STATE -> List.of(Cell.text(row.isConstant() ? "" : messages.text("losses.state." + row.state())));
            case SEEDS -> List.of(row.seeds() > 0 ? Cell.number(row.seeds(), 0) : Cell.ABSENT);
            case TASK -> {
                LossRow.Entry entry = row.entries().get(mark(column).index());
                yield gains ? List.of(loss(entry), gain(entry)) : List.of(loss(entry));
            }
            case SUM -> List.of(row.sum().isPresent() ? Cell.number(row.sum().getAsDouble(), DECIMALS) : Cell.ABSENT);
        };
    }

    private Cell network(LossRow row) {
        return row.network()
                .map(network -> new Cell.Text(
                        TaskMark.letters(marks, network.tasks()),
                        network.tasks().stream()
                                .mapToObj(task -> marks.get(task).id())
                                .collect(Collectors.joining("+")),
                        false))
                .orElse(new Cell.Text(messages.text("losses.constant"), "constant", false));
    }

    private static Cell loss(LossRow.Entry entry) {
        if (!entry.loss().isPresent()) {
            return Cell.ABSENT;
        }
        return new Cell.Mean(
                entry.loss().mean(), entry.loss().sd(), entry.loss().n(), DECIMALS, entry.best());
    }

    private static Cell gain(LossRow.Entry entry) {
        return entry.gain().isPresent() ? Cell.number(100 * entry.gain().getAsDouble(), 1) : Cell.ABSENT;
    }
}
