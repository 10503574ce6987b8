package app.tandem.store;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of a study file as it was. A copy of the file alone would lack what is still in its write-ahead log, so SQLite
 * writes it.
 */
final class Backups {

    static final int KEPT = 10;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

    private Backups() {}

    /** {@code NAME.backups} beside {@code NAME.tandem}. */
    static Path folder(Path study) {
        return study.resolveSibling(StudyFile.stem(study) + ".backups");
    }

    /** Writes a checked copy and removes all but the last {@value #KEPT}. */
    static Path make(Path study, Database database, Instant now) {
        Path backup = copy(study, database, now);
        prune(study);
        return backup;
    }

    /** Removes a copy that turned out to be of no use. */
    static void drop(Path backup) {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            System.getLogger(Backups.class.getName()).log(System.Logger.Level.WARNING, "Removing " + backup, e);
        }
    }

    /** Writes a checked copy. */
    static Path copy(Path study, Database database, Instant now) {
        Path folder = folder(study);
        Path temporary = folder.resolve("unfinished.tmp");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(temporary);
            database.outsideTransaction("VACUUM INTO '" + temporary.toString().replace("'", "''") + "'");
            requireSound(temporary);
            Path backup = folder.resolve(StudyFile.stem(study) + "-" + STAMP.format(now) + ".tandem");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, backup, StandardCopyOption.ATOMIC_MOVE);
            return backup;
        } catch (IOException e) {
            throw new UserException(
                    "The study could not be backed up (" + e.getMessage() + ")",
                    folder.toString(),
                    "Free some space or check the folder's permissions",
                    e);
        }
    }

    private static void requireSound(Path copy) {
        try (Database database = Database.open(copy, Database.Access.READ_ALONE)) {
            String answer = database.single("PRAGMA quick_check(1)");
            if (!answer.equals("ok")) {
                throw new Damage(copy, answer);
            }
        }
    }

    /** Removes all but the last {@value #KEPT}. */
    static void prune(Path study) {
        try (Stream<Path> files = Files.list(folder(study))) {
            List<Path> backups = files.filter(file -> file.toString().endsWith(".tandem"))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
            for (Path old : backups.subList(Math.min(KEPT, backups.size()), backups.size())) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UserException(
                    "Old backups could not be removed (" + e.getMessage() + ")",
                    folder(study).toString(),
                    "Check the folder's permissions",
                    e);
        }
    }
}
