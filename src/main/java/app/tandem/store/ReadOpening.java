package app.tandem.store;

import app.tandem.store.Database.Access;
import app.tandem.store.Database.Durability;
import app.tandem.study.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a study is opened to be read: nothing of it is changed, and no file is made beside it that was not there. */
final class ReadOpening {

    private ReadOpening() {}

    /**
     * A current study as it is written; one of an older format, or in a folder that cannot be written, as it is now.
     *
     * @throws UserException if it is missing, damaged, newer, or no study
     */
    static Database open(Path file, Schema schema) {
        FileHeader.check(file, schema);
        boolean alone = !Files.isWritable(file.getParent()) && !Database.hasLog(file);
        Database database = Database.open(file, alone ? Access.READ_ALONE : Access.READ);
        try {
            int version = FileHeader.of(file, database, schema).userVersion();
            if (!alone && version == schema.version()) {
                return database;
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        try (database) {
            return copy(file, database, schema);
        }
    }

    /**
     * Without a log that is shared, a change by someone else would be read half; and an older file could only be brought up to
     * date by its owner. A copy in memory has neither problem.
     */
    private static Database copy(Path file, Database database, Schema schema) {
        Database copy = database.inMemory();
        try {
            int version = FileHeader.of(file, copy, schema).userVersion();
            if (version < schema.version()) {
                copy.write(Durability.METRICS, connection -> {
                    schema.migrate(connection, version, file);
                    return schema;
                });
            }
            copy.outsideTransaction("PRAGMA query_only = ON");
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }
}
