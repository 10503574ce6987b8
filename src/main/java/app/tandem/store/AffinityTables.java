package app.tandem.store;

import app.tandem.loss.AffinityMatrix;
import app.tandem.run.RunKey;
import app.tandem.training.JointAffinities;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The affinities of joint runs: a row per kind, source and recipient; no value where nothing was measured. */
final class AffinityTables {

    private static final String WHICH = " WHERE network = ? AND setting = ? AND seed = ?";

    private AffinityTables() {}

    /** Replaces what was known of the run. */
    static void write(Connection connection, RunKey key, JointAffinities affinities) throws SQLException {
        Rows.insert(connection, "DELETE FROM affinity" + WHICH, key.network(), key.setting(), key.seed());
        for (AffinityMatrix matrix : affinities.matrices()) {
            List<String> tasks = matrix.taskIds();
            for (int i = 0; i < tasks.size(); i++) {
                for (int j = 0; j < tasks.size(); j++) {
                    double value = matrix.from(i, j);
                    Rows.insert(
                            connection,
                            "INSERT INTO affinity VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            key.network(),
                            key.setting(),
                            key.seed(),
                            matrix.id(),
                            tasks.get(i),
                            tasks.get(j),
                            Double.isFinite(value) ? value : null,
                            affinities.steps());
                }
            }
        }
    }

    /** @param tasks of the run's network, in the study's order; empty where nothing was recorded of it */
    static Optional<JointAffinities> read(Connection connection, RunKey key, List<String> tasks) throws SQLException {
        record Entry(String kind, int source, int recipient, double value, long steps) {}
        List<Entry> entries = Rows.query(
                connection,
                "SELECT * FROM affinity" + WHICH,
                row -> {
                    double known = row.getDouble("value");
                    double value = row.wasNull() ? Double.NaN : known;
                    return new Entry(
                            row.getString("kind"),
                            tasks.indexOf(row.getString("source")),
                            tasks.indexOf(row.getString("recipient")),
                            value,
                            row.getLong("steps"));
                },
                key.network(),
                key.setting(),
                key.seed());
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<AffinityMatrix> matrices = new java.util.ArrayList<>();
        for (String kind : List.of(JointAffinities.LOOKAHEAD, JointAffinities.COSINE, JointAffinities.FIRST_ORDER)) {
            double[][] scores = new double[tasks.size()][tasks.size()];
            Arrays.stream(scores).forEach(row -> Arrays.fill(row, Double.NaN));
            entries.stream()
                    .filter(entry -> entry.kind.equals(kind) && entry.source >= 0 && entry.recipient >= 0)
                    .forEach(entry -> scores[entry.source][entry.recipient] = entry.value);
            matrices.add(new AffinityMatrix(kind, tasks, scores));
        }
        return Optional.of(
                new JointAffinities(entries.get(0).steps, matrices.get(0), matrices.get(1), matrices.get(2)));
    }
}
