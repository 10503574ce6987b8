package app.tandem.report;

import app.tandem.loss.Affinity;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.loss.PairwiseTable;
import app.tandem.loss.RelativeGain;
import app.tandem.loss.SharingGain;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What sharing an encoder gains, in numbers: multi-task against single-task, pair by pair, and how well two tasks go
 * together (Standley et al., ICML 2020, Tables 1 to 4). All gains are (baseline − loss) / baseline, in %.
 *
 * @param losses of one setting
 * @param names of the tasks, for people, in the order of the table's tasks
 * @param measure whose losses are compared
 * @param words the language
 */
public record SharingReport(LossTable losses, List<String> names, Measure measure, Words words) {

    /** Which of the two published formulas; the one whose gains cannot exceed 100 %. */
    static final RelativeGain FORMULA = RelativeGain.OF_BASELINE;

    private static final int DECIMALS = 2;

    public SharingReport {
        names = List.copyOf(names);
    }

    /**
     * The size of the single-task networks that pairs are compared with: half, since two of these cost as much as a pair; full
     * where no half-size one was measured.
     */
    EncoderSize baseline() {
        return IntStream.range(0, losses.taskCount())
                        .anyMatch(task -> isMeasured(Network.of(TaskSet.of(task), EncoderSize.HALF)))
                ? EncoderSize.HALF
                : EncoderSize.FULL;
    }

    private boolean isMeasured(Network network) {
        int row = losses.indexOf(network);
        return row >= 0 && losses.isMeasured(row, measure);
    }

    /** Against single-task networks of the same encoder, and at the same total budget, one row for each k. */
    public Table sharing() {
        List<Row> rows = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (int k = 1; k <= losses.taskCount(); k++) {
            EncoderSize share = new EncoderSize(Fraction.of(1, k));
            SharingGain same = SharingGain.of(losses, measure, k, EncoderSize.FULL, FORMULA);
            SharingGain equal = SharingGain.of(losses, measure, k, share, FORMULA);
            if (same.networks() > 0 && equal.networks() == 0) {
                lacking.add(share.toString());
            }
            rows.add(Row.of(
                    Cell.number(k, 0),
                    percent(same.meanGain()),
                    Cell.number(same.networks(), 0),
                    percent(equal.meanGain()),
                    Cell.number(equal.networks(), 0)));
        }
        List<String> notes = new ArrayList<>(List.of(words.get("sharing.note")));
        if (!lacking.isEmpty()) {
            notes.add(words.get("sharing.lacking", String.join(", ", lacking)));
        }
        return new Table(
                "sharing",
                words.get("sharing.title", measureName(), losses.setting()),
                List.of(
                        Column.numbers(words.get("sharing.k"), "k", ""),
                        Column.numbers(words.get("sharing.same"), "same_encoder_percent", "%"),
                        Column.numbers(words.get("networks"), "same_encoder_networks", ""),
                        Column.numbers(words.get("sharing.equal"), "equal_budget_percent", "%"),
                        Column.numbers(words.get("networks"), "equal_budget_networks", "")),
                rows,
                notes);
    }

    /** What each pair was measured to gain. */
    PairwiseTable pairs() {
        return PairwiseTable.of(losses, measure, baseline(), FORMULA);
    }

    /** A row for the task that gains, a column for the task trained with it, and the means over either. */
    public Table pairwise() {
        PairwiseTable pairs = pairs();
        List<Row> rows = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            int gaining = task;
            rows.add(row(names.get(task), losses.taskIds().get(task), other -> pairs.gain(gaining, other)
                    .orElse(Double.NaN)));
        }
        List<Cell> means = new ArrayList<>(List.of(new Cell.Text(words.get("pairwise.mean"), "mean", false)));
        for (int other = 0; other < names.size(); other++) {
            int with = other;
            means.add(percent(mean(task -> pairs.gain(task, with).orElse(Double.NaN))));
        }
        means.add(Cell.ABSENT);
        rows.add(new Row(means, true));
        return new Table(
                "pairwise",
                words.get("pairwise.title", measureName(), baseline().toString(), losses.setting()),
                columns(words.get("pairwise.task")),
                rows,
                List.of(words.get("pairwise.note"), words.get("pairwise.best")));
    }

    /** The same in both directions: the mean of what the two tasks gain from each other. */
    public Table affinity() {
        Affinity affinity = Affinity.of(pairs());
        List<Row> rows = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            int one = task;
            rows.add(row(names.get(task), losses.taskIds().get(task), other -> affinity.between(one, other)
                    .orElse(Double.NaN)));
        }
        return new Table(
                "affinity",
                words.get("affinity.title", measureName(), baseline().toString(), losses.setting()),
                columns(words.get("task")),
                rows,
                List.of(words.get("affinity.note"), words.get("affinity.best")));
    }

    private String measureName() {
        return words.get("curve.measure." + measure.id());
    }

    private List<Column> columns(String first) {
        List<Column> columns = new ArrayList<>(List.of(Column.words(first, "task")));
        for (int task = 0; task < names.size(); task++) {
            columns.add(Column.numbers(names.get(task), losses.taskIds().get(task), "%"));
        }
        columns.add(Column.numbers(words.get("pairwise.mean"), "mean", "%"));
        return columns;
    }

    /** @param gain by the other task, as a share; NaN where unknown */
    private Row row(String name, String id, IntToDoubleFunction gain) {
        double best = IntStream.range(0, names.size())
                .mapToDouble(gain)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(name, id, false)));
        for (int other = 0; other < names.size(); other++) {
            double value = gain.applyAsDouble(other);
            cells.add(Double.isFinite(value) ? new Cell.Amount(100 * value, DECIMALS, value == best) : Cell.ABSENT);
        }
        cells.add(percent(mean(gain)));
        return new Row(cells, false);
    }

    private OptionalDouble mean(IntToDoubleFunction gain) {
        return IntStream.range(0, names.size())
                .mapToDouble(gain)
                .filter(Double::isFinite)
                .average();
    }

    /** @param share 0.05 is 5 % */
    static Cell percent(OptionalDouble share) {
        return share.isPresent() ? Cell.number(100 * share.getAsDouble(), DECIMALS) : Cell.ABSENT;
    }
}
