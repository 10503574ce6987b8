package app.tandem.run;

import app.tandem.data.DatasetCache;
import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trains one epoch on a handful of images in this process, so that an archive of the loaded classes holds all that a
 * worker will load.
 */
public final class WorkerRehearsal {

    private static final int IMAGES = 100;
    private static final int SIZE = 16;

    private WorkerRehearsal() {}

    /** Leaves nothing behind but loaded classes. */
    public static void perform() {
        try {
            Path folder = Files.createTempDirectory("tandem-rehearsal");
            try {
                RunFolder run = new RunFolder(folder.resolve("run"));
                run.prepare(job(folder));
                int exitCode = new WorkerProcess(
                                run,
                                Optional.of(Device.CPU),
                                false,
                                new EngineTraining(),
                                DaemonThreads.named("worker"))
                        .run();
                if (exitCode != ExitCode.ENDED) {
                    throw new IllegalStateException("the rehearsal ended with " + exitCode);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Job job(Path folder) {
        Path rooms = folder.resolve("rooms");
        new RoomsGenerator(1, SIZE).write(rooms, IMAGES, Progress.NONE);
        List<Task> tasks = Samples.rooms().tasks();
        DatasetCache cache = DatasetCache.prepare(
                new DatasetReference(DatasetReference.TASKONOMY, rooms.toString()), tasks, SIZE, folder, Progress.NONE);
        Schedule schedule = new Schedule(1, 16, 0.05, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 5);
        Setting setting = new Setting("rehearsal", EncoderDepth.LIGHT, Fraction.ONE, SIZE, schedule);
        Network network = Network.of(TaskSet.all(tasks.size()), EncoderSize.HALF);
        return new Job(tasks, network, setting, 0, cache.file(), cache.hash(), Device.CPU, 1, Job.Work.UNKNOWN);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
