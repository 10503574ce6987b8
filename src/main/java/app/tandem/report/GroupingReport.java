package app.tandem.report;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.grouping.ServedTask;
import app.tandem.loss.LossTable;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.NetworkLetter;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tables of groupings: which networks, who serves what, at what loss.
 *
 * @param taskIds for CSV
 * @param weights the factor of each task in the sums
 * @param names for people, in the same order
 * @param words the language
 */
public record GroupingReport(List<String> taskIds, List<Double> weights, List<String> names, Words words) {

    private static final int DECIMALS = 4;

    public GroupingReport {
        taskIds = List.copyOf(taskIds);
        weights = List.copyOf(weights);
        names = List.copyOf(names);
    }

    /** For groupings of this table's networks. */
    public static GroupingReport of(LossTable losses, List<String> names, Words words) {
        return new GroupingReport(losses.taskIds(), losses.weights(), names, words);
    }

    /** One row per network: its tasks, encoder, cost, what it serves and what is auxiliary in it. */
    public Table networks(Selection selection) {
        List<Row> rows = new ArrayList<>();
        List<Integer> order = order(selection);
        for (int i = 0; i < order.size(); i++) {
            Served served = selection.networks().get(order.get(i));
            Network network = served.network();
            rows.add(Row.of(
                    Cell.text(NetworkLetter.of(i)),
                    Cell.text(network.encoder().toString()),
                    snt(network.cost().snt()),
                    tasks(served.serves()),
                    tasks(served.auxiliary())));
        }
        return new Table(
                "grouping",
                words.get(
                        "diagram.title",
                        GroupingDiagram.decimal(selection.cost().snt())),
                List.of(
                        Column.words(words.get("network"), "network"),
                        new Column(words.get("encoder"), "encoder", Table.Alignment.RIGHT, ""),
                        new Column(words.get("cost"), "cost", Table.Alignment.RIGHT, "SNT"),
                        Column.words(words.get("serves"), "serves"),
                        Column.words(words.get("auxiliary"), "auxiliary")),
                rows,
                List.of());
    }

    /** One row per task: who serves it, and its losses there, without weights; the weighted sums as the last row. */
    public Table tasks(Selection selection) {
        List<Row> rows = new ArrayList<>();
        List<Integer> order = order(selection);
        for (ServedTask task : selection.tasks()) {
            rows.add(Row.of(
                    new Cell.Text(names.get(task.task()), taskIds.get(task.task()), false),
                    Cell.text(NetworkLetter.of(order.indexOf(task.server()))),
                    Cell.number(task.validationLoss(), DECIMALS),
                    optional(task.testLoss())));
        }
        rows.add(new Row(
                List.of(
                        new Cell.Text(words.get("sum"), "sum", false),
                        Cell.text(""),
                        Cell.number(selection.validationLoss(), DECIMALS),
                        optional(selection.testLoss())),
                true));
        return new Table(
                "served",
                words.get(
                        "served.title", GroupingDiagram.decimal(selection.cost().snt())),
                List.of(
                        Column.words(words.get("task"), "task"),
                        Column.words(words.get("served.by"), "served_by"),
                        Column.numbers(words.get("measure.val"), "validation_loss", ""),
                        Column.numbers(words.get("measure.test"), "test_loss", "")),
                rows,
                notes());
    }

    /** A table without rows that says why, so that an older one does not stay in its place. */
    Table none(String id, String reason) {
        return new Table(id, reason, List.of(Column.words(words.get("network"), "network")), List.of(), List.of());
    }

    /** One row per budget at which the best grouping changes. */
    public Table frontier(Frontier frontier) {
        List<String> letters = TaskLetters.of(names);
        List<Row> rows = new ArrayList<>();
        for (Frontier.Point point : frontier.points()) {
            Selection selection = point.selection();
            rows.add(Row.of(
                    snt(point.from().snt()),
                    snt(selection.cost().snt()),
                    Cell.number(selection.validationLoss(), DECIMALS),
                    optional(selection.testLoss()),
                    new Cell.Text(shortNames(selection, letters), keys(selection), false)));
        }
        List<String> notes = notes();
        notes.add(words.get("letters", legend(letters)));
        return new Table(
                "frontier",
                words.get("frontier.title", frontier.setting()),
                List.of(
                        new Column(words.get("budget"), "budget", Table.Alignment.RIGHT, "SNT"),
                        new Column(words.get("cost"), "cost", Table.Alignment.RIGHT, "SNT"),
                        Column.numbers(words.get("measure.val"), "validation_loss", ""),
                        Column.numbers(words.get("measure.test"), "test_loss", ""),
                        Column.words(words.get("networks"), "networks")),
                rows,
                notes);
    }

    /** What is to be known of every sum of losses. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(words.get("selected") + ".");
        LossTableReport.weighted(weights, names, words).ifPresent(notes::add);
        return notes;
    }

    static Cell snt(Fraction snt) {
        return new Cell.Text(GroupingDiagram.decimal(snt), snt.toExact(), false);
    }

    private static Cell optional(OptionalDouble loss) {
        return loss.isPresent() ? Cell.number(loss.getAsDouble(), DECIMALS) : Cell.ABSENT;
    }

    private Cell tasks(TaskSet tasks) {
        String shown = tasks.stream().mapToObj(names::get).collect(Collectors.joining(", "));
        return new Cell.Text(shown, tasks.join(taskIds), false);
    }

    private String legend(List<String> letters) {
        List<String> entries = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            entries.add(letters.get(task) + " " + names.get(task));
        }
        return String.join(", ", entries);
    }

    /** {@code SDN · NKT · ½ N}, as the networks stand in the drawing. */
    private static String shortNames(Selection selection, List<String> letters) {
        return order(selection).stream()
                .map(index -> selection.networks().get(index).network())
                .map(network -> shortName(network, letters))
                .collect(Collectors.joining(" · "));
    }

    /** {@code SDN} or {@code ½ N}. */
    static String shortName(Network network, List<String> letters) {
        return size(network.encoder())
                + network.tasks().stream().mapToObj(letters::get).collect(Collectors.joining());
    }

    private static String size(EncoderSize encoder) {
        return encoder.equals(EncoderSize.FULL) ? "" : encoder.equals(EncoderSize.HALF) ? "½ " : encoder + " ";
    }

    /** The networks as they are drawn and lettered: the larger first, else in the selection's order. */
    static List<Integer> order(Selection selection) {
        return IntStream.range(0, selection.networks().size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer index) ->
                                selection.networks().get(index).network().cost(),
                        Comparator.reverseOrder()))
                .toList();
    }

    private String keys(Selection selection) {
        return selection.networks().stream()
                .map(served -> served.network().key(taskIds))
                .collect(Collectors.joining(" "));
    }
}
