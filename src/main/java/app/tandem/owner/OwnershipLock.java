package app.tandem.owner;

import app.tandem.run.ProcessLock;
import app.tandem.study.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says that this process owns a study: an operating system's lock on {@code owner.lock} in the study's folder of runs,
 * which ends with the process however it ends.
 */
final class OwnershipLock implements AutoCloseable {

    private final ProcessLock lock;

    private OwnershipLock(ProcessLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @throws UserException if another process or another part of this one has it, or the folder cannot be written
     */
    static OwnershipLock take(Path study, Path runsFolder) {
        try {
            Files.createDirectories(runsFolder);
            Optional<ProcessLock> lock = ProcessLock.acquire(runsFolder.resolve("owner.lock"));
            return new OwnershipLock(lock.orElseThrow(() -> new UserException(
                    "The study is open in another Tandem",
                    study.toString(),
                    "Use that window, or close it first; reading commands work meanwhile")));
        } catch (IOException e) {
            throw new UserException(
                    "The study's folder of runs cannot be written (" + e.getMessage() + ")",
                    runsFolder.toString(),
                    "Give yourself the right to write there, or copy the study elsewhere",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
