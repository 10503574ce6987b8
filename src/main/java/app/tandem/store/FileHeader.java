package app.tandem.store;

import app.tandem.study.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first 100 bytes of a study file, read without SQLite, so that nothing else is ever opened or changed (SQLite file
 * format, section 1.3: magic at 0, page size at 16, user version at 60, application id at 68).
 */
record FileHeader(int userVersion) {

    private static final int LENGTH = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** @throws UserException if the file is missing, no study, or from a newer Tandem */
    static FileHeader check(Path path, Schema schema) {
        Optional<byte[]> bytes = Database.unlessOpen(path, () -> read(path));
        return bytes.isPresent() ? check(path, schema, bytes.get()) : ofOpenFile(path, schema);
    }

    /** A file that this process has open must be read by SQLite only. */
    private static FileHeader ofOpenFile(Path path, Schema schema) {
        try (Database database = Database.open(path, Database.Access.READ)) {
            return of(path, database, schema);
        }
    }

    /**
     * The header as SQLite sees it: with what is still in the log beside the file, as a migration that a power cut left
     * there.
     *
     * @throws UserException if it is from a newer Tandem
     */
    static FileHeader of(Path path, Database database, Schema schema) {
        return check(path, schema, Integer.parseInt(database.single("PRAGMA user_version")));
    }

    private static FileHeader check(Path path, Schema schema, byte[] bytes) {
        String file = path.toString();
        if (bytes.length == 0) {
            throw new UserException(
                    "The file is empty (0 bytes), so there is no study in it",
                    file,
                    "Restore it from the backups beside it, or make a new study under another name");
        }
        if (bytes.length < LENGTH || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new UserException("The file is not a Tandem study", file, "Choose a file made by Tandem");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.getInt(68) != Schema.APPLICATION_ID) {
            throw new UserException(
                    "The file is an SQLite database of another program, not a Tandem study",
                    file,
                    "Choose a file made by Tandem");
        }
        return check(path, schema, header.getInt(60));
    }

    private static FileHeader check(Path path, Schema schema, int version) {
        if (version > schema.version()) {
            throw new UserException(
                    "The study was made by a newer Tandem (format " + version + "; this one reads up to "
                            + schema.version() + ")",
                    path.toString(),
                    "Open it with that Tandem, or install it here");
        }
        if (version < 1) {
            throw new Damage(path, "its format has no number");
        }
        return new FileHeader(version);
    }

    private static byte[] read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LENGTH);
        } catch (NoSuchFileException e) {
            throw new UserException(
                    "There is no such file", path.toString(), "Check its name, or make a study with ‘tandem new’", e);
        } catch (IOException e) {
            throw new UserException(
                    "The file cannot be read (" + e.getMessage() + ")", path.toString(), "Check its permissions", e);
        }
    }
}
