package app.tandem.training;

import app.tandem.data.TargetStatistics;
import app.tandem.study.LossFunction;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Images of one bright square on a dark ground each, and labels of every kind that follow from where it is. */
final class ToyImages implements TrainingData {

    static final int SIZE = 16;

    static final Task CLASSES =
            new Task("classes", "Classes", new TaskKind.Segmentation(3, 0), LossFunction.CROSS_ENTROPY, 1, true);
    static final Task DEPTH = new Task("depth", "Depth", new TaskKind.RegressionMap(1), LossFunction.L1, 1, true);
    static final Task NORMAL = new Task("normal", "Normals", new TaskKind.NormalMap(), LossFunction.L1, 1, true);
    static final Task SIDE =
            new Task("side", "Side", new TaskKind.Classification(2), LossFunction.CROSS_ENTROPY, 1, false);
    static final Task PLACE =
            new Task("place", "Place", new TaskKind.Regression(2), LossFunction.SQUARED_ERROR, 1, false);
    static final List<Task> TASKS = List.of(CLASSES, DEPTH, NORMAL, SIDE, PLACE);

    private final Map<Split, Integer> counts;
    private final Map<String, ByteBuffer> buffers = new HashMap<>();

    /** With this many images for training, and a quarter of them each for validation and test. */
    ToyImages(int training) {
        counts = Map.of(Split.TRAIN, training, Split.VALIDATION, training / 4, Split.TEST, training / 4);
        for (Split split : Split.values()) {
            draw(split);
        }
    }

    @Override
    public int inputSize() {
        return SIZE;
    }

    @Override
    public String hash() {
        return "toy " + count(Split.TRAIN);
    }

    @Override
    public int count(Split split) {
        return counts.getOrDefault(split, 0);
    }

    @Override
    public ByteBuffer images(Split split) {
        return buffer(split, "images");
    }

    @Override
    public ByteBuffer labels(Split split, Task task) {
        return buffer(split, task.id());
    }

    @Override
    public TargetStatistics statistics(Task task) {
        return TargetStatistics.of(task.kind(), labels(Split.TRAIN, task));
    }

    private ByteBuffer buffer(Split split, String name) {
        return java.util.Objects.requireNonNull(buffers.get(split + name))
                .duplicate()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private void draw(Split split) {
        int count = count(split);
        int pixels = SIZE * SIZE;
        ByteBuffer images = allocate(split, "images", count * pixels * 3);
        ByteBuffer classes = allocate(split, "classes", count * pixels);
        ByteBuffer depth = allocate(split, "depth", count * pixels * 4);
        ByteBuffer normal = allocate(split, "normal", count * pixels * 12);
        ByteBuffer side = allocate(split, "side", count * 4);
        ByteBuffer place = allocate(split, "place", count * 8);
        SplittableRandom random = new SplittableRandom(split.id().hashCode());
        for (int i = 0; i < count; i++) {
            int left = random.nextInt(SIZE - 6);
            int top = random.nextInt(SIZE - 6);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    boolean inside = x >= left && x < left + 6 && y >= top && y < top + 6;
                    int shade = (inside ? 180 : 40) + random.nextInt(30);
                    images.put((byte) shade).put((byte) shade).put((byte) (255 - shade));
                    classes.put((byte) (y == 0 ? 0 : inside ? 2 : 1));
                    depth.putFloat(x == 0 ? Float.NaN : inside ? 2 + 0.1f * y : 5);
                    normal.putFloat(inside ? 0.6f : 0).putFloat(0).putFloat(inside ? 0.8f : 1);
                }
            }
            side.putInt(left + 3 < SIZE / 2 ? 0 : 1);
            place.putFloat(left).putFloat(i == 0 ? Float.NaN : top);
        }
        buffers.values().forEach(ByteBuffer::rewind);
    }

    private ByteBuffer allocate(Split split, String name, int bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffers.put(split + name, buffer);
        return buffer;
    }
}
