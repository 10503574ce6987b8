package app.tandem.store;

import app.tandem.run.RunKey;
import app.tandem.run.RunStop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The runs that the user has paused or cancelled. */
final class StopTables {

    private StopTables() {}

    static void write(Connection connection, Map<RunKey, RunStop> stops) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM run_stop");
        }
        for (Map.Entry<RunKey, RunStop> each : stops.entrySet()) {
            RunKey key = each.getKey();
            String stop = each.getValue().name().toLowerCase(Locale.ROOT);
            Rows.insert(
                    connection,
                    "INSERT INTO run_stop VALUES (?, ?, ?, ?)",
                    key.network(),
                    key.setting(),
                    key.seed(),
                    stop);
        }
    }

    /** A run that has ended is stopped no more. */
    static void forget(Connection connection, RunKey key) throws SQLException {
        Rows.insert(
                connection,
                "DELETE FROM run_stop WHERE network = ? AND setting = ? AND seed = ?",
                key.network(),
                key.setting(),
                key.seed());
    }

    static Map<RunKey, RunStop> read(Connection connection) throws SQLException {
        record Row(RunKey key, RunStop stop) {}
        Map<RunKey, RunStop> stops = new HashMap<>();
        Rows.query(
                        connection,
                        "SELECT network, setting, seed, stop FROM run_stop",
                        row -> new Row(
                                new RunKey(row.getString(1), row.getString(2), row.getInt(3)),
                                RunStop.valueOf(row.getString(4).toUpperCase(Locale.ROOT))))
                .forEach(row -> stops.put(row.key, row.stop));
        return stops;
    }
}
