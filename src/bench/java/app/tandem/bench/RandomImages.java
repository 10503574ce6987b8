package app.tandem.bench;

import app.tandem.data.TargetStatistics;
import app.tandem.study.LossFunction;
import app.tandem.study.Schedule;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.training.TrainingData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Noise in the shapes of the rooms sample: nothing to learn, everything to compute. */
final class RandomImages implements TrainingData {

    static final int BATCH = 16;

    /** Detail and outputs of the heads, as the Python side takes them. */
    static final String HEADS = "2:9,4:1,4:3,4:1,4:1";

    static final List<Task> TASKS = List.of(
            new Task("classes", "Classes", new TaskKind.Segmentation(9, -1), LossFunction.CROSS_ENTROPY, 1, false),
            map("depth", new TaskKind.RegressionMap(1)),
            map("normal", new TaskKind.NormalMap()),
            map("keypoints", new TaskKind.RegressionMap(1)),
            map("edges", new TaskKind.RegressionMap(1)));

    private static final int SIZE = 64;
    private final int training;
    private final Map<String, ByteBuffer> buffers = new HashMap<>();

    /** With that many images for training and one each for the others. */
    RandomImages(int training) {
        this.training = training;
    }

    static Schedule schedule(int epochs) {
        return new Schedule(epochs, BATCH, 1e-3, Schedule.Decay.COSINE, 0, 0.9, 1e-4, 2);
    }

    private static Task map(String id, TaskKind kind) {
        return new Task(id, id, kind, LossFunction.L1, 1, false);
    }

    @Override
    public int inputSize() {
        return SIZE;
    }

    @Override
    public String hash() {
        return "noise " + training;
    }

    @Override
    public int count(Split split) {
        return split == Split.TRAIN ? training : 1;
    }

    @Override
    public ByteBuffer images(Split split) {
        return bytes(split, "images", 3, 256);
    }

    @Override
    public ByteBuffer labels(Split split, Task task) {
        if (task.kind().isCategorical()) {
            return bytes(split, task.id(), 1, 9);
        }
        return floats(split, task.id(), task.kind() instanceof TaskKind.NormalMap ? 3 : 1);
    }

    @Override
    public TargetStatistics statistics(Task task) {
        return TargetStatistics.of(task.kind(), labels(Split.VALIDATION, task));
    }

    private ByteBuffer bytes(Split split, String name, int channels, int values) {
        return buffers.computeIfAbsent(split + name, key -> {
            byte[] noise = new byte[count(split) * SIZE * SIZE * channels];
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) random.nextInt(values);
            }
            return ByteBuffer.allocateDirect(noise.length).put(noise).flip();
        });
    }

    private ByteBuffer floats(Split split, String name, int channels) {
        return buffers.computeIfAbsent(split + name, key -> {
            int count = count(split) * SIZE * SIZE * channels;
            ByteBuffer noise = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < count; i++) {
                noise.putFloat((float) random.nextDouble());
            }
            return noise.flip().order(ByteOrder.LITTLE_ENDIAN);
        });
    }
}
