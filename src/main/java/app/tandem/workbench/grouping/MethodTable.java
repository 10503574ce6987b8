package app.tandem.workbench.grouping;

import app.tandem.report.Cell;
import app.tandem.report.Table;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.report.Words;
import java.util.List;
import java.util.OptionalDouble;

/** The table of methods as a file: the columns that are shown, in the same order, with all digits. */
final class MethodTable {

    private static final int DIGITS = 6;

    private MethodTable() {}

    static Table of(List<MethodRow> rows, Words words) {
        List<Column> columns = List.of(
                Column.words("Method", "method"),
                Column.numbers("Test loss", "test_loss", ""),
                Column.numbers("Excess", "excess_percent", "%"),
                Column.numbers("Mean excess", "mean_excess_percent", "%"),
                Column.numbers("Mean training", "mean_training_snt", "SNT"),
                Column.numbers("Pearson", "pearson", ""),
                Column.numbers("Spearman", "spearman", ""),
                Column.numbers("n", "n", ""));
        return new Table(
                "methods",
                "",
                columns,
                rows.stream()
                        .map(row -> Row.of(
                                new Cell.Text(words.method(row.id()), row.id(), false),
                                cell(row.testLoss()),
                                cell(row.excess()),
                                cell(row.meanExcess()),
                                cell(row.meanTraining()),
                                cell(row.pearson()),
                                cell(row.spearman()),
                                row.correlation()
                                        .map(known -> Cell.number(known.n(), 0))
                                        .orElse(Cell.ABSENT)))
                        .toList(),
                List.of());
    }

    private static Cell cell(OptionalDouble value) {
        return value.isPresent() ? Cell.number(value.getAsDouble(), DIGITS) : Cell.ABSENT;
    }
}
