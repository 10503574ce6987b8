package app.tandem.store;

import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.training.TaskLosses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The losses of every result: one text for each run and measure. */
final class ResultLosses implements RunRows.Losses {

    private final Map<Long, Map<Measure, String>> texts;
    /** By network: a network's runs name the same tasks, and all networks the tasks of one study. */
    private final Map<String, List<String>> tasks = new ConcurrentHashMap<>();

    private final Map<String, String> ids = new ConcurrentHashMap<>();

    private ResultLosses(Map<Long, Map<Measure, String>> texts) {
        this.texts = texts;
    }

    /**
     * All runs in the order in which they were first recorded.
     *
     * @throws Damage if a result is not what was recorded
     */
    static List<RecordedRun> readRuns(Connection connection, Path path) throws SQLException {
        return Damage.noticed(path, () -> RunRows.read(connection, path, read(connection, path)));
    }

    private static ResultLosses read(Connection connection, Path path) throws SQLException {
        record Row(long run, Measure measure, String losses) {}
        Map<Long, Map<Measure, String>> texts = new HashMap<>();
        Rows.query(
                        connection,
                        "SELECT run, measure, losses FROM result_losses",
                        row -> new Row(row.getLong(1), measure(row.getString(2), path), row.getString(3)))
                .forEach(row -> texts.computeIfAbsent(row.run, ignored -> new EnumMap<>(Measure.class))
                        .put(row.measure, row.losses));
        return new ResultLosses(texts);
    }

    static Measure measure(String id, Path path) {
        return Measure.parse(id).orElseThrow(() -> new Damage(path, "the measure ‘" + id + "’ is unknown"));
    }

    @Override
    public Map<Measure, Map<String, Double>> of(long run, RunKey key) {
        List<String> names = tasks.computeIfAbsent(key.network(), ignored -> key.taskIds().stream()
                .map(id -> ids.computeIfAbsent(id, same -> same))
                .toList());
        Map<Measure, Map<String, Double>> losses = new EnumMap<>(Measure.class);
        // Their checksum tells whether they are what was written; nobody may ever ask for the losses themselves.
        texts.getOrDefault(run, Map.of())
                .forEach((measure, text) ->
                        losses.put(measure, TaskLosses.later(names, () -> LossText.read(names, text))));
        return losses;
    }

    @Override
    public String checksum(long run, RunKey key, RunResult result) {
        return RunChecksum.of(key, result, texts.getOrDefault(run, Map.of()));
    }
}
