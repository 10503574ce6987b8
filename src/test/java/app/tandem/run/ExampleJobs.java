package app.tandem.run;

import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Jobs of two tasks, for workers with a fake training. */
final class ExampleJobs {

    static final int EPOCHS = 3;

    static final List<Task> TASKS = List.of(
            new Task("seg", "seg", new TaskKind.Segmentation(17, 0), LossFunction.CROSS_ENTROPY, 1, true),
            new Task("depth", "depth", new TaskKind.RegressionMap(1), LossFunction.L1, 0.5, true));

    private ExampleJobs() {}

    /** A job whose training behaves as {@code behaviour} says. */
    static Job behaving(String behaviour, int seed) {
        Schedule schedule =
                new Schedule(EPOCHS, 16, 0.05, Schedule.Decay.COSINE, 0, 0.9, 1e-4, Double.POSITIVE_INFINITY);
        return new Job(
                TASKS,
                Network.of(TaskSet.all(2), EncoderSize.HALF),
                new Setting(behaviour, EncoderDepth.LIGHT, Fraction.ONE, 64, schedule),
                seed,
                Path.of("/nowhere/dataset.cache"),
                "abc",
                Device.AUTO,
                1,
                new Job.Work(1000, 160));
    }

    static List<Job> behaving(String behaviour, int seed, int count) {
        return IntStream.range(seed, seed + count)
                .mapToObj(s -> behaving(behaviour, s))
                .toList();
    }
}
