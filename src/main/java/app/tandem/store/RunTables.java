package app.tandem.store;

import app.tandem.loss.Measure;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.training.EpochLosses;
import app.tandem.training.TaskLosses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes runs with their epochs, results and provenance, and reads the epochs; {@link RunRows} reads the rest. */
final class RunTables {

    private static final String TRAIN = "train";
    private static final String VALIDATION = "val";

    private RunTables() {}

    static void writeEpoch(Connection connection, RunKey key, EpochLosses losses, Instant now) throws SQLException {
        long run = idOf(connection, key, now);
        // A run that is trained anew, or goes on from a checkpoint, has no later epochs yet.
        Rows.insert(connection, "DELETE FROM epoch_losses WHERE run = ? AND epoch >= ?", run, losses.epoch());
        String insert = "INSERT INTO epoch_losses VALUES (?, ?, ?, ?)";
        Rows.insert(connection, insert, run, losses.epoch(), TRAIN, text(key, losses.train()));
        Rows.insert(connection, insert, run, losses.epoch(), VALIDATION, text(key, losses.validation()));
    }

    private static String text(RunKey key, Map<String, Double> losses) {
        return LossText.write(key.taskIds(), losses);
    }

    static void writeResult(Connection connection, RunKey key, RunResult result, Instant now) throws SQLException {
        long run = idOf(connection, key, now);
        for (String table : List.of("result_losses", "provenance", "provenance_version")) {
            Rows.insert(connection, "DELETE FROM " + table + " WHERE run = ?", run);
        }
        String update = "UPDATE run SET outcome = ?, reported_epoch = ?, step = ?, failure = ?, reason = ?,"
                + " changed = ?, checksum = ? WHERE id = ?";
        String changed = now.toString();
        Map<Measure, String> losses = texts(key, result);
        String sum = RunChecksum.of(key, result, losses);
        if (result instanceof RunResult.Finished finished) {
            Rows.insert(
                    connection, update, Outcome.FINISHED, finished.reportedEpoch(), null, null, "", changed, sum, run);
            for (Map.Entry<Measure, String> each : losses.entrySet()) {
                String insert = "INSERT INTO result_losses VALUES (?, ?, ?)";
                Rows.insert(connection, insert, run, each.getKey().id(), each.getValue());
            }
            writeProvenance(connection, run, finished.provenance());
        } else if (result instanceof RunResult.Diverged diverged) {
            String remedies = String.join("\n", diverged.remedies());
            Rows.insert(connection, update, Outcome.DIVERGED, null, diverged.step(), null, remedies, changed, sum, run);
            writeProvenance(connection, run, diverged.provenance());
        } else if (result instanceof RunResult.Failed failed) {
            String failure = failed.failure().name();
            Rows.insert(connection, update, Outcome.FAILED, null, null, failure, failed.reason(), changed, sum, run);
        }
    }

    private static Map<Measure, String> texts(RunKey key, RunResult result) {
        Map<Measure, String> texts = new EnumMap<>(Measure.class);
        if (result instanceof RunResult.Finished finished) {
            finished.losses().forEach((measure, losses) -> {
                // A measure of nothing says nothing.
                if (!losses.isEmpty()) {
                    texts.put(measure, text(key, losses));
                }
            });
        }
        return texts;
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

    static boolean isKnown(Connection connection, RunKey key) throws SQLException {
        return find(connection, key).isPresent();
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

    /** @throws Damage if what is there is not what was recorded */
    static SortedMap<Integer, EpochLosses> readEpochs(Connection connection, RunKey key, Path path)
            throws SQLException {
        return Damage.noticed(path, () -> readEpochs(connection, key));
    }

    private static SortedMap<Integer, EpochLosses> readEpochs(Connection connection, RunKey key) throws SQLException {
        record Row(int epoch, String split, String losses) {}
        List<String> tasks = key.taskIds();
        SortedMap<Integer, Map<String, TaskLosses>> splits = new TreeMap<>();
        Optional<Long> run = find(connection, key);
        if (run.isPresent()) {
            Rows.query(
                            connection,
                            "SELECT epoch, split, losses FROM epoch_losses WHERE run = ? ORDER BY epoch",
                            row -> new Row(row.getInt(1), row.getString(2), row.getString(3)),
                            run.get())
                    .forEach(row -> splits.computeIfAbsent(row.epoch, ignored -> new HashMap<>())
                            .put(row.split, TaskLosses.of(tasks, LossText.read(tasks, row.losses))));
        }
        SortedMap<Integer, EpochLosses> epochs = new TreeMap<>();
        splits.forEach((epoch, losses) -> epochs.put(epoch, losses(epoch, losses)));
        return epochs;
    }

    private static EpochLosses losses(int epoch, Map<String, TaskLosses> bySplit) {
        Map<String, Double> none = Map.of();
        return new EpochLosses(
                epoch,
                Objects.requireNonNullElse(bySplit.get(TRAIN), none),
                Objects.requireNonNullElse(bySplit.get(VALIDATION), none));
    }
}
