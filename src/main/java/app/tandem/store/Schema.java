package app.tandem.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of a study file.
 *
 * @param version kept in the file's {@code user_version}
 * @param definition the statements that make an empty file of this version
 * @param migrations the statements that lead from version 1 to 2, from 2 to 3, and so on to this version
 */
record Schema(int version, String definition, List<String> migrations) {

    /** “TNDM”; tells a study file from other SQLite files. */
    static final int APPLICATION_ID = 0x544E444D;

    Schema {
        migrations = List.copyOf(migrations);
        if (migrations.size() != version - 1) {
            throw new IllegalArgumentException("version " + version + " needs a migration from each before it");
        }
    }

    static Schema current() {
        String second = resource("schema-2.sql");
        String third = resource("schema-3.sql");
        String fourth = resource("schema-4.sql");
        String fifth = resource("schema-5.sql");
        String definition = resource("schema-1.sql") + second + third + fourth + fifth;
        return new Schema(5, definition, List.of(second, third, fourth, fifth));
    }

    /** Makes the tables in an empty database, within the caller's transaction. */
    void define(Connection connection) throws SQLException {
        execute(connection, definition);
        stamp(connection);
    }

    /** Brings the tables of an older version up to this one, within the caller's transaction. */
    void migrate(Connection connection, int from) throws SQLException {
        for (String migration : migrations.subList(from - 1, migrations.size())) {
            execute(connection, migration);
        }
        stamp(connection);
    }

    private void stamp(Connection connection) throws SQLException {
        execute(connection, "PRAGMA application_id = " + APPLICATION_ID + "; PRAGMA user_version = " + version);
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements.split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
