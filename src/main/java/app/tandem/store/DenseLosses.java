package app.tandem.store;

import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From format 5, with a row for each loss of each task, to format 6, with one for all losses of a network. */
final class DenseLosses implements Migration {

    /** The losses one by one, in the order in which they were kept. */
    private record Single(Map<Long, Map<Measure, Map<String, Double>>> losses) implements RunRows.Losses {

        @Override
        public Map<Measure, Map<String, Double>> of(long run, RunKey key) {
            return losses.getOrDefault(run, Map.of());
        }

        @Override
        public String checksum(long run, RunKey key, RunResult result) {
            return RunChecksum.ofSingleLosses(key, result);
        }
    }

    @Override
    public void run(Connection connection, Path path) throws SQLException {
        Damage.noticed(path, () -> {
            Map<Long, RunKey> keys =
                    writeResults(connection, RunRows.read(connection, path, readResults(connection, path)));
            writeEpochs(connection, keys);
            return keys;
        });
    }

    private static Single readResults(Connection connection, Path path) throws SQLException {
        Map<Long, Map<Measure, Map<String, Double>>> losses = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT run, measure, task, loss FROM result_loss ORDER BY run, measure, position")) {
            while (row.next()) {
                losses.computeIfAbsent(row.getLong(1), ignored -> new EnumMap<>(Measure.class))
                        .computeIfAbsent(ResultLosses.measure(row.getString(2), path), ignored -> new LinkedHashMap<>())
                        .put(row.getString(3), row.getDouble(4));
            }
        }
        return new Single(losses);
    }

    private static Map<Long, RunKey> writeResults(Connection connection, List<RecordedRun> runs) throws SQLException {
        Map<Long, RunKey> keys = new HashMap<>();
        for (RecordedRun run : runs) {
            keys.put(run.id(), run.key());
            if (run.result().isPresent()) {
                RunTables.writeResult(connection, run.key(), run.result().get(), run.changed());
            }
        }
        return keys;
    }

    private static void writeEpochs(Connection connection, Map<Long, RunKey> keys) throws SQLException {
        record Place(long run, int epoch, String split) {}
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO epoch_losses VALUES (?, ?, ?, ?)");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT run, epoch, split, task, loss FROM epoch_loss WHERE run IN (SELECT id FROM run)"
                                + " ORDER BY run, epoch, split, position")) {
            boolean more = row.next();
            while (more) {
                Place place = new Place(row.getLong(1), row.getInt(2), row.getString(3));
                Map<String, Double> losses = new LinkedHashMap<>();
                do {
                    losses.put(row.getString(4), row.getDouble(5));
                    more = row.next();
                } while (more && place.equals(new Place(row.getLong(1), row.getInt(2), row.getString(3))));
                insert.setLong(1, place.run());
                insert.setInt(2, place.epoch());
                insert.setString(3, place.split());
                insert.setString(
                        4,
                        LossText.write(
                                Objects.requireNonNull(keys.get(place.run())).taskIds(), losses));
                insert.executeUpdate();
            }
        }
    }
}
