package app.tandem.store;

import app.tandem.run.RunKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The runs that are trained before all others, in their order. Always written whole. */
final class OrderTables {

    private OrderTables() {}

    /** There may be many, so that they share one statement. */
    static void write(Connection connection, List<RunKey> order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM run_order");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO run_order VALUES (?, ?, ?, ?)")) {
            for (int position = 0; position < order.size(); position++) {
                insert.setInt(1, position);
                insert.setString(2, order.get(position).network());
                insert.setString(3, order.get(position).setting());
                insert.setInt(4, order.get(position).seed());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<RunKey> read(Connection connection) throws SQLException {
        return Rows.query(
                connection,
                "SELECT network, setting, seed FROM run_order ORDER BY position",
                row -> new RunKey(row.getString(1), row.getString(2), row.getInt(3)));
    }
}
