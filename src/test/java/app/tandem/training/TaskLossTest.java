package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import app.tandem.data.TargetStatistics;
import app.tandem.loss.Measure;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.LossFunction;
import app.tandem.study.Split;
import app.tandem.study.Task;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskLossTest {

    /** The logit of a class that is never predicted. */
    private static final float IMPOSSIBLE = -1e4f;

    private static final int SIZE = ToyImages.SIZE;
    private static final ToyImages IMAGES = new ToyImages(8);
    private static final EncoderPlan PLAN = EncoderPlan.of(EncoderDepth.LIGHT, EncoderSize.HALF, SIZE);

    /** Of every kind of loss, over pixels and over images. */
    private static final List<Task> TASKS = Stream.concat(
                    ToyImages.TASKS.stream(), Stream.of(ToyImages.DEPTH.withLoss(LossFunction.SQUARED_ERROR)))
            .toList();

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

    @AfterEach
    void freeTheEngine() {
        manager.close();
    }

    @Test
    void aFlipMirrorsTheImageAndItsNormalsAndTurnsTheirXOver() {
        TaskLoss loss = loss(ToyImages.NORMAL);
        EngineSplit split = EngineSplit.of(manager, IMAGES, Split.TRAIN, List.of(loss));
        Batch plain = Batch.range(0, 2);
        Batch flipped = new Batch(List.of(0, 1), 1);
        NDArray index = manager.create(plain.rows());

        NDArray images = split.images(index, flipped);
        NDArray mirrored = split.images(index, plain).flip(3);

        assertThat(images.get(0)).isEqualTo(split.images(index, plain).get(0));
        assertThat(images.get(1)).isEqualTo(mirrored.get(1));
        float[] before = unit(split.targets(index, plain).get(0), 1);
        float[] after = unit(split.targets(index, flipped).get(0), 1);
        int inside = find(before, 0.6f);
        assertThat(inside).isNotNegative();
        assertThat(find(after, -0.6f)).isNotNegative();
        assertThat(find(after, 0.6f)).isNegative();
        assertThat(find(before, -0.6f)).isNegative();
    }

    @Test
    void aBatchMayBeFlippedAsAWhole() {
        EngineSplit split = EngineSplit.of(manager, IMAGES, Split.TRAIN, List.of(loss(ToyImages.CLASSES)));
        Batch plain = Batch.range(0, 1);
        NDArray index = manager.create(plain.rows());

        NDArray flipped = split.images(index, new Batch(List.of(0), 0));

        assertThat(flipped).isEqualTo(split.images(index, plain).flip(3)).isNotEqualTo(split.images(index, plain));
    }

    @Test
    void aDenseHeadPredictsACellsPixelsRowByRow() {
        float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i;
        }
        NDArray labels = manager.create(pixels, new Shape(1, SIZE, SIZE, 1));

        float[] finest =
                TaskLoss.byPredictedValue(labels, new HeadPlan(8, 4, 1, 0), 1).toFloatArray();
        float[] coarser =
                TaskLoss.byPredictedValue(labels, new HeadPlan(8, 2, 1, 0), 1).toFloatArray();

        assertThat(java.util.Arrays.copyOf(finest, 18))
                .containsExactly(0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5);
        assertThat(java.util.Arrays.copyOf(coarser, 9)).containsExactly(0, 1, 16, 17, 2, 3, 18, 19, 32);
    }

    @Test
    void missingLabelsCountInNoLoss() {
        TaskLoss loss = loss(ToyImages.DEPTH);
        EngineSplit split = EngineSplit.of(manager, IMAGES, Split.TRAIN, List.of(loss));
        Batch batch = Batch.range(0, 2);

        TaskLoss.Targets targets =
                split.targets(manager.create(batch.rows()), batch).get(0);
        NDArray zero = manager.zeros(new Shape(2, 16, SIZE / 4, SIZE / 4));

        assertThat(targets.count()).isEqualTo(2 * SIZE * (SIZE - 1));
        double expected = 0;
        for (float value : targets.values().toFloatArray()) {
            expected += Math.abs(value);
        }
        assertThat((double) loss.sum(zero, targets).getFloat()).isCloseTo(expected, within(1e-2));
    }

    @Test
    void theIgnoredLabelCountsInNoLoss() {
        TaskLoss loss = loss(ToyImages.CLASSES);
        EngineSplit split = EngineSplit.of(manager, IMAGES, Split.TRAIN, List.of(loss));
        Batch batch = Batch.range(0, 2);

        TaskLoss.Targets targets =
                split.targets(manager.create(batch.rows()), batch).get(0);
        NDArray zero = manager.zeros(new Shape(2, 4 * 3, SIZE / 4, SIZE / 4));

        assertThat(targets.count()).isEqualTo(2 * SIZE * (SIZE - 1));
        assertThat(loss.sum(zero, targets).getFloat() / targets.count()).isCloseTo(Math.log(3), within(1e-5));
    }

    @Test
    void theConstantPredictionsLossIsTheOneThatNetworksAreTrainedOn() {
        for (Task task : TASKS) {
            for (Split split : Split.values()) {
                assertThat(ConstantPrediction.loss(task, IMAGES, split))
                        .as(task.id() + " " + split)
                        .isCloseTo(lossOf(constant(task), task, split), withinPercentage(0.01));
            }
            assertThat(ConstantPrediction.losses(task, IMAGES))
                    .containsEntry(Measure.VALIDATION, ConstantPrediction.loss(task, IMAGES, Split.VALIDATION))
                    .containsEntry(Measure.TEST, ConstantPrediction.loss(task, IMAGES, Split.TEST));
        }
    }

    @Test
    void aTaskWithoutTrainingLabelsHasNoConstantPrediction() {
        TrainingData unlabelled =
                new AlteredImages(AlteredImages.withLabels(IMAGES, Split.TRAIN, ToyImages.DEPTH, Float.NaN)) {
                    @Override
                    public TargetStatistics statistics(Task task) {
                        return TargetStatistics.of(task.kind(), labels(Split.TRAIN, task));
                    }
                };

        assertThat(ConstantPrediction.losses(ToyImages.DEPTH, unlabelled)).isEmpty();
        assertThat(ConstantPrediction.losses(ToyImages.NORMAL, unlabelled)).hasSize(2);
    }

    @Test
    void everyOtherConstantLosesMoreInTraining() {
        for (Task task : TASKS) {
            float[] best = constant(task);
            double least = ConstantPrediction.loss(task, IMAGES, Split.TRAIN);
            for (int output = 0; output < best.length; output++) {
                for (float shift : new float[] {-0.3f, 0.3f}) {
                    float[] shifted = best.clone();
                    shifted[output] += shift;
                    if (best[output] != IMPOSSIBLE) {
                        assertThat(lossOf(shifted, task, Split.TRAIN))
                                .as(task.id() + " " + output + " " + shift)
                                .isGreaterThan(least);
                    }
                }
            }
        }
    }

    @Test
    void channelsLastGivesWhatThePlainLayoutGives() {
        NDArray x = manager.create(Seeds.normal(Seeds.random(1, "x", 0), 2 * 8 * 8 * 16, 1), new Shape(2, 8, 8, 16));
        ParameterLayout parameters = new ParameterLayout();
        ParameterLayout statistics = new ParameterLayout();
        Layers layers = new Layers("", "", parameters, statistics);
        Layers.Layer strided = layers.strided("strided", 16, 32);
        Layers.Layer residual = layers.residual("residual", 32);
        NDArray flat = manager.create(parameters.initial(3));
        List<NDArray> weights = ModelState.views(flat, parameters);
        List<NDArray> running = ModelState.views(manager.create(statistics.initial(3)), statistics);
        Pass last = new Pass(weights, running, true);
        Pass plain = new Pass(weights.stream().map(TaskLossTest::plain).toList(), running, true);

        NDArray fast = residual.forward(last, strided.forward(last, x.transpose(0, 3, 1, 2)));
        NDArray reference = residual.forward(plain, strided.forward(plain, plain(x.transpose(0, 3, 1, 2))));

        assertThat(fast.allClose(reference, 1e-4, 1e-4, false)).isTrue();
    }

    private static NDArray plain(NDArray array) {
        return array.flatten().reshape(array.getShape());
    }

    /** What a head would have to say always: standardised numbers, or the logarithms of the classes' frequencies. */
    private static float[] constant(Task task) {
        TargetStatistics statistics = IMAGES.statistics(task);
        if (task.kind().isCategorical()) {
            long[] counts = statistics.classCounts();
            float[] logits = new float[counts.length];
            for (int c = 0; c < counts.length; c++) {
                boolean ignored = c == 0 && task.equals(ToyImages.CLASSES);
                logits[c] = ignored ? IMPOSSIBLE : (float) Math.log(counts[c] + 1.0);
            }
            return logits;
        }
        double[] numbers = task.loss() == LossFunction.L1 ? statistics.median() : statistics.mean();
        float[] standardised = new float[numbers.length];
        for (int c = 0; c < numbers.length; c++) {
            standardised[c] = (float) TargetScale.of(task, statistics).standardise(c, numbers[c]);
        }
        return standardised;
    }

    /** The mean loss over a split of a head that always says the same. */
    private double lossOf(float[] outputs, Task task, Split split) {
        HeadPlan head = HeadPlan.of(task.kind(), PLAN);
        EngineSplit images = EngineSplit.of(manager, IMAGES, split, List.of(loss(task)));
        Batch all = Batch.range(0, images.count());
        TaskLoss.Targets targets =
                images.targets(manager.create(all.rows()), all).get(0);
        int grid = head.isPooled() ? 1 : SIZE / EncoderPlan.STRIDE;
        int values = head.isPooled() ? 1 : head.detail() * head.detail();
        NDArray prediction = manager.create(outputs)
                .tile((long) all.size() * grid * grid * values)
                .reshape(all.size(), grid, grid, (long) values * outputs.length)
                .transpose(0, 3, 1, 2);
        return loss(task).sum(prediction, targets).getFloat() / targets.count();
    }

    private TaskLoss loss(Task task) {
        return TaskLoss.of(task, HeadPlan.of(task.kind(), PLAN), IMAGES);
    }

    /** The x of an image's normals, back in the label's units, pixel by pixel. */
    private static float[] unit(TaskLoss.Targets targets, int image) {
        TargetScale scale = TargetScale.of(ToyImages.NORMAL, IMAGES.statistics(ToyImages.NORMAL));
        float[] values = targets.values().toFloatArray();
        float[] x = new float[SIZE * SIZE];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float)
                    (values[(image * SIZE * SIZE + i) * 3] * scale.deviations().get(0)
                            + scale.means().get(0));
        }
        return x;
    }

    private static int find(float[] values, float value) {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i] - value) < 1e-4) {
                return i;
            }
        }
        return -1;
    }
}
