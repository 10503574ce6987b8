package app.tandem.store;

import app.tandem.run.CacheFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Unpacks SQLite's native library once for this user. Left to itself the driver unpacks a copy for every process and
 * leaves it behind when the process is killed.
 */
final class SqliteLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /** Must be called before the driver's first connection; does nothing where someone chose a library already. */
    static synchronized void prepare() {
        if (System.getProperty(PATH) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        Path folder = CacheFolder.ofThisProcess().resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library != null) {
                unpack(library, folder.resolve(name));
                System.setProperty(PATH, folder.toString());
                System.setProperty(NAME, name);
            }
        } catch (IOException e) {
            System.getLogger(SqliteLibrary.class.getName())
                    .log(System.Logger.Level.DEBUG, "SQLite's library cannot be kept in " + folder, e);
        }
    }

    private static void unpack(InputStream library, Path target) throws IOException {
        if (Files.isRegularFile(target)) {
            return;
        }
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = Files.createTempFile(folder, "unpacking", null);
        try {
            Files.copy(library, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
