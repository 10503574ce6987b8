package app.tandem.training;

import app.tandem.data.DatasetCache;
import app.tandem.data.TargetStatistics;
import app.tandem.study.Split;
import app.tandem.study.Task;
import java.nio.ByteBuffer;

/**
 * Images and labels, decoded. All buffers are little-endian and start at position 0; direct ones (such as a mapped file)
 * are read where they are, others are copied once.
 */
public interface TrainingData {

    /** The side of the square images, in pixels. */
    int inputSize();

    /** Tells these images and labels from others: the same content, the same hash. */
    String hash();

    /** How many images the split has; 0 for no test split. */
    int count(Split split);

    /** The images of a split, {@code (n, h, w, 3)} unsigned bytes. */
    ByteBuffer images(Split split);

    /**
     * The labels of a task for a split: {@code (n, h, w)} unsigned bytes for a segmentation, {@code (n, h, w, channels)}
     * floats for a map (NaN where missing), {@code (n)} ints for a classification, {@code (n, values)} floats for numbers
     * (NaN where missing).
     */
    ByteBuffer labels(Split split, Task task);

    /** What a constant prediction can know of the task, from the whole training split. */
    TargetStatistics statistics(Task task);

    /** The images and labels of a decoded dataset. */
    static TrainingData of(DatasetCache cache) {
        return new CachedTrainingData(cache);
    }
}
