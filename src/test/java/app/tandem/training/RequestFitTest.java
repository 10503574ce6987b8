package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.loss.Measure;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestFitTest {

    private static final ToyImages IMAGES = new ToyImages(16);

    @ParameterizedTest
    @EnumSource(Split.class)
    void aTaskWithoutALabelInASplitIsRefusedByName(Split split) {
        TrainingData noDepth = AlteredImages.withLabels(IMAGES, split, ToyImages.DEPTH, Float.NaN);

        assertThatThrownBy(() -> train(TaskSet.of(0, 1), noDepth))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("‘depth’")
                .hasMessageContaining(split.id() + " images");
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void aSegmentationAllOfWhoseLabelsAreIgnoredIsRefusedByName(Split split) {
        TrainingData ignored = AlteredImages.withLabels(IMAGES, split, ToyImages.CLASSES, 0);

        assertThatThrownBy(() -> train(TaskSet.of(0), ignored))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("‘classes’")
                .hasMessageContaining(split.id() + " images");
    }

    @Test
    void aTaskOutsideTheNetworkNeedsNoLabels() {
        TrainingData noDepth = AlteredImages.withLabels(IMAGES, Split.VALIDATION, ToyImages.DEPTH, Float.NaN);

        assertThatCode(() -> train(TaskSet.of(0), noDepth)).doesNotThrowAnyException();
    }

    @Test
    void theTrainingImagesThatTheSettingUsesMustHaveALabel() {
        TrainingRequest half = request(TaskSet.of(1), Fraction.of(1, 2));
        int[] used = TrainingLoop.usedImages(half, IMAGES.count(Split.TRAIN));
        TrainingData others = new AlteredImages(IMAGES) {
            @Override
            public ByteBuffer labels(Split split, Task task) {
                ByteBuffer labels = super.labels(split, task);
                if (split == Split.TRAIN) {
                    int bytes = labels.limit() / count(split);
                    for (int image : used) {
                        for (int at = image * bytes; at < (image + 1) * bytes; at += Float.BYTES) {
                            labels.putFloat(at, Float.NaN);
                        }
                    }
                }
                return labels;
            }
        };

        assertThatThrownBy(() -> RequestFit.require(half, others)).hasMessageContaining("that the setting uses");
        assertThatCode(() -> RequestFit.require(request(TaskSet.of(1), Fraction.ONE), others))
                .doesNotThrowAnyException();
    }

    @Test
    void aDatasetWithoutTestImagesIsTrainedAndHasNoTestLosses() {
        TrainingData untested = without(Split.TEST);

        assertThat(train(TaskSet.of(0, 1), untested))
                .isInstanceOfSatisfying(TrainingOutcome.Finished.class, finished -> assertThat(finished.losses())
                        .containsOnlyKeys(Measure.TRAIN, Measure.VALIDATION, Measure.EARLY));
        assertThat(ConstantPrediction.losses(ToyImages.DEPTH, untested)).containsOnlyKeys(Measure.VALIDATION);
    }

    @ParameterizedTest
    @EnumSource(
            value = Split.class,
            names = {"TRAIN", "VALIDATION"})
    void aDatasetWithoutTrainingOrValidationImagesIsRefused(Split split) {
        assertThatThrownBy(() -> train(TaskSet.of(1), without(split)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no image for " + split.id());
    }

    private static TrainingData without(Split missing) {
        return new AlteredImages(IMAGES) {
            @Override
            public int count(Split split) {
                return split == missing ? 0 : super.count(split);
            }

            @Override
            public ByteBuffer images(Split split) {
                if (split == missing) {
                    throw new IllegalArgumentException("there is no " + split);
                }
                return super.images(split);
            }

            @Override
            public ByteBuffer labels(Split split, Task task) {
                if (split == missing) {
                    throw new IllegalArgumentException("there is no " + split);
                }
                return super.labels(split, task);
            }
        };
    }

    private static TrainingOutcome train(TaskSet tasks, TrainingData data) {
        return Trainer.train(request(tasks, Fraction.ONE), data, Optional.empty(), TrainingListener.SILENT);
    }

    private static TrainingRequest request(TaskSet tasks, Fraction share) {
        Schedule schedule = new Schedule(1, 16, 0.01, Schedule.Decay.COSINE, 0, 0.9, 0, Double.POSITIVE_INFINITY);
        Setting setting = new Setting("toy", EncoderDepth.LIGHT, share, ToyImages.SIZE, schedule);
        return new TrainingRequest(ToyImages.TASKS, Network.of(tasks, EncoderSize.HALF), setting, 1, ComputeDevice.CPU);
    }
}
