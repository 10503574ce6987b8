package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.DatasetCache;
import app.tandem.data.Progress;
import app.tandem.data.Samples;
import app.tandem.loss.Measure;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsLearningTest {

    private static final double CLEARLY = 0.85;

    @Test
    void halfSizeSingleTaskNetworksClearlyBeatTheConstantPredictionOnTest(@TempDir Path folder) {
        Samples.Sample rooms = Samples.rooms();
        String location = Path.of("sample-data", "rooms").toAbsolutePath().toString();
        DatasetCache cache = DatasetCache.prepare(
                new DatasetReference(rooms.reference().layout(), location),
                rooms.tasks(),
                rooms.inputSize(),
                folder,
                Progress.NONE);
        Setting setting = new Setting(
                "demo", EncoderDepth.LIGHT, Fraction.ONE, rooms.inputSize(), SampleSchedules.ROOMS.withEpochs(6));

        for (String id : List.of("segment_semantic", "depth_zbuffer", "normal")) {
            Task task = rooms.tasks().stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            Network single = Network.of(TaskSet.of(rooms.tasks().indexOf(task)), EncoderSize.HALF);
            TrainingRequest request = new TrainingRequest(rooms.tasks(), single, setting, 1, ComputeDevice.CPU);

            TrainingOutcome outcome = Trainer.train(request, cache, Optional.empty(), TrainingListener.SILENT);

            double constant =
                    ConstantPrediction.losses(task, TrainingData.of(cache)).getOrDefault(Measure.TEST, Double.NaN);
            assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Finished.class, finished -> assertThat(
                            finished.loss(Measure.TEST, id))
                    .as(id)
                    .isLessThan(CLEARLY * constant));
        }
    }
}
