package app.tandem.owner;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says that this process owns a study: an operating system's lock on {@code owner.lock} in the study's folder of runs,
 * which ends with the process however it ends.
 */
final class OwnershipLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private OwnershipLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @throws UserException if another process has it, or the folder cannot be written
     */
    static OwnershipLock take(Path study, Path runsFolder) {
        Path file = runsFolder.resolve("owner.lock");
        try {
            Files.createDirectories(runsFolder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new UserException(
                        "The study is open in another Tandem",
                        study.toString(),
                        "Use that window, or close it first; reading commands work meanwhile");
            }
            return new OwnershipLock(channel, lock);
        } catch (IOException e) {
            throw new UserException(
                    "The study's folder of runs cannot be written (" + e.getMessage() + ")",
                    runsFolder.toString(),
                    "Give yourself the right to write there, or copy the study elsewhere",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
