package app.tandem.store;

import app.tandem.loss.Measure;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads all runs with their results. There may be thousands, with hundreds of thousands of losses: the rows are read one
 * after the other, and what they say is made out of them by all processors.
 */
final class RunRows {

    private static final String RUNS = "SELECT id, network, setting, seed, outcome, reported_epoch, step, failure,"
            + " reason, changed, checksum, data_hash, design_hash, device, threads, duration_ms, multiply_adds,"
            + " images_per_second FROM run LEFT JOIN provenance ON provenance.run = run.id ORDER BY run.id";

    /** The losses of finished runs in the form in which the file has them. */
    interface Losses {

        /** Of one run, by measure and task id. */
        Map<Measure, Map<String, Double>> of(long run, RunKey key);

        /** The checksum that such a result must have. */
        String checksum(long run, RunKey key, RunResult result);
    }

    /** A row as it was read. */
    private record Row(
            long id,
            RunKey key,
            String outcome,
            int reportedEpoch,
            long step,
            String failure,
            String reason,
            String changed,
            String checksum,
            Provenance provenance) {}

    private RunRows() {}

    /**
     * All runs in the order in which they were first recorded.
     *
     * @throws Damage if a result is not what was recorded
     */
    static List<RecordedRun> read(Connection connection, Path path, Losses losses) throws SQLException {
        Map<Long, Map<String, String>> versions = readVersions(connection);
        List<Row> rows = Rows.query(connection, RUNS, row -> readRow(row, versions));
        return rows.parallelStream().map(row -> recorded(row, losses, path)).toList();
    }

    private static Row readRow(ResultSet row, Map<Long, Map<String, String>> versions) throws SQLException {
        long id = row.getLong(1);
        int seed = row.getInt(4);
        return new Row(
                id,
                new RunKey(row.getString(2), row.getString(3), seed),
                text(row, 5),
                row.getInt(6),
                row.getLong(7),
                text(row, 8),
                row.getString(9),
                row.getString(10),
                text(row, 11),
                new Provenance(
                        seed,
                        text(row, 12),
                        text(row, 13),
                        versions.getOrDefault(id, Map.of()),
                        text(row, 14),
                        row.getInt(15),
                        Duration.ofMillis(row.getLong(16)),
                        row.getLong(17),
                        row.getDouble(18)));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static RecordedRun recorded(Row row, Losses losses, Path path) {
        Optional<RunResult> result = result(row, losses, path);
        if (result.isPresent()
                && !losses.checksum(row.id(), row.key(), result.get()).equals(row.checksum())) {
            throw new Damage(path, "the result of the run " + row.key() + " is not what was recorded");
        }
        return new RecordedRun(row.id(), row.key(), result, Instant.parse(row.changed()));
    }

    private static Optional<RunResult> result(Row row, Losses losses, Path path) {
        return switch (row.outcome()) {
            case "" -> Optional.empty();
            case Outcome.FINISHED ->
                Optional.of(
                        new RunResult.Finished(row.reportedEpoch(), losses.of(row.id(), row.key()), row.provenance()));
            case Outcome.DIVERGED ->
                Optional.of(new RunResult.Diverged(
                        row.step(),
                        row.reason().isEmpty()
                                ? List.of()
                                : List.of(row.reason().split("\n", -1)),
                        row.provenance()));
            case Outcome.FAILED ->
                Optional.of(new RunResult.Failed(RunResult.Failure.valueOf(row.failure()), row.reason()));
            default -> throw new Damage(path, "the outcome of the run " + row.key() + " is unknown");
        };
    }

    /** Nearly all runs have the same. */
    private static Map<Long, Map<String, String>> readVersions(Connection connection) throws SQLException {
        record Version(long run, String component, String version) {}
        Map<Map<String, String>, Map<String, String>> alike = new HashMap<>();
        Map<Long, Map<String, String>> versions = new HashMap<>();
        Rows.query(
                        connection,
                        "SELECT run, component, version FROM provenance_version",
                        row -> new Version(row.getLong(1), row.getString(2), row.getString(3)))
                .forEach(version -> versions.computeIfAbsent(version.run, ignored -> new TreeMap<>())
                        .put(version.component, version.version));
        versions.replaceAll((run, each) -> alike.computeIfAbsent(each, Map::copyOf));
        return versions;
    }
}
