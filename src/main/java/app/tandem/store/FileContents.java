package app.tandem.store;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunResult;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a study file and made of it, kept until the file changes: reading thousands of runs takes most of a
 * second, and every page asks for them. Used within transactions only, whose monitor guards it.
 */
final class FileContents {

    /** The losses of one run by one measure. */
    private record Counted(Network network, int seed, Map<String, Double> losses) {

        void addTo(LossTable.Builder table, Measure measure, Map<String, Integer> indices) {
            LossTable.Builder.Row row = table.row(network);
            losses.forEach((task, loss) -> row.add(seed, measure, indices.getOrDefault(task, -1), loss));
        }
    }

    private final Path path;
    private String othersVersion = "";
    private @Nullable Study study;
    private @Nullable Study science;
    private @Nullable DesignMatch design;
    private @Nullable List<RecordedRun> runs;
    private @Nullable List<StoredRun> storedRuns;
    private final Map<String, LossTable> tables = new HashMap<>();

    FileContents(Path path) {
        this.path = path;
    }

    /** Begins with a design that was read just before: of thousands of networks it is not read twice. */
    Study begin(Connection connection, Study read) throws SQLException {
        forgetWhatOthersChanged(connection);
        study = read;
        science = science(read);
        return read;
    }

    /** This process is about to write another design. */
    void designChanges() {
        study = null;
    }

    /** This process is about to write what a dataset holds. */
    void dataChange() {
        design = null;
        storedRuns = null;
        tables.clear();
    }

    /** This process is about to write a run. */
    void runsChange() {
        runs = null;
        storedRuns = null;
        tables.clear();
    }

    Study study(Connection connection) throws SQLException {
        forgetWhatOthersChanged(connection);
        Study known = study;
        if (known != null) {
            return known;
        }
        Study read = DesignTables.read(connection, path);
        study = read;
        Study now = science(read);
        if (!now.equals(science)) {
            science = now;
            dataChange();
        }
        return read;
    }

    /** The design without what no result depends on. */
    private static Study science(Study study) {
        return study.withName("-").withGroupings(List.of()).withBudget(Budget.parse("1"));
    }

    /** SQLite counts the changes that were made by other connections than this one. */
    private void forgetWhatOthersChanged(Connection connection) throws SQLException {
        String version = connection.hashCode() + " "
                + Rows.query(connection, "PRAGMA data_version", row -> row.getLong(1))
                        .get(0);
        if (!version.equals(othersVersion)) {
            othersVersion = version;
            designChanges();
            dataChange();
            runsChange();
        }
    }

    private DesignMatch design(Connection connection, Study now) throws SQLException {
        DesignMatch known = design;
        if (known == null) {
            known = DesignMatch.read(connection, now);
            design = known;
        }
        return known;
    }

    private List<RecordedRun> runs(Connection connection) throws SQLException {
        List<RecordedRun> known = runs;
        if (known == null) {
            known = ResultLosses.readRuns(connection, path);
            runs = known;
        }
        return known;
    }

    List<StoredRun> storedRuns(Connection connection) throws SQLException {
        DesignMatch match = design(connection, study(connection));
        List<RecordedRun> rows = runs(connection);
        List<StoredRun> known = storedRuns;
        if (known == null) {
            known = rows.stream().map(row -> stored(row, match)).toList();
            storedRuns = known;
        }
        return known;
    }

    /** The same as if the study were this one. */
    List<StoredRun> storedRuns(Connection connection, Study design) throws SQLException {
        study(connection);
        DesignMatch match = DesignMatch.read(connection, design);
        return runs(connection).stream().map(row -> stored(row, match)).toList();
    }

    private static StoredRun stored(RecordedRun row, DesignMatch match) {
        return new StoredRun(row.key(), row.result(), row.changed(), match.isOfDesign(row), match.isOfData(row));
    }

    /** @throws app.tandem.study.UserException if there is no such setting */
    LossTable lossTable(Connection connection, String name) throws SQLException {
        Study now = study(connection);
        Setting setting = now.setting(name);
        if (!tables.containsKey(name)) {
            tables.put(name, lossTable(design(connection, now), now, setting, runs(connection)));
        }
        return Objects.requireNonNull(tables.get(name));
    }

    private static LossTable lossTable(DesignMatch design, Study study, Setting setting, List<RecordedRun> runs) {
        List<String> ids = study.taskIds();
        LossTable.Builder table = LossTable.builder(
                setting.name(), ids, study.tasks().stream().map(Task::weight).toList());
        study.networks().forEach(table::network);
        Map<Measure, List<Counted>> byMeasure = new EnumMap<>(Measure.class);
        for (RecordedRun run : runs) {
            Optional<Network> network = design.networkOf(run.key());
            if (run.key().setting().equals(setting.name())
                    && run.result().orElse(null) instanceof RunResult.Finished finished
                    && network.isPresent()
                    && design.holds(run)) {
                table.network(network.get());
                finished.losses().forEach((measure, losses) -> byMeasure
                        .computeIfAbsent(measure, ignored -> new ArrayList<>())
                        .add(new Counted(network.get(), run.key().seed(), losses)));
            }
        }
        Map<String, Integer> indices = new HashMap<>();
        ids.forEach(id -> indices.put(id, indices.size()));
        byMeasure.forEach((measure, counted) ->
                table.later(measure, losses -> counted.forEach(run -> run.addTo(losses, measure, indices))));
        return table.build();
    }
}
