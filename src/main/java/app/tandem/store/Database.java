package app.tandem.store;

import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * One connection to a study file, with transactions that either happen or do not. After an error that leaves the
 * connection out of step with the database it is replaced by a new one.
 */
final class Database implements AutoCloseable {

    /** Work within one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** How the file is opened. */
    enum Access {
        /** Creates the file; for a new one only. */
        CREATE,
        WRITE,
        /** Beside a writer in another process. */
        READ,
        /** Only where nobody writes; leaves no files beside the study. */
        READ_ALONE,
        /** A copy, gone with its connection. */
        MEMORY
    }

    /** What survives a power cut: every commit, or all but the last moments. Both survive a killed process. */
    enum Durability {
        EDIT("FULL"),
        METRICS("NORMAL");

        private final String synchronous;

        Durability(String synchronous) {
            this.synchronous = synchronous;
        }
    }

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** How many connections this process has to each file; its monitor guards the opening of files. */
    private static final Map<Path, Integer> OPEN = new HashMap<>();

    /** Tells copies in memory apart, which all connections of a process could reach by name. */
    private static final AtomicLong COPIES = new AtomicLong();

    private final Path path;
    private final String location;
    private final Path key;
    private final Access access;
    private Connection connection;
    private boolean closed;
    private Durability durability = Durability.EDIT;

    private Database(Path path, String location, Access access) throws SQLException {
        this.path = path;
        this.location = location;
        this.access = access;
        this.connection = connect();
        this.key = key(path);
    }

    static Database open(Path path, Access access) {
        SqliteLibrary.prepare();
        try {
            synchronized (OPEN) {
                Database database = new Database(path, location(path, access), access);
                OPEN.merge(database.key, 1, Integer::sum);
                return database;
            }
        } catch (SQLException e) {
            throw explain(path, e);
        }
    }

    private static String location(Path path, Access access) {
        String file = "file:" + path.toAbsolutePath().toUri().getRawPath();
        return access == Access.READ_ALONE ? file + "?immutable=1" : file;
    }

    /** All of it as it is now, to be changed without a change of the file. */
    Database inMemory() {
        String name = "file:/copy-" + COPIES.incrementAndGet() + "?vfs=memdb";
        try {
            Database copy = new Database(path, name, Access.MEMORY);
            try {
                outsideTransaction("VACUUM INTO '" + name + "'");
            } catch (RuntimeException e) {
                copy.close();
                throw e;
            }
            return copy;
        } catch (SQLException e) {
            throw explain(path, e);
        }
    }

    /**
     * Reads a file without SQLite, unless this process has it open: POSIX would then drop SQLite's locks on it as soon as
     * the reader closes it (“How to corrupt an SQLite database file”, section 2.2).
     *
     * @return empty where the file is open here
     */
    static <T> Optional<T> unlessOpen(Path path, Supplier<T> reader) {
        synchronized (OPEN) {
            return OPEN.containsKey(key(path)) ? Optional.empty() : Optional.of(reader.get());
        }
    }

    /** One name for a file that may be reached by several. */
    private static Path key(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Reads within one snapshot. */
    synchronized <T> T read(Work<T> work) {
        return transaction("BEGIN", work);
    }

    /** Writes all or nothing. */
    synchronized <T> T write(Durability wanted, Work<T> work) {
        try {
            if (durability != wanted) {
                execute("PRAGMA synchronous = " + wanted.synchronous);
                durability = wanted;
            }
        } catch (SQLException e) {
            throw explain(path, e);
        }
        return transaction("BEGIN IMMEDIATE", work);
    }

    /** Runs a statement that cannot be in a transaction. */
    synchronized void outsideTransaction(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            throw explain(path, e);
        }
    }

    /** The answer of a query with one value. */
    synchronized String single(String sql) {
        assert Blocking.isAllowedHere() : "SQL on the window's thread";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw explain(path, e);
        }
    }

    private <T> T transaction(String begin, Work<T> work) {
        assert Blocking.isAllowedHere() : "SQL on the window's thread";
        try {
            execute(begin);
            T result = work.run(connection);
            execute("COMMIT");
            return result;
        } catch (SQLException e) {
            // A copy in memory would be gone with its connection.
            rollBack(isOutOfStep(e) && access != Access.MEMORY);
            throw explain(path, e);
        } catch (RuntimeException | Error e) {
            rollBack(false);
            throw e;
        }
    }

    private void rollBack(boolean reopen) {
        if (closed) {
            // Whoever is late must not open the file anew: it may be another's by now, and nobody would close it.
            return;
        }
        try {
            if (!reopen) {
                execute("ROLLBACK");
                return;
            }
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "Roll-back of " + path, e);
        }
        reopen();
    }

    private void reopen() {
        try {
            connection.close();
            connection = connect();
            durability = Durability.EDIT;
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.WARNING, "Reopening " + path, e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        assert Blocking.isAllowedHere() : "SQL on the window's thread";
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        switch (access) {
            case CREATE -> config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            case WRITE -> {
                config.resetOpenMode(SQLiteOpenMode.CREATE);
                config.setJournalMode(SQLiteConfig.JournalMode.WAL);
                config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            }
            case READ, READ_ALONE -> config.setReadOnly(true);
            case MEMORY -> config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        }
        return config.createConnection("jdbc:sqlite:" + location);
    }

    /** After these the transaction is already rolled back, and the driver does not know it. */
    private static boolean isOutOfStep(SQLException e) {
        return switch (baseCode(e)) {
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_NOMEM -> true;
            default -> false;
        };
    }

    static UserException explain(Path path, SQLException e) {
        String file = path.toString();
        return switch (baseCode(e)) {
            case SQLITE_FULL ->
                new UserException(
                        "The disk is full, so the study could not be saved; what was saved before is safe",
                        file,
                        "Free some space and try again",
                        e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new UserException("Another program is writing the study", file, "Close it and try again", e);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new UserException(
                        "The study cannot be written", file, "Check the permissions of the file and its folder", e);
            case SQLITE_CANTOPEN ->
                new UserException(
                        "The study cannot be opened", file, "Check the permissions of the file and its folder", e);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new Damage(path, "SQLite cannot read it");
            default ->
                new UserException(
                        "The study could not be read or saved (" + e.getMessage() + ")",
                        file,
                        "Check the disk and try again; what was saved before is safe",
                        e);
        };
    }

    private static SQLiteErrorCode baseCode(SQLException e) {
        return e instanceof SQLiteException
                ? SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** Whether a write-ahead log with something in it stands beside the file. */
    static boolean hasLog(Path path) {
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        return log.toFile().length() > 0 && Files.exists(log);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            connection.close();
        } catch (SQLException e) {
            throw explain(path, e);
        } finally {
            if (access != Access.MEMORY) {
                synchronized (OPEN) {
                    OPEN.computeIfPresent(key, (file, count) -> count == 1 ? null : count - 1);
                }
            }
        }
    }
}
