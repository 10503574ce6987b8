package app.tandem.report;

import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of every network and task, with the best network of each task marked and the best constant prediction as the
 * last row, for comparison.
 *
 * @param losses what was measured
 * @param names of the tasks, for people, in the order of the table's tasks
 * @param measure which losses are shown
 * @param constants per task, the loss of the best constant prediction on the same measure; empty where it is unknown; an
 *     empty list where none is known
 * @param epochs per network, the reported epoch of each of its seeds; networks without one are left out
 * @param words the language
 */
public record LossTableReport(
        LossTable losses,
        List<String> names,
        Measure measure,
        List<OptionalDouble> constants,
        Map<Network, List<Integer>> epochs,
        Words words) {

    private static final int DECIMALS = 4;

    public LossTableReport {
        names = List.copyOf(names);
        constants = List.copyOf(constants);
        epochs = Map.copyOf(epochs);
        if (names.size() != losses.taskCount()) {
            throw new IllegalArgumentException("as many names as tasks are needed");
        }
        if (!constants.isEmpty() && constants.size() != names.size()) {
            throw new IllegalArgumentException("as many constants as tasks are needed, or none");
        }
    }

    /** The test losses, or the validation losses where nothing was tested. */
    public static LossTableReport of(LossTable losses, List<String> names, Words words) {
        Measure measure = losses.has(Measure.TEST) ? Measure.TEST : Measure.VALIDATION;
        return new LossTableReport(losses, names, measure, List.of(), Map.of(), words);
    }

    /** The same with other losses; the constants belong to a measure and are dropped. */
    public LossTableReport withMeasure(Measure other) {
        return new LossTableReport(losses, names, other, List.of(), epochs, words);
    }

    /** The same with the losses of the best constant predictions, one per task. */
    public LossTableReport withConstants(List<OptionalDouble> other) {
        return new LossTableReport(losses, names, measure, other, epochs, words);
    }

    /** The same with the reported epochs. */
    public LossTableReport withEpochs(Map<Network, List<Integer>> other) {
        return new LossTableReport(losses, names, measure, constants, other, words);
    }

    /** Network, encoder, epoch where known, one column per task, weighted sum. */
    public Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(words.get("network"), "network"));
        columns.add(new Column(words.get("encoder"), "encoder", Table.Alignment.RIGHT, ""));
        if (!epochs.isEmpty()) {
            columns.add(new Column(words.get("epoch"), "epoch", Table.Alignment.RIGHT, ""));
        }
        for (int task = 0; task < names.size(); task++) {
            columns.add(Column.numbers(names.get(task), losses.taskIds().get(task), ""));
        }
        columns.add(Column.numbers(words.get("sum"), "sum", ""));
        List<String> letters = TaskLetters.of(names);
        List<Integer> best = best();
        List<Row> rows = new ArrayList<>();
        for (int network = 0; network < losses.networks().size(); network++) {
            rows.add(row(network, letters, best));
        }
        if (!constants.isEmpty()) {
            rows.add(constantRow());
        }
        String title = words.get("losses.title", words.get("measure." + measure.id()), losses.setting());
        return new Table("losses", title, columns, rows, notes(letters));
    }

    /** Per task, the row of the lowest mean; -1 where nothing was measured. */
    private List<Integer> best() {
        List<Integer> best = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            int lowest = -1;
            for (int network = 0; network < losses.networks().size(); network++) {
                LossCell cell = losses.cell(network, task, measure);
                if (cell.isPresent()
                        && (lowest < 0
                                || cell.mean()
                                        < losses.cell(lowest, task, measure).mean())) {
                    lowest = network;
                }
            }
            best.add(lowest);
        }
        return best;
    }

    private Row row(int index, List<String> letters, List<Integer> best) {
        Network network = losses.networks().get(index);
        List<Cell> cells = new ArrayList<>();
        String shown = network.tasks().stream().mapToObj(letters::get).collect(Collectors.joining());
        cells.add(new Cell.Text(shown, network.tasks().join(losses.taskIds()), false));
        cells.add(Cell.text(network.encoder().toString()));
        if (!epochs.isEmpty()) {
            cells.add(Cell.text(epochRange(epochs.getOrDefault(network, List.of()))));
        }
        for (int task = 0; task < names.size(); task++) {
            LossCell cell = losses.cell(index, task, measure);
            cells.add(
                    cell.isPresent()
                            ? new Cell.Mean(cell.mean(), cell.sd(), cell.n(), DECIMALS, best.get(task) == index)
                            : Cell.ABSENT);
        }
        cells.add(sum(index, network.tasks()));
        return new Row(cells, false);
    }

    private static String epochRange(List<Integer> epochs) {
        OptionalInt first = epochs.stream().mapToInt(Integer::intValue).min();
        OptionalInt last = epochs.stream().mapToInt(Integer::intValue).max();
        if (first.isEmpty() || last.isEmpty()) {
            return "";
        }
        String from = Integer.toString(first.getAsInt());
        return first.getAsInt() == last.getAsInt() ? from : from + "–" + last.getAsInt();
    }

    /** Weighted, over the network's own tasks. */
    private Cell sum(int network, TaskSet tasks) {
        if (!losses.isMeasured(network, measure)) {
            return Cell.ABSENT;
        }
        double sum = tasks.stream()
                .mapToDouble(task -> losses.weights().get(task)
                        * losses.cell(network, task, measure).mean())
                .sum();
        return Cell.number(sum, DECIMALS);
    }

    private Row constantRow() {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(words.get("losses.constant"), "constant", false));
        cells.add(Cell.text(""));
        if (!epochs.isEmpty()) {
            cells.add(Cell.text(""));
        }
        double sum = 0;
        for (int task = 0; task < constants.size(); task++) {
            OptionalDouble loss = constants.get(task);
            cells.add(loss.isPresent() ? Cell.number(loss.getAsDouble(), DECIMALS) : Cell.ABSENT);
            sum += losses.weights().get(task) * loss.orElse(Double.NaN);
        }
        cells.add(Double.isFinite(sum) ? Cell.number(sum, DECIMALS) : Cell.ABSENT);
        return new Row(cells, true);
    }

    private List<String> notes(List<String> letters) {
        List<String> notes = new ArrayList<>();
        notes.add(words.get(
                "letters",
                IntStream.range(0, names.size())
                        .mapToObj(task -> letters.get(task) + " " + names.get(task))
                        .collect(Collectors.joining(", "))));
        notes.add(words.get("losses.best"));
        if (seedsPerCell() > 1) {
            notes.add(words.get("losses.spread"));
        }
        weighted(losses.weights(), names, words).ifPresent(notes::add);
        if (!epochs.isEmpty()) {
            notes.add(words.get("losses.epochs"));
        }
        if (!constants.isEmpty()) {
            notes.add(words.get("losses.constant.note"));
        }
        List<String> weak = weakTasks().stream().mapToObj(names::get).toList();
        if (!weak.isEmpty()) {
            notes.add(words.get("losses.weak", String.join(", ", weak)));
        }
        return notes;
    }

    private int seedsPerCell() {
        return IntStream.range(0, losses.networks().size())
                .flatMap(network -> losses.networks().get(network).tasks().stream()
                        .map(task -> losses.cell(network, task, measure).n()))
                .max()
                .orElse(0);
    }

    /** What is said below a sum of losses; nothing where every weight is 1. */
    static Optional<String> weighted(List<Double> weights, List<String> names, Words words) {
        if (weights.stream().allMatch(weight -> weight == 1)) {
            return Optional.empty();
        }
        return Optional.of(words.get(
                "losses.weighted",
                IntStream.range(0, names.size())
                        .mapToObj(task -> weights.get(task) + " × " + names.get(task))
                        .collect(Collectors.joining(" + "))));
    }

    /** The tasks that a half-size network of their own predicts no better than the best constant does. */
    public TaskSet weakTasks() {
        TaskSet weak = TaskSet.EMPTY;
        for (int network = 0; network < losses.networks().size(); network++) {
            Network single = losses.networks().get(network);
            if (single.tasks().size() != 1 || !single.encoder().equals(EncoderSize.HALF)) {
                continue;
            }
            int task = single.tasks().first();
            OptionalDouble constant = constants.isEmpty() ? OptionalDouble.empty() : constants.get(task);
            LossCell cell = losses.cell(network, task, measure);
            if (constant.isPresent() && cell.isPresent() && cell.mean() >= constant.getAsDouble()) {
                weak = weak.with(task);
            }
        }
        return weak;
    }
}
