package app.tandem.store;

import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.store.Database.Access;
import app.tandem.store.Database.Durability;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes a study's file under another name and then moves it, so that it is there whole or not at all. */
final class NewStudyFile {

    private NewStudyFile() {}

    /** @throws UserException if there is a file of that name, or it cannot be written */
    static void write(Path target, Study study, Map<RunKey, RunResult> results) {
        StudyFile.requireFree(target);
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            Files.createDirectories(unfinished.getParent());
            deleteWithLogs(unfinished);
            try (Database database = Database.open(unfinished, Access.CREATE)) {
                database.write(Durability.EDIT, connection -> {
                    Schema.current().define(connection, target);
                    DesignTables.write(connection, study);
                    for (Map.Entry<RunKey, RunResult> each : results.entrySet()) {
                        RunTables.writeResult(connection, each.getKey(), each.getValue(), Instant.now());
                    }
                    return study;
                });
                database.outsideTransaction("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            force(unfinished);
            // A log left behind by a study of this name would be played into the new one.
            Files.deleteIfExists(target.resolveSibling(target.getFileName() + "-wal"));
            Files.deleteIfExists(target.resolveSibling(target.getFileName() + "-shm"));
            Files.move(unfinished, target);
        } catch (IOException e) {
            throw new UserException(
                    "The study cannot be made here (" + e.getMessage() + ")",
                    target.toString(),
                    "Check the folder's permissions and free space, or choose another folder",
                    e);
        }
    }

    private static void deleteWithLogs(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
