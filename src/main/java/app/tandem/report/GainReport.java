package app.tandem.report;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingGain;
import app.tandem.grouping.GroupingScorer;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The multi-task performance Δ of groupings: those made by hand, and the best at every budget.
 *
 * @param losses of one setting
 * @param names of the tasks, for people, in the order of the table's tasks
 * @param measure whose losses are compared
 * @param words the language
 */
public record GainReport(LossTable losses, List<String> names, Measure measure, Words words) {

    public GainReport {
        names = List.copyOf(names);
    }

    /** One row per grouping: its cost, the gain of each task over a full-size network of its own, and Δ. */
    public Table table(Frontier frontier, List<Grouping> groupings) {
        List<Row> rows = new ArrayList<>();
        GroupingScorer scorer = new GroupingScorer(losses, SearchOptions.COVER);
        for (Grouping grouping : groupings) {
            scorer.score(grouping).selection().ifPresent(selection -> rows.add(row(grouping.name(), selection, false)));
        }
        boolean first = !rows.isEmpty();
        for (Frontier.Point point : frontier.points()) {
            String name = words.get("gains.best", point.from().toString());
            rows.add(row(name, point.selection(), first));
            first = false;
        }
        return new Table(
                "grouping-gains",
                words.get("gains.title", words.get("curve.measure." + measure.id()), losses.setting()),
                columns(),
                rows,
                List.of(words.get("gains.note"), words.get("selected") + "."));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(words.get("gains.grouping"), "grouping"),
                new Column(words.get("cost"), "cost", Table.Alignment.RIGHT, "SNT")));
        for (int task = 0; task < names.size(); task++) {
            columns.add(Column.numbers(names.get(task), losses.taskIds().get(task), "%"));
        }
        columns.add(Column.numbers(words.get("gains.full"), "delta_full_size", "%"));
        columns.add(Column.numbers(words.get("gains.half"), "delta_half_size", "%"));
        return columns;
    }

    private Row row(String name, Selection selection, boolean apart) {
        GroupingGain full = GroupingGain.of(losses, selection, measure, EncoderSize.FULL);
        OptionalDouble half =
                GroupingGain.of(losses, selection, measure, EncoderSize.HALF).mean();
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.text(name), GroupingReport.snt(selection.cost().snt())));
        full.tasks().forEach(gain -> cells.add(SharingReport.percent(gain)));
        cells.add(SharingReport.percent(full.mean()));
        cells.add(SharingReport.percent(half));
        return new Row(cells, apart);
    }
}
