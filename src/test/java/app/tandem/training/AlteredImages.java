package app.tandem.training;

import app.tandem.data.TargetStatistics;
import app.tandem.study.Split;
import app.tandem.study.Task;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Toy images of which a test overrides a part. */
class AlteredImages implements TrainingData {

    private final TrainingData original;

    AlteredImages(TrainingData original) {
        this.original = original;
    }

    /** The same images, all labels of a task in a split being of this value: bytes for classes, floats for numbers. */
    static TrainingData withLabels(TrainingData original, Split altered, Task alteredTask, float value) {
        return new AlteredImages(original) {
            @Override
            public ByteBuffer labels(Split split, Task task) {
                ByteBuffer labels = super.labels(split, task);
                if (split != altered || !task.equals(alteredTask)) {
                    return labels;
                }
                ByteBuffer same = ByteBuffer.allocate(labels.limit()).order(ByteOrder.LITTLE_ENDIAN);
                while (same.hasRemaining()) {
                    if (task.kind().isCategorical()) {
                        same.put((byte) value);
                    } else {
                        same.putFloat(value);
                    }
                }
                return same.flip();
            }
        };
    }

    @Override
    public String hash() {
        return original.hash();
    }

    @Override
    public int inputSize() {
        return original.inputSize();
    }

    @Override
    public int count(Split split) {
        return original.count(split);
    }

    @Override
    public ByteBuffer images(Split split) {
        return original.images(split);
    }

    @Override
    public ByteBuffer labels(Split split, Task task) {
        return original.labels(split, task);
    }

    @Override
    public TargetStatistics statistics(Task task) {
        return original.statistics(task);
    }
}
