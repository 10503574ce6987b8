package app.tandem.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of a study file.
 *
 * @param version kept in the file's {@code user_version}
 * @param definition makes the tables of this version in an empty file
 * @param migrations lead from version 1 to 2, from 2 to 3, and so on to this version
 */
record Schema(int version, Migration definition, List<Migration> migrations) {

    /** “TNDM”; tells a study file from other SQLite files. */
    static final int APPLICATION_ID = 0x544E444D;

    Schema {
        migrations = List.copyOf(migrations);
        if (migrations.size() != version - 1) {
            throw new IllegalArgumentException("version " + version + " needs a migration from each before it");
        }
    }

    static Schema current() {
        List<Migration> migrations = List.of(
                resource("schema-2.sql"),
                resource("schema-3.sql"),
                resource("schema-4.sql"),
                resource("schema-5.sql"),
                resource("schema-6.sql").then(new DenseLosses()).then(resource("schema-6-views.sql")));
        Migration definition = migrations.stream().reduce(resource("schema-1.sql"), Migration::then);
        return new Schema(migrations.size() + 1, definition, migrations);
    }

    /** Makes the tables in an empty database, within the caller's transaction. */
    void define(Connection connection, Path path) throws SQLException {
        definition.run(connection, path);
        stamp(connection);
    }

    /** Brings the tables of an older version up to this one, within the caller's transaction. */
    void migrate(Connection connection, int from, Path path) throws SQLException {
        for (Migration migration : migrations.subList(from - 1, migrations.size())) {
            migration.run(connection, path);
        }
        stamp(connection);
    }

    private void stamp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + version);
        }
    }

    private static Migration resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return Migration.sql(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
