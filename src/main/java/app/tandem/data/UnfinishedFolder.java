package app.tandem.data;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a dataset is made until it is complete: a folder inside its own, so that both are on the same disk and a folder
 * that was there already stays the same. What an interrupted maker left is no dataset, and the next one clears it away.
 */
final class UnfinishedFolder implements AutoCloseable {

    /** Its name; a dataset's folder that holds nothing else counts as empty. */
    static final String NAME = ".tandem-unfinished";

    private static final String LOCK = "lock";

    private final Path folder;
    private final boolean isNew;
    private final Path path;
    private final FileChannel lock;

    private UnfinishedFolder(Path folder, boolean isNew, Path path, FileChannel lock) {
        this.folder = folder;
        this.isNew = isNew;
        this.path = path;
        this.lock = lock;
    }

    /**
     * Begins a dataset.
     *
     * @throws UserException if another process, or thread of this one, is making a dataset there
     */
    static UnfinishedFolder in(Path folder) throws IOException {
        boolean isNew = !Files.exists(folder);
        Path path = Files.createDirectories(folder.resolve(NAME));
        FileChannel lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(lock) == null) {
                throw new UserException(
                        "Another dataset is being made in the folder",
                        folder.toString(),
                        "Wait until it is finished, or give another folder");
            }
            for (Path left : children(path)) {
                delete(left);
            }
            return new UnfinishedFolder(folder, isNew, path, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where to make the dataset. */
    Path path() {
        return path;
    }

    /**
     * Moves everything into the dataset's folder.
     *
     * @param last what makes it a dataset; moved when all the rest is in its place
     */
    void finish(String last) throws IOException {
        for (Path child : children(path)) {
            if (!child.endsWith(last)) {
                moveUp(child);
            }
        }
        moveUp(path.resolve(last));
    }

    private void moveUp(Path child) throws IOException {
        Files.move(child, folder.resolve(child.getFileName()));
    }

    /** Clears away what was not finished, and the dataset's folder if it was made for that. */
    @Override
    public void close() throws IOException {
        lock.close();
        delete(path);
        if (isNew) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException finished) {
                // The dataset is in it.
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(child -> !child.endsWith(LOCK)).toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
