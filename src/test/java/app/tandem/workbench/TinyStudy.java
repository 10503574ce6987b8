package app.tandem.workbench;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.loss.Measure;
import app.tandem.owner.OwnerOptions;
import app.tandem.run.CacheFolder;
import app.tandem.run.DesignHash;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.TaskSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** A study on disk of a dozen rooms and one network of two tasks, which trains in seconds. */
final class TinyStudy {

    static final Network JOINT = Network.of(TaskSet.all(2), EncoderSize.FULL);
    static final String SETTING = "tiny";

    private TinyStudy() {}

    /** Writes the rooms into a folder. */
    static void writeRooms(Path rooms) throws IOException {
        new RoomsGenerator(3, 32).write(rooms, 12, Progress.NONE);
    }

    static Study of(String name, Path rooms) {
        return of(name, rooms, 1);
    }

    static Study of(String name, Path rooms, int epochs) {
        Schedule schedule = new Schedule(epochs, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        return new Study(
                name,
                new DatasetReference(DatasetReference.TASKONOMY, rooms.toString()),
                Samples.rooms().tasks().subList(1, 3),
                List.of(new Setting(SETTING, EncoderDepth.LIGHT, Fraction.ONE, 32, schedule)),
                1,
                List.of(JOINT),
                List.of(new Grouping("Together", List.of(Grouping.Member.of(JOINT)))),
                Budget.parse("1"));
    }

    /** As if the network had been trained with a seed. */
    static void record(Path file, Study study, int seed) {
        Map<String, Double> losses = new HashMap<>();
        study.taskIds().forEach(id -> losses.put(id, 0.5 + 0.1 * seed));
        Provenance provenance = new Provenance(
                seed,
                "data",
                DesignHash.of(study.tasks(), JOINT, study.setting(SETTING)),
                Map.of(),
                "cpu",
                1,
                Duration.ofSeconds(1),
                1000,
                100);
        try (StudyFile open = StudyFile.open(file)) {
            open.recordResult(
                    new RunKey(JOINT.key(study.taskIds()), SETTING, seed),
                    new RunResult.Finished(1, Map.of(Measure.VALIDATION, losses, Measure.TEST, losses), provenance));
        }
    }

    static OwnerOptions options(Path cache, Executor threads) {
        return new OwnerOptions(
                cache,
                LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                Device.AUTO,
                threads,
                InstantSource.system());
    }
}
