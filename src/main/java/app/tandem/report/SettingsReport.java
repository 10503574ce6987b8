package app.tandem.report;

import app.tandem.grouping.GroupingGain;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The settings of a study side by side.
 *
 * @param study what was measured in each
 * @param names of the tasks, for people, in the order of the study's tasks
 * @param budget whose best grouping is compared
 * @param words the language
 */
public record SettingsReport(StudyEvidence study, List<String> names, Budget budget, Words words) {

    private static final int DECIMALS = 4;

    public SettingsReport {
        names = List.copyOf(names);
    }

    /**
     * The losses of the best grouping at the budget, task by task and in sum, and what sharing gains there: which setting
     * wins per task and on average.
     */
    public Table settings() {
        List<Optional<Selection>> best = study.settings().stream()
                .map(setting -> setting.frontier().at(budget))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            int wanted = task;
            rows.add(row(
                    names.get(task),
                    id(task),
                    setting -> best.get(setting)
                            .map(selection -> loss(study.settings().get(setting), selection, wanted))
                            .orElse(Cell.ABSENT),
                    true,
                    false));
        }
        rows.add(row(
                words.get("sum"),
                "sum",
                setting -> best.get(setting)
                        .map(selection -> sum(study.settings().get(setting), selection))
                        .orElse(Cell.ABSENT),
                true,
                true));
        rows.add(row(
                words.get("settings.delta"),
                "delta_full_size_percent",
                setting -> best.get(setting)
                        .map(selection -> gain(study.settings().get(setting), selection))
                        .orElse(Cell.ABSENT),
                false,
                false));
        List<String> notes = new ArrayList<>(
                List.of(words.get("settings.note"), words.get("settings.delta.note"), words.get("selected") + "."));
        return new Table(
                "settings", words.get("settings.title", GroupingDiagram.decimal(budget.snt())), columns(), rows, notes);
    }

    /** Which network is best for each task in each setting, and in how many tasks one with several tasks is. */
    public Table winners() {
        List<String> letters = TaskLetters.of(names);
        List<Row> rows = new ArrayList<>();
        int[] shared = new int[study.settings().size()];
        for (int task = 0; task < names.size(); task++) {
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(names.get(task), id(task), false)));
            for (int setting = 0; setting < study.settings().size(); setting++) {
                LossTable losses = study.settings().get(setting).losses();
                OptionalInt best = best(losses, task);
                if (best.isPresent()
                        && losses.networks().get(best.getAsInt()).tasks().size() > 1) {
                    shared[setting]++;
                }
                cells.add(
                        best.isPresent()
                                ? winner(study.settings().get(setting), best.getAsInt(), task, letters)
                                : Cell.ABSENT);
            }
            rows.add(new Row(cells, false));
        }
        List<Cell> counts = new ArrayList<>(List.of(new Cell.Text(words.get("winners.shared"), "shared", false)));
        for (int count : shared) {
            counts.add(new Cell.Text(words.get("winners.of", count, names.size()), Integer.toString(count), false));
        }
        rows.add(new Row(counts, true));
        List<Column> columns = new ArrayList<>(List.of(Column.words(words.get("task"), "task")));
        study.settings()
                .forEach(setting -> columns.add(
                        new Column(setting.losses().setting(), setting.losses().setting(), Table.Alignment.RIGHT, "")));
        return new Table(
                "best-networks",
                words.get("winners.title"),
                columns,
                rows,
                List.of(
                        words.get("winners.note"),
                        words.get(
                                "letters",
                                IntStream.range(0, names.size())
                                        .mapToObj(task -> letters.get(task) + " " + names.get(task))
                                        .collect(Collectors.joining(", ")))));
    }

    private static OptionalInt best(LossTable losses, int task) {
        return IntStream.range(0, losses.networks().size())
                .filter(row -> losses.cell(row, task, Measure.VALIDATION).isPresent())
                .reduce((a, b) -> losses.cell(b, task, Measure.VALIDATION).mean()
                                < losses.cell(a, task, Measure.VALIDATION).mean()
                        ? b
                        : a);
    }

    private Cell winner(SettingEvidence setting, int row, int task, List<String> letters) {
        LossTable losses = setting.losses();
        Network network = losses.networks().get(row);
        LossCell loss = losses.cell(row, task, setting.reported());
        String shown = GroupingReport.shortName(network, letters)
                + (loss.isPresent() ? " " + Characters.decimals(loss.mean(), DECIMALS) : "");
        return new Cell.Text(shown, network.key(losses.taskIds()), false);
    }

    private String id(int task) {
        return study.settings().isEmpty()
                ? names.get(task)
                : study.settings().get(0).losses().taskIds().get(task);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.words(words.get("task"), "task")));
        study.settings()
                .forEach(setting -> columns.add(Column.numbers(
                        setting.losses().setting(), setting.losses().setting(), "")));
        columns.add(Column.words(words.get("settings.wins"), "wins"));
        return columns;
    }

    private interface ValueOfSetting {
        Cell at(int setting);
    }

    private Row row(String name, String id, ValueOfSetting values, boolean lowest, boolean apart) {
        List<Cell> found =
                IntStream.range(0, study.settings().size()).mapToObj(values::at).toList();
        OptionalInt winner = winner(found, lowest);
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(name, id, false)));
        for (int i = 0; i < found.size(); i++) {
            cells.add(winner.isPresent() && winner.getAsInt() == i ? bold(found.get(i)) : found.get(i));
        }
        cells.add(
                winner.isPresent()
                        ? Cell.text(
                                study.settings().get(winner.getAsInt()).losses().setting())
                        : Cell.ABSENT);
        return new Row(cells, apart);
    }

    /** Empty where fewer than two settings have a value, or the first two share the best. */
    private static OptionalInt winner(List<Cell> cells, boolean lowest) {
        double sign = lowest ? 1 : -1;
        List<Integer> order = IntStream.range(0, cells.size())
                .filter(i -> Double.isFinite(value(cells.get(i))))
                .boxed()
                .sorted((a, b) -> Double.compare(sign * value(cells.get(a)), sign * value(cells.get(b))))
                .toList();
        boolean clear = order.size() > 1 && value(cells.get(order.get(0))) != value(cells.get(order.get(1)));
        return clear ? OptionalInt.of(order.get(0)) : OptionalInt.empty();
    }

    private static double value(Cell cell) {
        return cell instanceof Cell.Mean mean
                ? mean.mean()
                : cell instanceof Cell.Amount amount ? amount.value() : Double.NaN;
    }

    private static Cell bold(Cell cell) {
        if (cell instanceof Cell.Mean mean) {
            return new Cell.Mean(mean.mean(), mean.sd(), mean.n(), mean.decimals(), true);
        }
        return cell instanceof Cell.Amount amount ? new Cell.Amount(amount.value(), amount.decimals(), true) : cell;
    }

    private static Cell loss(SettingEvidence setting, Selection selection, int task) {
        LossTable losses = setting.losses();
        int row = losses.indexOf(selection.server(task).network());
        LossCell cell = losses.cell(row, task, setting.reported());
        return cell.isPresent() ? new Cell.Mean(cell.mean(), cell.sd(), cell.n(), DECIMALS, false) : Cell.ABSENT;
    }

    private static Cell sum(SettingEvidence setting, Selection selection) {
        OptionalDouble sum = setting.reported() == Measure.TEST
                ? selection.testLoss()
                : OptionalDouble.of(selection.validationLoss());
        return sum.isPresent() ? Cell.number(sum.getAsDouble(), DECIMALS) : Cell.ABSENT;
    }

    private static Cell gain(SettingEvidence setting, Selection selection) {
        return SharingReport.percent(GroupingGain.of(setting.losses(), selection, setting.reported(), EncoderSize.FULL)
                .mean());
    }
}
