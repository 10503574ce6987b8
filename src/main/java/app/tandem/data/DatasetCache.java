package app.tandem.data;

import app.tandem.study.Blocking;
import app.tandem.study.DatasetReference;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A dataset decoded once into one file, which every worker maps read-only: opening it takes milliseconds and the
 * operating system keeps one copy for all of them.
 *
 * <p>All buffers are read-only, little-endian, positioned at 0, and hold the samples of one split one after the other in
 * a fixed order.
 */
public final class DatasetCache {
    private final Path file;
    private final CacheHeader header;

    private DatasetCache(Path file, CacheHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Decodes a dataset into the cache folder, or finds it there already.
     *
     * <p>The file's name is a hash of what the content is made from (names, sizes and times of the files, tasks, input
     * size). It is written under another name and then moved, one writer at a time; a damaged one is made anew. Damaged
     * images are left out and listed in {@link #check}.
     *
     * @param inputSize the side of the square images in pixels; larger images are averaged down, labels take the nearest
     *     pixel, both after cutting out the middle square
     * @throws UserException if the dataset cannot be used, or the cache not be written; nothing half-written is left
     */
    public static DatasetCache prepare(
            DatasetReference reference, List<Task> tasks, int inputSize, Path cacheFolder, Progress progress) {
        assert Blocking.isAllowedHere() : "images are read on the window's thread";
        return new CacheBuilder(Samples.source(reference, tasks, inputSize), tasks, inputSize)
                .build(cacheFolder, progress);
    }

    /**
     * Decodes everything without keeping it, to find out what is wrong.
     *
     * @throws UserException if not even the list of images can be made
     */
    public static DatasetCheck check(DatasetReference reference, List<Task> tasks, int inputSize, Progress progress) {
        assert Blocking.isAllowedHere() : "images are read on the window's thread";
        return new CacheBuilder(Samples.source(reference, tasks, inputSize), tasks, inputSize).check(progress);
    }

    /**
     * Opens what {@link #prepare} made.
     *
     * @throws UserException if the file is missing, damaged or of another version
     */
    public static DatasetCache open(Path file) {
        assert Blocking.isAllowedHere() : "a file is read on the window's thread";
        try {
            return new DatasetCache(file, CacheHeader.read(file));
        } catch (IOException e) {
            throw new UserException(
                    "The decoded dataset cannot be used (" + e.getMessage() + ")",
                    file.toString(),
                    "Delete the file; it is made anew when training starts",
                    e);
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** SHA-256 of the decoded samples, tasks and input size, in hexadecimal: the same content, the same hash. */
    public String hash() {
        return header.hash().whole();
    }

    /** The same of each part. */
    public DatasetHash contentHash() {
        return header.hash();
    }

    /** How many samples a split has. */
    public int count(Split split) {
        return header.count(split);
    }

    /** The side of the square images in pixels. */
    public int inputSize() {
        return header.inputSize();
    }

    /** The tasks whose labels are here. */
    public List<String> taskIds() {
        return header.taskIds();
    }

    /** The names of a split's samples, in their order. */
    public List<String> names(Split split) {
        return header.names(split);
    }

    /** What was found wrong when it was made. */
    public DatasetCheck check() {
        return header.check();
    }

    /** What a constant prediction can know of a task, from the training split. */
    public TargetStatistics statistics(String taskId) {
        return header.statistics(header.taskIndex(taskId));
    }

    /** The images of a split as uint8, (n, h, w, 3), red first. */
    public ByteBuffer images(Split split) {
        return map(header.section(split, 0));
    }

    /**
     * The labels of a split.
     *
     * <p>By kind: segmentation (n, h, w) uint8; regression map (n, h, w, c) float32, NaN where missing; normal map
     * (n, h, w, 3) float32, unit vectors (x right, y up, z towards the camera), NaN where missing; classification (n)
     * int32; regression (n, k) float32, NaN where missing. Values are as the files give them, not standardised.
     *
     * @throws IllegalArgumentException if the task is not here
     */
    public ByteBuffer labels(Split split, String taskId) {
        return map(header.section(split, 1 + header.taskIndex(taskId)));
    }

    private ByteBuffer map(CacheHeader.Section section) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, section.offset(), section.length())
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UserException(
                    "The decoded dataset cannot be read", file.toString(), "Check that the disk is there", e);
        }
    }

    /** Whether a usable cache stands at a path. */
    static boolean isUsable(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            CacheHeader.read(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
