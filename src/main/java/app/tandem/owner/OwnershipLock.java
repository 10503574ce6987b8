package app.tandem.owner;

import app.tandem.run.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Says that this process owns a study: an operating system's lock on {@code owner.lock} in the study's folder of runs,
 * which ends with the process however it ends. Beside it {@code owner.txt} tells people whose it is.
 */
final class OwnershipLock implements AutoCloseable {

    private static final String LOCK = "owner.lock";
    private static final String TOLD = "owner.txt";

    /** Together a third of a second: long for a moment, and short for who is refused. */
    private static final int TRIES = 17;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ProcessLock lock;
    private final Path told;
    private final Instant since;

    private OwnershipLock(ProcessLock lock, Path runsFolder, Instant since) {
        this.lock = lock;
        this.told = runsFolder.resolve(TOLD);
        this.since = since;
        workFor(StudyHolder.Work.COMMAND);
    }

    /**
     * Takes the lock.
     *
     * @throws StudyHeldException if another process or another part of this one has it
     * @throws StudyUnwritableException if the folder cannot be written
     */
    static OwnershipLock take(Path study, Path runsFolder, Instant now) {
        try {
            Files.createDirectories(runsFolder);
            Optional<ProcessLock> lock = acquire(runsFolder.resolve(LOCK));
            return new OwnershipLock(
                    lock.orElseThrow(() -> new StudyHeldException(study, holder(runsFolder))), runsFolder, now);
        } catch (IOException e) {
            throw new StudyUnwritableException(runsFolder, e);
        }
    }

    /**
     * Whoever waits for the release, as a window that reads the study does, has the lock itself for a moment once it comes,
     * and so has who looks whether it is held. That moment is no owner's, and is waited for.
     */
    private static Optional<ProcessLock> acquire(Path file) throws IOException {
        Optional<ProcessLock> lock = ProcessLock.acquire(file);
        for (int again = 0;
                lock.isEmpty() && again < TRIES && !Thread.currentThread().isInterrupted();
                again++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            lock = ProcessLock.acquire(file);
        }
        return lock;
    }

    /** Who took it last, as far as that is known. */
    static Optional<StudyHolder> holder(Path runsFolder) {
        return StudyHolder.read(runsFolder.resolve(TOLD));
    }

    /** Whether someone has it now. */
    static boolean isHeld(Path runsFolder) throws IOException {
        Path lock = runsFolder.resolve(LOCK);
        return Files.exists(lock) && ProcessLock.isHeld(lock);
    }

    /** Waits, without asking again and again, until nobody has it; an interrupt ends the wait. */
    static void awaitRelease(Path runsFolder) throws IOException, InterruptedException {
        ProcessLock.awaitRelease(runsFolder.resolve(LOCK));
    }

    /** Tells who reads the study what its owner does. */
    void workFor(StudyHolder.Work work) {
        StudyHolder.ofThisProcess(work, since).write(told);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(told);
        } catch (IOException e) {
            System.getLogger(OwnershipLock.class.getName())
                    .log(System.Logger.Level.DEBUG, told + " stays behind, and is not believed", e);
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
