package app.tandem.training;

import app.tandem.data.DatasetCache;
import app.tandem.data.TargetStatistics;
import app.tandem.study.Split;
import app.tandem.study.Task;
import java.nio.ByteBuffer;

/** A decoded dataset, read where it is mapped. */
public record CachedTrainingData(DatasetCache cache) implements TrainingData {

    @Override
    public int inputSize() {
        return cache.inputSize();
    }

    @Override
    public String hash() {
        return cache.hash();
    }

    @Override
    public int count(Split split) {
        return cache.count(split);
    }

    @Override
    public ByteBuffer images(Split split) {
        return cache.images(split);
    }

    @Override
    public ByteBuffer labels(Split split, Task task) {
        return cache.labels(split, task.id());
    }

    @Override
    public TargetStatistics statistics(Task task) {
        return cache.statistics(task.id());
    }
}
