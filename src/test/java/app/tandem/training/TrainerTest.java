package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.loss.Measure;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    private static final ToyImages IMAGES = new ToyImages(64);

    @Test
    void everyKindOfTaskIsLearned() {
        TrainingOutcome outcome = train(request(TaskSet.all(5), 10, 0.01, 1), Optional.empty());

        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Finished.class, finished -> {
            EpochLosses first = finished.history().get(0);
            assertThat(finished.losses().keySet()).containsExactlyInAnyOrder(Measure.values());
            first.validation().forEach((task, loss) -> assertThat(finished.loss(Measure.TEST, task))
                    .as(task)
                    .isLessThan(0.9 * loss));
        });
    }

    @Test
    void theReportedEpochHasTheLowestWeightedValidationLoss() {
        TrainingOutcome.Finished finished = finished(train(request(TaskSet.of(1), 5, 0.3, 1), Optional.empty()));

        EpochLosses reported = finished.history().get(finished.reportedEpoch() - 1);
        assertThat(finished.history())
                .allSatisfy(epoch -> assertThat(epoch.validation().get("depth"))
                        .isGreaterThanOrEqualTo(reported.validation().get("depth")));
        assertThat(finished.losses().get(Measure.VALIDATION)).isEqualTo(reported.validation());
        assertThat(finished.losses().get(Measure.EARLY))
                .isEqualTo(finished.history().get(0).validation());
    }

    @Test
    void theSameSeedGivesTheSameLossesToTheLastBit() {
        TrainingRequest request = request(TaskSet.of(0, 1), 2, 0.05, 7);

        assertThat(finished(train(request, Optional.empty())).losses())
                .isEqualTo(finished(train(request, Optional.empty())).losses());
        assertThat(finished(train(request(TaskSet.of(0, 1), 2, 0.05, 8), Optional.empty()))
                        .losses())
                .isNotEqualTo(finished(train(request, Optional.empty())).losses());
    }

    @Test
    void aRunThatGoesOnFromItsCheckpointEndsAsIfItHadNeverStopped(@TempDir Path folder) {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        TrainingRequest request = request(TaskSet.of(0, 1, 2), 4, 0.05, 3);
        List<Integer> epochs = new ArrayList<>();

        TrainingOutcome stopped = Trainer.train(request, IMAGES, Optional.of(checkpoint), new TrainingListener() {
            @Override
            public void onEpoch(EpochLosses losses) {
                epochs.add(losses.epoch());
            }

            @Override
            public boolean shouldStop() {
                return epochs.size() == 2;
            }
        });
        TrainingOutcome.Finished resumed = finished(train(request, Optional.of(checkpoint)));
        TrainingOutcome.Finished straight = finished(train(request, Optional.empty()));

        assertThat(stopped).isEqualTo(new TrainingOutcome.Stopped(2));
        assertThat(resumed.losses()).isEqualTo(straight.losses());
        assertThat(resumed.history()).isEqualTo(straight.history());
    }

    @Test
    void aFinishedCheckpointGivesTheSameOutcomeWithoutTraining(@TempDir Path folder) {
        Optional<Path> checkpoint = Optional.of(folder.resolve("checkpoint.safetensors"));
        TrainingRequest request = request(TaskSet.of(1), 2, 0.05, 3);

        assertThat(finished(train(request, checkpoint)).losses())
                .isEqualTo(finished(train(request, checkpoint)).losses());
    }

    @Test
    void aDamagedCheckpointOrOneOfAnotherRunIsRefused(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        train(request(TaskSet.of(1), 1, 0.05, 3), Optional.of(checkpoint));

        assertThatThrownBy(() -> train(request(TaskSet.of(1), 1, 0.05, 4), Optional.of(checkpoint)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("of another run");
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length - 9] ^= 1;
        Files.write(checkpoint, bytes);
        assertThatThrownBy(() -> train(request(TaskSet.of(1), 1, 0.05, 3), Optional.of(checkpoint)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining(checkpoint.toString());
        Files.write(checkpoint, new byte[3]);
        assertThatThrownBy(() -> train(request(TaskSet.of(1), 1, 0.05, 3), Optional.of(checkpoint)))
                .isInstanceOf(UserException.class);
    }

    @Test
    void aCheckpointWithAnotherHistoryThanWasWrittenIsDamaged(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        TrainingRequest request = request(TaskSet.of(1), 1, 0.05, 3);
        train(request, Optional.of(checkpoint));
        String content = Files.readString(checkpoint, StandardCharsets.ISO_8859_1);
        int digit = content.indexOf("0x1.") + 4;
        char other = content.charAt(digit) == '7' ? '8' : '7';

        Files.writeString(
                checkpoint,
                content.substring(0, digit) + other + content.substring(digit + 1),
                StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> train(request, Optional.of(checkpoint)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void stepsWithoutALabelOfATaskDoNotLowerItsTrainingLoss() {
        double deviation = TargetScale.of(ToyImages.PLACE, IMAGES.statistics(ToyImages.PLACE))
                .deviations()
                .get(0);
        TrainingData farAndRare = onlyPlaceOf(IMAGES, 7, (float) (1000 * deviation));

        TrainingOutcome.Finished finished = finished(Trainer.train(
                request(TaskSet.of(4), 1, 1e-9, 1), farAndRare, Optional.empty(), TrainingListener.SILENT));

        assertThat(finished.loss(Measure.TRAIN, "place")).isBetween(0.9e6, 1.1e6);
    }

    @Test
    void anEpochThatMeetsNoLabelOfATaskHasNoTrainingLossOfIt(@TempDir Path folder) {
        ToyImages few = new ToyImages(31);
        int[] order = Seeds.permutation(Seeds.random(1, "order", 1), 31);
        TrainingData unmet = onlyPlaceOf(few, order[30], 1);
        Optional<Path> checkpoint = Optional.of(folder.resolve("checkpoint.safetensors"));
        TrainingRequest request = request(TaskSet.of(1, 4), 1, 0.01, 1);

        TrainingOutcome.Finished finished =
                finished(Trainer.train(request, unmet, checkpoint, TrainingListener.SILENT));
        TrainingOutcome.Finished resumed = finished(Trainer.train(request, unmet, checkpoint, TrainingListener.SILENT));

        assertThat(finished.losses().get(Measure.TRAIN)).containsOnlyKeys("depth");
        assertThat(finished.losses().get(Measure.VALIDATION)).containsOnlyKeys("depth", "place");
        assertThat(resumed.losses()).isEqualTo(finished.losses());
    }

    /** Of all training images only one has a label of the place, and only its first number. */
    private static TrainingData onlyPlaceOf(TrainingData original, int image, float place) {
        return new AlteredImages(original) {
            @Override
            public ByteBuffer labels(Split split, Task task) {
                if (split != Split.TRAIN || !task.equals(ToyImages.PLACE)) {
                    return super.labels(split, task);
                }
                ByteBuffer labels = ByteBuffer.allocate(8 * count(split)).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < 2 * count(split); i++) {
                    labels.putFloat(i == 2 * image ? place : Float.NaN);
                }
                return labels.flip();
            }
        };
    }

    @Test
    void aRunWhoseNumbersAreNoLongerFiniteEndsAsDiverged() {
        TrainingOutcome outcome = train(request(TaskSet.of(4), 3, 1e5, 1), Optional.empty());

        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Diverged.class, diverged -> {
            assertThat(diverged.step()).isPositive();
            assertThat(diverged.remedies()).anyMatch(remedy -> remedy.contains("learning rate"));
        });
    }

    @Test
    void aLossThatAnEvaluationFindsInfiniteNamesTheLastStepDone() {
        TrainingData infinite =
                AlteredImages.withLabels(IMAGES, Split.VALIDATION, ToyImages.PLACE, Float.POSITIVE_INFINITY);
        TrainingData infiniteTest =
                AlteredImages.withLabels(IMAGES, Split.TEST, ToyImages.PLACE, Float.POSITIVE_INFINITY);
        TrainingRequest request = request(TaskSet.of(4), 2, 0.01, 1);

        assertThat(Trainer.train(request, infinite, Optional.empty(), TrainingListener.SILENT))
                .isInstanceOfSatisfying(TrainingOutcome.Diverged.class, diverged -> {
                    assertThat(diverged.step()).isEqualTo(64 / 16);
                    assertThat(diverged.epoch()).isEqualTo(1);
                });
        assertThat(Trainer.train(request, infiniteTest, Optional.empty(), TrainingListener.SILENT))
                .isInstanceOfSatisfying(TrainingOutcome.Diverged.class, diverged -> {
                    assertThat(diverged.step()).isEqualTo(2 * 64 / 16);
                    assertThat(diverged.epoch()).isEqualTo(2);
                });
    }

    @Test
    void aCheckpointGoesOnWhenNothingThatShapesItsResultHasChanged(@TempDir Path folder) {
        Optional<Path> checkpoint = Optional.of(folder.resolve("checkpoint.safetensors"));
        TrainingRequest request = request(TaskSet.of(0, 1), 1, 0.05, 3);
        TrainingOutcome.Finished before = finished(train(request, checkpoint));

        List<Task> renamed = ToyImages.TASKS.stream()
                .map(task -> task.withName(task.name() + " renamed"))
                .toList();
        List<Task> reweighted = with(4, ToyImages.PLACE.withWeight(7));
        Setting other = new Setting(
                "renamed",
                EncoderDepth.LIGHT,
                Fraction.ONE,
                ToyImages.SIZE,
                request.setting().schedule());

        for (TrainingRequest same : List.of(
                with(request, renamed, request.setting()),
                with(request, reweighted, request.setting()),
                with(request, ToyImages.TASKS, other))) {
            assertThat(finished(train(same, checkpoint)).losses()).isEqualTo(before.losses());
        }
    }

    @Test
    void aCheckpointIsRefusedWhenSomethingThatShapesItsResultHasChanged(@TempDir Path folder) {
        Optional<Path> checkpoint = Optional.of(folder.resolve("checkpoint.safetensors"));
        TrainingRequest request = request(TaskSet.of(0, 1), 1, 0.05, 3);
        train(request, checkpoint);

        List<Task> squared = with(1, ToyImages.DEPTH.withLoss(LossFunction.SQUARED_ERROR));
        List<Task> reweighted = with(1, ToyImages.DEPTH.withWeight(2));
        List<Task> flipping = ToyImages.TASKS.stream()
                .map(task -> new Task(task.id(), task.name(), task.kind(), task.loss(), task.weight(), true))
                .toList();
        Setting faster = request(TaskSet.of(0, 1), 1, 0.06, 3).setting();

        for (TrainingRequest other : List.of(
                with(request, squared, request.setting()),
                with(request, reweighted, request.setting()),
                with(request, flipping, request.setting()),
                with(request, ToyImages.TASKS, faster))) {
            assertThatThrownBy(() -> train(other, checkpoint)).hasMessageContaining("of another run");
        }
        assertThatThrownBy(() -> Trainer.train(request, new ToyImages(32), checkpoint, TrainingListener.SILENT))
                .hasMessageContaining("of another run");
    }

    @Test
    void testImagesAreScoredOnceWithTheWeightsOfTheReportedEpoch() {
        List<Split> looks = new ArrayList<>();
        TrainingData testedOnValidation = new AlteredImages(IMAGES) {
            @Override
            public ByteBuffer images(Split split) {
                looks.add(split);
                return super.images(split == Split.TEST ? Split.VALIDATION : split);
            }

            @Override
            public ByteBuffer labels(Split split, Task task) {
                return super.labels(split == Split.TEST ? Split.VALIDATION : split, task);
            }
        };

        TrainingOutcome.Finished finished = finished(Trainer.train(
                request(TaskSet.of(1), 5, 0.3, 1), testedOnValidation, Optional.empty(), TrainingListener.SILENT));

        EpochLosses last = finished.history().get(4);
        assertThat(finished.reportedEpoch()).isLessThan(5);
        assertThat(finished.losses().get(Measure.TEST))
                .isEqualTo(finished.losses().get(Measure.VALIDATION))
                .isNotEqualTo(last.validation());
        assertThat(looks).endsWith(Split.TEST).containsOnlyOnce(Split.TEST);
    }

    private static List<Task> with(int index, Task task) {
        List<Task> tasks = new ArrayList<>(ToyImages.TASKS);
        tasks.set(index, task);
        return tasks;
    }

    private static TrainingRequest with(TrainingRequest request, List<Task> tasks, Setting setting) {
        return new TrainingRequest(tasks, request.network(), setting, request.seed(), request.device());
    }

    @Test
    void imagesOfAnotherSizeThanTheSettingsAreRefused() {
        TrainingRequest request = request(TaskSet.of(1), 1, 0.1, 1);
        Setting larger = new Setting(
                "s", EncoderDepth.LIGHT, Fraction.ONE, 32, request.setting().schedule());

        assertThatThrownBy(() -> train(
                        new TrainingRequest(ToyImages.TASKS, request.network(), larger, 1, ComputeDevice.CPU),
                        Optional.empty()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("16 pixels wide, not 32");
    }

    private static TrainingOutcome train(TrainingRequest request, Optional<Path> checkpoint) {
        return Trainer.train(request, IMAGES, checkpoint, TrainingListener.SILENT);
    }

    private static TrainingOutcome.Finished finished(TrainingOutcome outcome) {
        assertThat(outcome).isInstanceOf(TrainingOutcome.Finished.class);
        return (TrainingOutcome.Finished) outcome;
    }

    private static TrainingRequest request(TaskSet tasks, int epochs, double learningRate, long seed) {
        Schedule schedule =
                new Schedule(epochs, 16, learningRate, Schedule.Decay.COSINE, 0, 0.9, 1e-4, Double.POSITIVE_INFINITY);
        Setting setting = new Setting("toy", EncoderDepth.LIGHT, Fraction.ONE, ToyImages.SIZE, schedule);
        return new TrainingRequest(
                ToyImages.TASKS, Network.of(tasks, EncoderSize.HALF), setting, seed, ComputeDevice.CPU);
    }
}
