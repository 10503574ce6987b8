package app.tandem.report;

import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.DatasetReference;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
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
        if (!origin.devices().isEmpty()) {
            add(rows, "origin.devices", String.join(", ", origin.devices()));
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
        return count == 1 ? "0" : "0–" + (count - 1);
    }

    Table tasks() {
        List<Row> rows = new ArrayList<>();
        for (Task task : origin.study().tasks()) {
            rows.add(Row.of(
                    Cell.text(task.name()),
                    Cell.text(task.id()),
                    Cell.text(task.loss().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                    Cell.text(plain(task.weight()))));
        }
        return table(
                List.of(
                        Column.words(words.get("task"), "task"),
                        Column.words("ID", "id"),
                        Column.words(words.get("origin.loss"), "loss"),
                        Column.numbers(words.get("origin.weight"), "weight", "")),
                rows,
                List.of());
    }

    /** What was held constant in each setting, as it is written on the command line. */
    Table settings() {
        List<Row> rows = new ArrayList<>();
        for (Setting setting : origin.study().settings()) {
            Schedule schedule = setting.schedule();
            String clip = Double.isInfinite(schedule.clipNorm()) ? "none" : plain(schedule.clipNorm());
            rows.add(Row.of(
                    Cell.text(setting.name()),
                    Cell.text(setting.depth().id()),
                    Cell.text(setting.share().toString()),
                    Cell.text(setting.inputSize() + " px"),
                    Cell.text(Integer.toString(schedule.epochs())),
                    Cell.text(Integer.toString(schedule.batch())),
                    Cell.text(plain(schedule.learningRate())),
                    Cell.text(schedule.decay().name().toLowerCase(Locale.ROOT)),
                    Cell.text("warmup=" + plain(schedule.warmup()) + ", momentum=" + plain(schedule.momentum())
                            + ", weight-decay=" + plain(schedule.weightDecay()) + ", clip=" + clip),
                    Cell.text(Integer.toString(origin.finished().getOrDefault(setting.name(), 0))),
                    Cell.text(
                            study.setting(setting.name()).losses().contentHash().substring(0, HASH))));
        }
        return table(
                List.of(
                        Column.words(words.get("origin.setting"), "setting"),
                        Column.words(words.get("encoder"), "depth"),
                        Column.words("share", "share"),
                        Column.words("size", "size"),
                        Column.words("epochs", "epochs"),
                        Column.words("batch", "batch"),
                        Column.words("rate", "rate"),
                        Column.words("decay", "decay"),
                        Column.words(words.get("origin.more"), "more"),
                        Column.words(words.get("origin.runs"), "runs"),
                        Column.words(words.get("origin.hash"), "hash")),
                rows,
                List.of(words.get("origin.hash.note")));
    }

    private static Table table(List<Column> columns, List<Row> rows, List<String> notes) {
        return new Table("origin", "", columns, rows, notes);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
