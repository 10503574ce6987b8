package app.tandem.store;

import app.tandem.study.Budget;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The guided training of a study, if there is one. Always written whole. */
final class GuidanceTables {

    private GuidanceTables() {}

    static void forget(Connection connection) throws SQLException {
        Rows.insert(connection, "DELETE FROM guidance");
        Rows.insert(connection, "DELETE FROM guidance_network");
    }

    static void write(Connection connection, StoredGuidance guidance) throws SQLException {
        forget(connection);
        Rows.insert(
                connection,
                "INSERT INTO guidance VALUES (1, ?, ?, ?)",
                guidance.setting(),
                guidance.budget().snt().toString(),
                guidance.seed().isPresent() ? guidance.seed().getAsInt() : null);
        int position = 0;
        for (String network : guidance.chosen()) {
            Rows.insert(connection, "INSERT INTO guidance_network VALUES (?, ?)", position++, network);
        }
    }

    static Optional<StoredGuidance> read(Connection connection) throws SQLException {
        List<String> chosen = Rows.query(
                connection, "SELECT network FROM guidance_network ORDER BY position", row -> row.getString(1));
        return Rows.query(connection, "SELECT setting, budget, seed FROM guidance", row -> {
                    int number = row.getInt("seed");
                    OptionalInt seed = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
                    return new StoredGuidance(
                            row.getString("setting"), Budget.parse(row.getString("budget")), seed, chosen);
                })
                .stream()
                .findFirst();
    }
}
