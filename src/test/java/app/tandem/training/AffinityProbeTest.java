package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import app.tandem.loss.AffinityMatrix;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AffinityProbeTest {

    private static final ToyImages IMAGES = new ToyImages(64);
    private static final List<String> TWO = List.of("first", "second");

    @Test
    void theAffinitiesOfATinyNetworkAreThoseWorkedOutByHand() {
        // Shared (v, w) = (1, 2) and one head h = 1: L₁ = (v + h)² = 4 and L₂ = (v − w)² = 1, weighted 1 and ½, η =
        // 0.1.
        // ∇L₁ = (4, 0), ∇L₂ = (−2, 2). After a step on L₁: v = 0.6; on L₂: v = 1.1, w = 1.9. The head stays.
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            NDArray parameters = manager.create(new float[] {1, 2, 1});
            parameters.setRequiresGradient(true);
            AffinityProbe probe = new AffinityProbe(10, 2, new double[] {1, 0.5});

            List<NDArray> gradients;
            JniUtils.setGradMode(true);
            try {
                gradients = probe.gradients(manager, parameters, tinyLosses(parameters));
            } finally {
                JniUtils.setGradMode(false);
            }
            NDArray detached = JniUtils.detachGradient(Pass.engine(parameters));
            probe.measure(manager, detached, gradients, new double[] {4, 1}, 0.1, AffinityProbeTest::tinyLosses);

            JointAffinities affinities = probe.sums().means(TWO);
            assertThat(affinities.steps()).isEqualTo(1);
            assertMatrix(affinities.lookahead(), 0.36, -0.96, -0.1025, 0.36);
            assertMatrix(affinities.cosine(), 1, -Math.sqrt(0.5), -Math.sqrt(0.5), 1);
            assertMatrix(affinities.firstOrder(), 0.4, -0.8, -0.1, 0.4);
            assertThat(parameters.toFloatArray()).containsExactly(1, 2, 1);
        }
    }

    private static NDArray[] tinyLosses(NDArray parameters) {
        NDArray v = part(parameters, 0);
        NDArray w = part(parameters, 1);
        NDArray h = part(parameters, 2);
        NDArray first = v.add(h);
        NDArray second = v.sub(w);
        return new NDArray[] {first.mul(first).sum(), second.mul(second).sum()};
    }

    private static NDArray part(NDArray array, long at) {
        return JniUtils.slice(Pass.engine(array), 0, at, at + 1, 1);
    }

    private static void assertMatrix(AffinityMatrix matrix, double... rows) {
        int tasks = matrix.taskIds().size();
        for (int i = 0; i < rows.length; i++) {
            assertThat(matrix.from(i / tasks, i % tasks))
                    .as(matrix.id() + " " + i / tasks + " → " + i % tasks)
                    .isCloseTo(rows[i], within(1e-6));
        }
    }

    @Test
    void theLookaheadTendsToTheFirstOrderAffinityAsTheStepsShrink() throws NotFiniteException {
        // Of the 16 steps of the schedule the 13th is measured, whose learning rate is a seventh of the first’s.
        JointAffinities affinities;
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop loop = new TrainingLoop(manager, request(4, 12, 0.01), IMAGES);
            List<Batch> batches = loop.batches(1);
            for (int i = 0; i < 40; i++) {
                loop.step(batches.get(i % batches.size()), 1);
            }
            loop.step(batches.get(0), 12);
            affinities = loop.affinities()
                    .orElseThrow()
                    .means(ToyImages.TASKS.stream().map(Task::id).toList());
        }

        assertThat(affinities.steps()).isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            assertThat(affinities.firstOrder().from(i, i)).isGreaterThan(1e-5);
            for (int j = 0; j < 5; j++) {
                double slope = affinities.firstOrder().from(i, j);
                // A difference of two losses has their rounding error: floats hold about seven digits.
                assertThat(affinities.lookahead().from(i, j))
                        .as(i + " → " + j)
                        .isCloseTo(slope, within(0.15 * Math.abs(slope) + 2e-6));
            }
        }
    }

    @Test
    void aMeasuredRunHasTheLossesOfAPlainOneToTheLastBit() {
        TrainingRequest plain = request(3, 0, 0.05);
        TrainingRequest measured = request(3, 2, 0.05);

        TrainingOutcome.Finished without = finished(plain, Optional.empty(), TrainingListener.SILENT);
        TrainingOutcome.Finished with = finished(measured, Optional.empty(), TrainingListener.SILENT);

        assertThat(with.history()).isEqualTo(without.history());
        assertThat(with.losses()).isEqualTo(without.losses());
    }

    @Test
    void affinitiesGrowFromEpochToEpochAndSurviveAStop(@TempDir Path folder) {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        TrainingRequest request = request(3, 2, 0.05);
        List<JointAffinities> straight = new ArrayList<>();
        List<JointAffinities> resumed = new ArrayList<>();

        finished(request, Optional.empty(), collecting(straight, 3));
        Trainer.train(request, IMAGES, Optional.of(checkpoint), collecting(resumed, 1));
        finished(request, Optional.of(checkpoint), collecting(resumed, 3));

        // 64 images in batches of 16 are 4 steps an epoch; steps 0, 2, 4, … are measured.
        assertThat(straight).extracting(JointAffinities::steps).containsExactly(2L, 4L, 6L);
        assertThat(resumed).extracting(JointAffinities::steps).containsExactly(2L, 4L, 6L);
        for (int kind = 0; kind < 3; kind++) {
            AffinityMatrix one = straight.get(2).matrices().get(kind);
            AffinityMatrix other = resumed.get(2).matrices().get(kind);
            for (int i = 0; i < 25; i++) {
                assertThat(other.from(i / 5, i % 5)).isEqualTo(one.from(i / 5, i % 5));
            }
        }
    }

    @Test
    void nothingIsLeftBehindByAMeasuredStep() throws NotFiniteException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            TrainingLoop loop = new TrainingLoop(manager, request(1, 1, 0.05), IMAGES);
            List<Batch> batches = loop.batches(1);
            loop.step(batches.get(0), 0);
            int held = manager.getManagedArrays().size();

            loop.step(batches.get(1), 1);

            assertThat(manager.getManagedArrays()).hasSize(held);
        }
    }

    @Test
    void aTaskWithoutLabelsInABatchSaysNothingOfItself() {
        AffinitySums sums = new AffinitySums(2);
        double[][] gram = {{4, 0}, {0, 0}};

        sums.add(new double[] {1, Double.NaN}, new double[][] {{0.5, 0}, {1, 0}}, gram, new double[] {0.1, 0.1});

        JointAffinities means = sums.means(TWO);
        assertThat(means.lookahead().from(0, 0)).isEqualTo(0.5);
        assertThat(means.lookahead().from(0, 1)).isNaN();
        assertThat(means.cosine().from(1, 0)).isNaN();
    }

    @Test
    void aNetworkOfOneTaskHasNoAffinities() {
        TrainingRequest all = request(1, 0, 0.05);

        assertThatThrownBy(() -> new TrainingRequest(
                        all.tasks(),
                        Network.of(TaskSet.of(1), EncoderSize.HALF),
                        all.setting(),
                        1,
                        ComputeDevice.CPU,
                        10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TrainingListener collecting(List<JointAffinities> seen, int stopAfter) {
        return new TrainingListener() {
            @Override
            public void onAffinities(JointAffinities affinities) {
                seen.add(affinities);
            }

            @Override
            public boolean shouldStop() {
                return seen.size() == stopAfter;
            }
        };
    }

    private static TrainingOutcome.Finished finished(
            TrainingRequest request, Optional<Path> checkpoint, TrainingListener listener) {
        TrainingOutcome outcome = Trainer.train(request, IMAGES, checkpoint, listener);
        assertThat(outcome).isInstanceOf(TrainingOutcome.Finished.class);
        return (TrainingOutcome.Finished) outcome;
    }

    private static TrainingRequest request(int epochs, int every, double learningRate) {
        Schedule schedule =
                new Schedule(epochs, 16, learningRate, Schedule.Decay.COSINE, 0, 0.9, 1e-4, Double.POSITIVE_INFINITY);
        Setting setting = new Setting("toy", EncoderDepth.LIGHT, Fraction.ONE, ToyImages.SIZE, schedule);
        Network all = Network.of(TaskSet.all(5), EncoderSize.HALF);
        return new TrainingRequest(ToyImages.TASKS, all, setting, 7, ComputeDevice.CPU, every);
    }
}
