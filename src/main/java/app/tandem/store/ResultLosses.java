package app.tandem.store;

import app.tandem.loss.Measure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the losses of every result. There may be hundreds of thousands: numbers are read one by one, and words, which cost
 * four times as much, once for each run and measure.
 */
final class ResultLosses {

    private static final String TASKS = "SELECT run, measure, group_concat(task, char(10) ORDER BY position)"
            + " FROM result_loss GROUP BY run, measure ORDER BY run, measure";
    private static final String LOSSES = "SELECT loss FROM result_loss ORDER BY run, measure, position";

    /** The tasks of one run and measure, in their order. */
    private record Group(long run, Measure measure, List<String> tasks) {}

    private ResultLosses() {}

    /** Run → measure → task → loss, tasks in the order in which they were recorded. */
    static Map<Long, Map<Measure, Map<String, Double>>> read(Connection connection, Path path) throws SQLException {
        Map<String, List<String>> lists = new HashMap<>();
        List<Group> groups = Rows.query(
                connection,
                TASKS,
                row -> new Group(
                        row.getLong(1),
                        measure(row.getString(2), path),
                        lists.computeIfAbsent(row.getString(3), ResultLosses::split)));
        Map<Long, Map<Measure, Map<String, Double>>> losses = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOSSES);
                ResultSet row = statement.executeQuery()) {
            for (Group group : groups) {
                Map<String, Double> byTask = new LinkedHashMap<>();
                for (String task : group.tasks()) {
                    row.next();
                    byTask.put(task, row.getDouble(1));
                }
                losses.computeIfAbsent(group.run(), ignored -> new EnumMap<>(Measure.class))
                        .put(group.measure(), byTask);
            }
        }
        return losses;
    }

    private static List<String> split(String joined) {
        return List.of(joined.split("\n", -1)).stream().map(String::intern).toList();
    }

    private static Measure measure(String id, Path path) {
        return Measure.parse(id).orElseThrow(() -> new Damage(path, "the measure ‘" + id + "’ is unknown"));
    }
}
