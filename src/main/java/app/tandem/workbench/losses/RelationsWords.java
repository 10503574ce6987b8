package app.tandem.workbench.losses;

import app.tandem.report.Cell;
import app.tandem.report.Heatmap;
import app.tandem.report.Table;
import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The matrix beside the losses in words.
 *
 * @param split on which pairs are measured, in words
 */
record RelationsWords(Messages messages, Relations now, String split) {

    private static final int CSV_DECIMALS = 4;

    private String text(String key, Object... arguments) {
        return messages.text("relations." + key, arguments);
    }

    String title() {
        return text("title." + now.relation().name(), split, baseline());
    }

    private String baseline() {
        return EncoderWords.of(now.baseline());
    }

    /** How much was measured, or what would have to be. */
    String state() {
        if (!now.relation().isAffinity()) {
            return now.isKnown() ? "" : text("noPairs");
        }
        if (!now.isKnown()) {
            return text(now.measuring() ? "begins" : now.canMeasure() ? "noAffinities" : "notHere");
        }
        String steps = text("steps", now.steps(), now.runs());
        return now.measuring() ? steps + " " + text("growing") : steps;
    }

    /** A cell: {@code +4.4}; nothing where nothing is known. */
    String value(int row, int column) {
        OptionalDouble value = now.values().get(row).get(column);
        return value.isEmpty() ? "" : value(value.getAsDouble());
    }

    private String value(double value) {
        double shown = now.relation().isShare() ? 100 * value : value;
        String digits = now.relation() == Relation.PAIRS ? "%+.1f" : "%+.2f";
        String words = String.format(Locale.ROOT, digits, shown);
        boolean isZero = words.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return isZero ? "±" + words.substring(1) : words.replace('-', '−');
    }

    /** A cell in a sentence. */
    String explain(int row, int column) {
        TaskMark first = now.marks().get(row);
        TaskMark second = now.marks().get(column);
        if (row == column) {
            return first.name();
        }
        String value = value(row, column);
        String unit = now.relation().isShare() ? " %" : "";
        return text(
                now.relation() == Relation.PAIRS ? "explainPair" : "explainAffinity",
                first.name(),
                second.name(),
                value.isEmpty() ? text("unknown") : value + unit);
    }

    static String percent(OptionalDouble share) {
        return share.isEmpty() ? "–" : Messages.percent(share.getAsDouble());
    }

    /** The matrix as a figure. */
    Heatmap figure() {
        double factor = now.relation().isShare() ? 100 : 1;
        List<List<Double>> values = now.values().stream()
                .map(row -> row.stream()
                        .map(value -> factor * value.orElse(Double.NaN))
                        .toList())
                .toList();
        return new Heatmap(
                title(),
                now.marks().stream().map(TaskMark::name).toList(),
                values,
                text("axis.row." + now.relation().name()),
                text("axis.column." + now.relation().name()),
                title() + ". " + text("legend"));
    }

    /** The matrix for files. */
    Table table() {
        String unit = now.relation().isShare() ? "%" : "";
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.words(text("row." + now.relation().name()), "task"));
        now.marks().forEach(mark -> columns.add(Table.Column.numbers(mark.name(), mark.id(), unit)));
        List<Table.Row> rows = new ArrayList<>();
        for (TaskMark mark : now.marks()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell.Text(mark.name(), mark.id(), false));
            for (OptionalDouble value : now.values().get(mark.index())) {
                double factor = now.relation().isShare() ? 100 : 1;
                cells.add(value.isPresent() ? Cell.number(factor * value.getAsDouble(), CSV_DECIMALS) : Cell.ABSENT);
            }
            rows.add(new Table.Row(cells, false));
        }
        String title = title() + " (" + now.setting() + ")";
        List<String> notes = now.relation().isAffinity() ? List.of(state()) : List.of();
        return new Table(now.relation().id(), title, columns, rows, notes);
    }
}
