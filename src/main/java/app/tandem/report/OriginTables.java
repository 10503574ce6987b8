package app.tandem.report;

import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.DatasetReference;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The provenance of a study as tables. */
record OriginTables(StudyOrigin origin, StudyEvidence study, Words words) {

    private static final int HASH = 12;

    /** What the study is made of, and with what its runs were made. */
    Table overview() {
        Study design = origin.study();
        List<Row> rows = new ArrayList<>();
        add(rows, "origin.dataset", dataset(design.dataset()));
        add(rows, "networks", Integer.toString(design.networks().size()));
        add(rows, "origin.seeds", seeds(design.seeds()));
        add(rows, "budget", GroupingDiagram.decimal(design.budget().snt()) + " SNT");
        origin.versions()
                .forEach((component, versions) ->
                        rows.add(Row.of(Cell.text(component), Cell.text(String.join(", ", versions)))));
        String devices = String.join(", ", origin.devices());
        if (!devices.isBlank()) {
            add(rows, "origin.devices", devices);
        }
        origin.latest()
                .ifPresent(time -> add(
                        rows,
                        "origin.latest",
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                                .format(time.atOffset(ZoneOffset.UTC))));
        return table(
                List.of(
                        Column.words(words.get("origin.what"), "what"),
                        Column.words(words.get("origin.value"), "value")),
                rows,
                List.of());
    }

    private void add(List<Row> rows, String key, String value) {
        rows.add(Row.of(Cell.text(words.get(key)), Cell.text(value)));
    }

    private String dataset(DatasetReference dataset) {
        return dataset.isOfLosses()
                ? words.get("origin.elsewhere", dataset.location())
                : dataset.location() + " (" + dataset.layout() + ")";
    }

    private static String seeds(int count) {
        return count == 1 ? "1 (0)" : count + " (0–" + (count - 1) + ")";
    }

    /** The tasks. By what losses that were measured elsewhere were computed is not known. */
    Table tasks() {
        boolean elsewhere = origin.study().dataset().isOfLosses();
        List<Row> rows = new ArrayList<>();
        for (Task task : origin.study().tasks()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(task.name()), Cell.text(task.id())));
            if (!elsewhere) {
                cells.add(Cell.text(task.loss().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
            cells.add(Cell.text(plain(task.weight())));
            rows.add(new Row(cells, false));
        }
        List<Column> columns =
                new ArrayList<>(List.of(Column.words(words.get("task"), "task"), Column.words("ID", "id")));
        if (!elsewhere) {
            columns.add(Column.words(words.get("origin.loss"), "loss"));
        }
        columns.add(Column.numbers(words.get("origin.weight"), "weight", ""));
        return table(columns, rows, List.of());
    }

    /**
     * What was held constant in each setting, as it is written on the command line. Of losses that were measured elsewhere it
     * is not known.
     */
    Table settings() {
        boolean elsewhere = origin.study().dataset().isOfLosses();
        List<Row> rows = new ArrayList<>();
        for (Setting setting : origin.study().settings()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(setting.name())));
            cells.addAll(elsewhere ? List.of() : constants(setting));
            cells.add(Cell.text(Integer.toString(origin.finished().getOrDefault(setting.name(), 0))));
            cells.add(Cell.text(
                    study.setting(setting.name()).losses().contentHash().substring(0, HASH)));
            rows.add(new Row(cells, false));
        }
        List<Column> columns = new ArrayList<>(List.of(Column.words(words.get("origin.setting"), "setting")));
        if (!elsewhere) {
            columns.add(Column.words(words.get("encoder"), "depth"));
            List.of("share", "size", "epochs", "batch", "rate", "decay")
                    .forEach(name -> columns.add(Column.words(name, name)));
            columns.add(Column.words(words.get("origin.more"), "more"));
        }
        columns.add(Column.words(words.get("origin.runs"), "runs"));
        columns.add(Column.words(words.get("origin.hash"), "hash"));
        return table(columns, rows, List.of(words.get("origin.hash.note")));
    }

    private static List<Cell> constants(Setting setting) {
        Schedule schedule = setting.schedule();
        String clip = Double.isInfinite(schedule.clipNorm()) ? "none" : plain(schedule.clipNorm());
        return List.of(
                Cell.text(setting.depth().id()),
                Cell.text(setting.share().toString()),
                Cell.text(setting.inputSize() + "\u00A0px"),
                Cell.text(Integer.toString(schedule.epochs())),
                Cell.text(Integer.toString(schedule.batch())),
                Cell.text(plain(schedule.learningRate())),
                Cell.text(schedule.decay().name().toLowerCase(Locale.ROOT)),
                Cell.text("warmup=" + plain(schedule.warmup()) + ", momentum=" + plain(schedule.momentum())
                        + ", weight-decay=" + plain(schedule.weightDecay()) + ", clip=" + clip));
    }

    private static Table table(List<Column> columns, List<Row> rows, List<String> notes) {
        return new Table("origin", "", columns, rows, notes);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
