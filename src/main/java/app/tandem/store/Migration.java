package app.tandem.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Leads from the tables of one version to those of the next, within the caller's transaction. */
@FunctionalInterface
interface Migration {

    /** @param path names the file where what is in it cannot be read */
    void run(Connection connection, Path path) throws SQLException;

    /** One that is made of statements, which end with semicolons. */
    static Migration sql(String statements) {
        return (connection, path) -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements.split(";", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        };
    }

    default Migration then(Migration next) {
        return (connection, path) -> {
            run(connection, path);
            next.run(connection, path);
        };
    }
}
