package app.tandem.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's lock on a file: held by a process as long as that lives, gone with it however it ends. It says
 * whether a run or a study is being worked on better than a process id, which may be another's by now.
 *
 * <p>POSIX drops a process's lock as soon as the process closes any descriptor of the file, not only the one that was
 * locked. So what this process holds is known here, and such a file is never opened again.
 */
public final class ProcessLock implements AutoCloseable {

    /** The files that this process holds or waits for; its monitor is told of every release. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private ProcessLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** Empty if another process, or another part of this one, holds it. The file is made where it is missing. */
    public static Optional<ProcessLock> acquire(Path file) throws IOException {
        Path key = key(file);
        synchronized (HELD) {
            if (HELD.contains(key)) {
                return Optional.empty();
            }
            FileChannel channel = open(key);
            @Nullable FileLock lock = null;
            try {
                lock = channel.tryLock();
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            if (lock == null) {
                return Optional.empty();
            }
            HELD.add(key);
            return Optional.of(new ProcessLock(key, channel, lock));
        }
    }

    /** Whether someone holds it now. */
    public static boolean isHeld(Path file) throws IOException {
        synchronized (HELD) {
            Optional<ProcessLock> lock = acquire(file);
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty();
        }
    }

    /** Waits, without asking again and again, until nobody holds it; an interrupt ends the wait. */
    public static void awaitRelease(Path file) throws IOException, InterruptedException {
        Path key = key(file);
        synchronized (HELD) {
            while (!HELD.add(key)) {
                HELD.wait();
            }
        }
        try (FileChannel channel = open(key)) {
            channel.lock().release();
        } finally {
            forget(key);
        }
    }

    /** One name for a file that may be reached by several. */
    private static Path key(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    }

    private static void forget(Path key) {
        synchronized (HELD) {
            HELD.remove(key);
            HELD.notifyAll();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            forget(file);
        }
    }
}
