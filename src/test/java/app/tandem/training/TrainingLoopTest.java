package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Split;
import app.tandem.study.TaskSet;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {

    private static final ToyImages IMAGES = new ToyImages(64);

    @Test
    void theGradientAtTheSharedRepresentationIsDividedByTheRootOfTheNumberOfTasks() throws NotFiniteException {
        FirstGradient depth = gradient(TaskSet.of(1), Double.POSITIVE_INFINITY);
        FirstGradient normal = gradient(TaskSet.of(2), Double.POSITIVE_INFINITY);
        FirstGradient both = gradient(TaskSet.of(1, 2), Double.POSITIVE_INFINITY);

        for (int i = 0; i < both.encoderLength(); i++) {
            double expected = (depth.at(i) + normal.at(i)) / Math.sqrt(2);
            assertThat(both.at(i)).isCloseTo(expected, within(1e-5 + 1e-3 * Math.abs(expected)));
        }
        int headLength = depth.length() - depth.encoderLength();
        for (int i = 0; i < headLength; i++) {
            double expected = depth.at(depth.encoderLength() + i);
            assertThat(both.at(both.encoderLength() + i)).isCloseTo(expected, within(1e-5 + 1e-3 * Math.abs(expected)));
        }
    }

    @Test
    void aLongGradientIsScaledDownToTheClippingNormAndAShortOneLeftAlone() throws NotFiniteException {
        FirstGradient free = gradient(TaskSet.of(1), Double.POSITIVE_INFINITY);
        FirstGradient clipped = gradient(TaskSet.of(1), free.norm() / 4);
        FirstGradient untouched = gradient(TaskSet.of(1), free.norm() * 4);

        assertThat(clipped.norm()).isCloseTo(free.norm() / 4, within(1e-5));
        assertThat(clipped.at(5)).isCloseTo(free.at(5) / 4, within(1e-6));
        assertThat(untouched.at(5)).isEqualTo(free.at(5));
    }

    @Test
    void garbageCollectedInTheMiddleOfAStepChangesNothing() throws Exception {
        double[][] calm = lossesOfAnEpoch();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<?> collecting = threads.submit(() -> {
            while (!over.get()) {
                System.gc();
                overwriteFreedBuffers();
            }
        });
        double[][] disturbed;
        try {
            disturbed = lossesOfAnEpoch();
        } finally {
            over.set(true);
            threads.shutdown();
        }
        collecting.get();

        assertThat(disturbed).isDeepEqualTo(calm);
    }

    private static double[][] lossesOfAnEpoch() throws NotFiniteException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop loop = loop(manager, TaskSet.all(5), EncoderSize.parse("1/2"), 10);
            List<Batch> batches = loop.batches(1);
            double[][] losses = new double[batches.size()][];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = loop.step(batches.get(i), i);
            }
            return losses;
        }
    }

    /** Takes the memory of collected direct buffers again, and leaves NaN there. */
    private static void overwriteFreedBuffers() {
        for (int i = 0; i < 300; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(4 << i % 8);
            while (buffer.hasRemaining()) {
                buffer.put((byte) 0xff);
            }
        }
    }

    @Test
    void stepsStayFiniteThoughFreedMemoryIsFullOfNaN() throws NotFiniteException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            for (String share : List.of("1", "1/2", "1/3")) {
                TrainingLoop loop = loop(manager, TaskSet.all(5), EncoderSize.parse(share), 10);
                long step = 0;
                for (Batch batch : loop.batches(1)) {
                    fillFreedMemoryWithNaN(manager);
                    for (double loss : loop.step(batch, step++)) {
                        assertThat(loss).isFinite();
                    }
                }
                for (float parameter : loop.state().parameters().toFloatArray()) {
                    assertThat(parameter).isFinite();
                }
            }
        }
    }

    @Test
    void noStepAndNoEvaluationLeavesAnArrayBehind() throws NotFiniteException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop loop = loop(manager, TaskSet.all(5), EncoderSize.HALF, 10);
            loop.step(loop.batches(1).get(0), 0);
            int held = manager.getManagedArrays().size();

            long step = 1;
            for (int epoch = 2; epoch <= 3; epoch++) {
                for (Batch batch : loop.batches(epoch)) {
                    loop.step(batch, step++);
                }
                loop.evaluate(Split.VALIDATION);
                loop.state().restore(loop.state().snapshot());
            }

            assertThat(manager.getManagedArrays().size()).isEqualTo(held);
        }
    }

    @Test
    void evaluationKeepsNoGraphEvenBeforeAnyStep() throws NotFiniteException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop loop = loop(manager, TaskSet.of(1), EncoderSize.HALF, 10);
            JniUtils.setGradMode(true);

            loop.evaluate(Split.VALIDATION);

            assertThat(JniUtils.isGradMode()).isFalse();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    @Test
    void evaluationUsesTheRunningStatisticsAndLeavesThemAlone() throws NotFiniteException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop loop = loop(manager, TaskSet.of(1), EncoderSize.HALF, 10);
            float[] first = loop.state().statistics().toFloatArray();
            loop.step(loop.batches(1).get(0), 0);
            float[] afterOneStep = loop.state().statistics().toFloatArray();

            double loss = loop.evaluate(Split.VALIDATION)[0];

            assertThat(afterOneStep).isNotEqualTo(first);
            assertThat(loop.state().statistics().toFloatArray()).isEqualTo(afterOneStep);
            loop.state().statistics().muli(2);
            assertThat(loop.evaluate(Split.VALIDATION)[0]).isNotEqualTo(loss);
        }
    }

    @Test
    void theOrderOfTheImagesDependsOnTheSeedAndTheEpochAlone() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            List<Batch> single =
                    loop(manager, TaskSet.of(1), EncoderSize.HALF, 10).batches(2);
            List<Batch> all =
                    loop(manager, TaskSet.all(5), EncoderSize.FULL, 10).batches(2);

            assertThat(single).isEqualTo(all);
            assertThat(single)
                    .isNotEqualTo(
                            loop(manager, TaskSet.of(1), EncoderSize.HALF, 10).batches(3));
            assertThat(single.stream().flatMap(batch -> batch.images().stream()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aTasksHeadAndAnEncoderStartAlikeInEveryGroup() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop single = loop(manager, TaskSet.of(3), EncoderSize.HALF, 10);
            TrainingLoop group = loop(manager, TaskSet.of(0, 3), EncoderSize.HALF, 10);

            for (ParameterLayout.Entry entry : single.network().parameters().entries()) {
                assertThat(values(group, entry.name())).as(entry.name()).isEqualTo(values(single, entry.name()));
            }
        }
    }

    private static float[] values(TrainingLoop loop, String name) {
        ParameterLayout.Entry entry = loop.network().parameters().entries().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return java.util.Arrays.copyOfRange(
                loop.state().parameters().toFloatArray(), entry.offset(), entry.offset() + entry.size());
    }

    private static void fillFreedMemoryWithNaN(NDManager manager) {
        try (NDManager rubbish = manager.newSubManager()) {
            for (int i = 0; i < 40; i++) {
                NDArray array = rubbish.create(new Shape(1 + i * 12_345L));
                array.set(new ai.djl.ndarray.index.NDIndex(":"), Float.NaN);
            }
        }
    }

    private static FirstGradient gradient(TaskSet tasks, double clipNorm) throws NotFiniteException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop loop = loop(manager, tasks, EncoderSize.HALF, clipNorm);
            loop.step(loop.batches(1).get(0), 0);
            float[] momenta = loop.state().momenta().toFloatArray();
            return new FirstGradient(momenta, loop.network().encoderLength());
        }
    }

    private static TrainingLoop loop(NDManager manager, TaskSet tasks, EncoderSize size, double clipNorm) {
        Schedule schedule = new Schedule(3, 16, 0.01, Schedule.Decay.COSINE, 0, 0.9, 0, clipNorm);
        Setting setting = new Setting("toy", EncoderDepth.LIGHT, Fraction.ONE, ToyImages.SIZE, schedule);
        Network network = Network.of(tasks, size);
        return new TrainingLoop(
                manager, new TrainingRequest(ToyImages.TASKS, network, setting, 5, ComputeDevice.CPU), IMAGES);
    }

    /** The scaled gradient of the first step: what the momenta hold after it, without weight decay. */
    private static final class FirstGradient {
        private final float[] values;
        private final int encoderLength;

        FirstGradient(float[] values, int encoderLength) {
            this.values = values;
            this.encoderLength = encoderLength;
        }

        int encoderLength() {
            return encoderLength;
        }

        int length() {
            return values.length;
        }

        double at(int i) {
            return values[i];
        }

        double norm() {
            double sum = 0;
            for (float value : values) {
                sum += (double) value * value;
            }
            return Math.sqrt(sum);
        }
    }
}
