package app.tandem.store;

import app.tandem.loss.Measure;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.training.EpochLosses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs, their epochs, results and provenance in their tables. */
final class RunTables {

    /** A run's row with its result. */
    record Row(long id, RunKey key, Optional<RunResult> result, Instant changed) {}

    private static final String FINISHED = "finished";
    private static final String DIVERGED = "diverged";
    private static final String FAILED = "failed";

    private RunTables() {}

    static void writeEpoch(Connection connection, RunKey key, EpochLosses losses, Instant now) throws SQLException {
        long run = idOf(connection, key, now);
        // A run that is trained anew, or goes on from a checkpoint, has no later epochs yet.
        Rows.insert(connection, "DELETE FROM epoch_loss WHERE run = ? AND epoch >= ?", run, losses.epoch());
        writeLosses(
                connection,
                "INSERT INTO epoch_loss VALUES (?, ?, 'train', ?, ?, ?)",
                run,
                losses.epoch(),
                losses.train());
        writeLosses(
                connection,
                "INSERT INTO epoch_loss VALUES (?, ?, 'val', ?, ?, ?)",
                run,
                losses.epoch(),
                losses.validation());
    }

    private static void writeLosses(
            Connection connection, String sql, long run, Object second, Map<String, Double> losses)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int position = 0;
            for (Map.Entry<String, Double> loss : losses.entrySet()) {
                insert.setLong(1, run);
                insert.setObject(2, second);
                insert.setInt(3, position++);
                insert.setString(4, loss.getKey());
                insert.setDouble(5, loss.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void writeResult(Connection connection, RunKey key, RunResult result, Instant now) throws SQLException {
        long run = idOf(connection, key, now);
        for (String table : List.of("result_loss", "provenance", "provenance_version")) {
            Rows.insert(connection, "DELETE FROM " + table + " WHERE run = ?", run);
        }
        String update = "UPDATE run SET outcome = ?, reported_epoch = ?, step = ?, failure = ?, reason = ?,"
                + " changed = ?, checksum = ? WHERE id = ?";
        String changed = now.toString();
        String sum = checksum(key, result);
        if (result instanceof RunResult.Finished finished) {
            Rows.insert(connection, update, FINISHED, finished.reportedEpoch(), null, null, "", changed, sum, run);
            for (Map.Entry<Measure, Map<String, Double>> losses :
                    finished.losses().entrySet()) {
                String insert = "INSERT INTO result_loss VALUES (?, ?, ?, ?, ?)";
                writeLosses(connection, insert, run, losses.getKey().id(), losses.getValue());
            }
            writeProvenance(connection, run, finished.provenance());
        } else if (result instanceof RunResult.Diverged diverged) {
            String remedies = String.join("\n", diverged.remedies());
            Rows.insert(connection, update, DIVERGED, null, diverged.step(), null, remedies, changed, sum, run);
            writeProvenance(connection, run, diverged.provenance());
        } else if (result instanceof RunResult.Failed failed) {
            String failure = failed.failure().name();
            Rows.insert(connection, update, FAILED, null, null, failure, failed.reason(), changed, sum, run);
        }
    }

    private static void writeProvenance(Connection connection, long run, Provenance provenance) throws SQLException {
        Rows.insert(
                connection,
                "INSERT INTO provenance VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                run,
                provenance.dataHash(),
                provenance.designHash(),
                provenance.device(),
                provenance.threads(),
                provenance.duration().toMillis(),
                provenance.multiplyAdds(),
                provenance.imagesPerSecond());
        for (Map.Entry<String, String> version : provenance.versions().entrySet()) {
            String insert = "INSERT INTO provenance_version VALUES (?, ?, ?)";
            Rows.insert(connection, insert, run, version.getKey(), version.getValue());
        }
    }

    static void forget(Connection connection, RunKey key) throws SQLException {
        Rows.insert(
                connection,
                "DELETE FROM run WHERE network = ? AND setting = ? AND seed = ?",
                key.network(),
                key.setting(),
                key.seed());
    }

    private static long idOf(Connection connection, RunKey key, Instant now) throws SQLException {
        Rows.insert(
                connection,
                "INSERT INTO run (network, setting, seed, changed) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (network, setting, seed) DO NOTHING",
                key.network(),
                key.setting(),
                key.seed(),
                now.toString());
        return find(connection, key).orElseThrow();
    }

    private static Optional<Long> find(Connection connection, RunKey key) throws SQLException {
        return Rows.query(
                        connection,
                        "SELECT id FROM run WHERE network = ? AND setting = ? AND seed = ?",
                        row -> row.getLong(1),
                        key.network(),
                        key.setting(),
                        key.seed())
                .stream()
                .findFirst();
    }

    static SortedMap<Integer, EpochLosses> readEpochs(Connection connection, RunKey key) throws SQLException {
        record Cell(int epoch, String split, String task, double loss) {}
        Optional<Long> run = find(connection, key);
        SortedMap<Integer, Map<String, Map<String, Double>>> cells = new TreeMap<>();
        if (run.isPresent()) {
            Rows.query(
                            connection,
                            "SELECT epoch, split, task, loss FROM epoch_loss WHERE run = ?"
                                    + " ORDER BY epoch, split, position",
                            row -> new Cell(row.getInt(1), row.getString(2), row.getString(3), row.getDouble(4)),
                            run.get())
                    .forEach(cell -> cells.computeIfAbsent(cell.epoch, ignored -> new LinkedHashMap<>())
                            .computeIfAbsent(cell.split, ignored -> new LinkedHashMap<>())
                            .put(cell.task, cell.loss));
        }
        SortedMap<Integer, EpochLosses> epochs = new TreeMap<>();
        cells.forEach((epoch, splits) -> epochs.put(
                epoch,
                new EpochLosses(epoch, splits.getOrDefault("train", Map.of()), splits.getOrDefault("val", Map.of()))));
        return epochs;
    }

    /**
     * All runs in the order in which they were first recorded.
     *
     * @throws Damage if a result is not what was recorded
     */
    static List<Row> readRuns(Connection connection, Path path) throws SQLException {
        return Damage.noticed(path, () -> readAllRuns(connection, path));
    }

    private static List<Row> readAllRuns(Connection connection, Path path) throws SQLException {
        Map<Long, Map<Measure, Map<String, Double>>> losses = ResultLosses.read(connection, path);
        Map<Long, Map<String, String>> versions = readVersions(connection);
        List<Recorded> runs = Rows.query(
                connection,
                "SELECT * FROM run LEFT JOIN provenance ON provenance.run = run.id ORDER BY run.id",
                row -> readRun(row, losses, versions, path));
        // Of thousands of runs this takes as long as reading them.
        Optional<Row> damaged = runs.parallelStream()
                .filter(run -> !run.isWhole())
                .map(Recorded::row)
                .findFirst();
        if (damaged.isPresent()) {
            throw new Damage(path, "the result of the run " + damaged.get().key() + " is not what was recorded");
        }
        return runs.stream().map(Recorded::row).toList();
    }

    /** @param checksum as it was recorded; empty where there is no result */
    private record Recorded(Row row, String checksum) {

        boolean isWhole() {
            return row.result()
                    .map(result -> RunTables.checksum(row.key(), result).equals(checksum))
                    .orElse(true);
        }
    }

    private static Recorded readRun(
            ResultSet row,
            Map<Long, Map<Measure, Map<String, Double>>> losses,
            Map<Long, Map<String, String>> versions,
            Path path)
            throws SQLException {
        long id = row.getLong("id");
        RunKey key = new RunKey(row.getString("network"), row.getString("setting"), row.getInt("seed"));
        Instant changed = Instant.parse(row.getString("changed"));
        String outcome = row.getString("outcome");
        if (outcome == null) {
            return new Recorded(new Row(id, key, Optional.empty(), changed), "");
        }
        String reason = row.getString("reason");
        RunResult result =
                switch (outcome) {
                    case FINISHED ->
                        new RunResult.Finished(
                                row.getInt("reported_epoch"),
                                losses.getOrDefault(id, Map.of()),
                                readProvenance(row, key.seed(), versions.getOrDefault(id, Map.of())));
                    case DIVERGED ->
                        new RunResult.Diverged(
                                row.getLong("step"),
                                reason.isEmpty() ? List.of() : List.of(reason.split("\n", -1)),
                                readProvenance(row, key.seed(), versions.getOrDefault(id, Map.of())));
                    case FAILED -> new RunResult.Failed(RunResult.Failure.valueOf(row.getString("failure")), reason);
                    default -> throw new Damage(path, "the outcome of the run " + key + " is unknown");
                };
        return new Recorded(new Row(id, key, Optional.of(result), changed), String.valueOf(row.getString("checksum")));
    }

    private static Provenance readProvenance(ResultSet row, int seed, Map<String, String> versions)
            throws SQLException {
        return new Provenance(
                seed,
                row.getString("data_hash"),
                row.getString("design_hash"),
                versions,
                row.getString("device"),
                row.getInt("threads"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getLong("multiply_adds"),
                row.getDouble("images_per_second"));
    }

    private static Map<Long, Map<String, String>> readVersions(Connection connection) throws SQLException {
        record Version(long run, String component, String version) {}
        Map<Long, Map<String, String>> versions = new LinkedHashMap<>();
        Rows.query(
                        connection,
                        "SELECT * FROM provenance_version",
                        row -> new Version(row.getLong(1), row.getString(2), row.getString(3)))
                .forEach(version -> versions.computeIfAbsent(version.run, ignored -> new TreeMap<>())
                        .put(version.component, version.version));
        return versions;
    }

    private static String checksum(RunKey key, RunResult result) {
        Checksum sum = new Checksum().add(key.network(), key.setting(), key.seed());
        if (result instanceof RunResult.Finished finished) {
            sum.add(FINISHED, finished.reportedEpoch());
            finished.losses().forEach((measure, losses) -> {
                sum.add(measure.id());
                losses.forEach(sum::add);
            });
            sum.add(finished.provenance().dataHash(), finished.provenance().designHash());
        } else if (result instanceof RunResult.Diverged diverged) {
            sum.add(DIVERGED, diverged.step()).add(diverged.remedies().toArray());
            sum.add(diverged.provenance().dataHash(), diverged.provenance().designHash());
        } else if (result instanceof RunResult.Failed failed) {
            sum.add(FAILED, failed.failure(), failed.reason());
        }
        return sum.hex();
    }
}
