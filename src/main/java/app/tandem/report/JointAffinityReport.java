package app.tandem.report;

import app.tandem.loss.AffinityMatrix;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.training.JointAffinities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One of the affinities that are measured while all tasks are trained in one network: what a step on the task of a row does for
 * the task of a column.
 *
 * @param id which affinity
 * @param setting where it was measured, or not
 * @param names of the tasks, for people, in the order of the losses' tasks
 * @param words the language
 */
record JointAffinityReport(String id, SettingEvidence setting, List<String> names, Words words) {

    JointAffinityReport {
        names = List.copyOf(names);
    }

    /** Cosines are numbers from −1 to 1; the others are shares of a loss. */
    private boolean isShare() {
        return !id.equals(JointAffinities.COSINE);
    }

    private String word(String key) {
        return words.get("joint." + id + "." + key);
    }

    private String title() {
        return words.get("joint." + id + ".title", setting.losses().setting());
    }

    /** Shares in %, cosines as they are, by the task of the step and the one that it helps; NaN where unknown. */
    private List<List<Double>> values() {
        Optional<AffinityMatrix> matrix = setting.affinity(id);
        return indices()
                .mapToObj(source -> indices()
                        .mapToObj(other ->
                                matrix.map(known -> value(known, source, other)).orElse(Double.NaN))
                        .toList())
                .toList();
    }

    private double value(AffinityMatrix matrix, int source, int recipient) {
        List<String> ids = setting.losses().taskIds();
        int row = matrix.taskIds().indexOf(ids.get(source));
        int column = matrix.taskIds().indexOf(ids.get(recipient));
        return row < 0 || column < 0 || row == column ? Double.NaN : (isShare() ? 100 : 1) * matrix.from(row, column);
    }

    private IntStream indices() {
        return IntStream.range(0, names.size());
    }

    /** A row for the task of the step, a column for the task that it helps or harms. */
    Table table() {
        String fileName = id + "-affinity";
        List<Column> columns = new ArrayList<>(List.of(Column.words(word("row"), "task")));
        if (setting.affinity(id).isEmpty()) {
            return new Table(
                    fileName, words.get("joint.none", setting.losses().setting()), columns, List.of(), List.of());
        }
        List<List<Double>> values = values();
        int decimals = decimals(values);
        List<Row> rows = new ArrayList<>();
        for (int source = 0; source < names.size(); source++) {
            columns.add(
                    Column.numbers(names.get(source), setting.losses().taskIds().get(source), isShare() ? "%" : ""));
            List<Cell> cells = new ArrayList<>(List.of(
                    new Cell.Text(names.get(source), setting.losses().taskIds().get(source), false)));
            for (int recipient = 0; recipient < names.size(); recipient++) {
                double value = values.get(source).get(recipient);
                boolean best = value == most(values, recipient);
                cells.add(Double.isFinite(value) ? new Cell.Amount(value, decimals, best) : Cell.ABSENT);
            }
            rows.add(new Row(cells, false));
        }
        return new Table(fileName, title(), columns, rows, List.of(words.get("joint.note"), words.get("joint.best")));
    }

    /** Three digits of the largest, since affinities of one step may be very small. */
    private static int decimals(List<List<Double>> values) {
        double largest = values.stream()
                .flatMap(List::stream)
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return largest > 0 ? (int) Math.max(2, Math.min(8, 2 - Math.floor(Math.log10(largest)))) : 2;
    }

    private static double most(List<List<Double>> values, int recipient) {
        return values.stream()
                .mapToDouble(row -> row.get(recipient))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    Heatmap heatmap() {
        String legend = setting.affinity(id).isPresent()
                ? word("legend")
                : words.get("joint.none", setting.losses().setting());
        return new Heatmap(title(), names, values(), word("axis.row"), word("axis.column"), legend);
    }
}
