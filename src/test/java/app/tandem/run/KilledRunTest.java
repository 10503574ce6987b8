package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills real workers of the real trainer: at most one epoch is lost, and the result is the same to the last bit. */
@Timeout(240)
class KilledRunTest {

    private static final int IMAGES = 240;
    private static final int KILLS = 4;

    @TempDir
    static Path folder;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(DaemonThreads.named("test"));
    private static DatasetCache cache;
    private static List<Task> tasks;

    @BeforeAll
    static void renderRooms() {
        new RoomsGenerator(5, 32).write(folder.resolve("rooms"), IMAGES, Progress.NONE);
        tasks = List.of(Samples.rooms().tasks().get(1), Samples.rooms().tasks().get(2));
        cache = DatasetCache.prepare(
                new DatasetReference(
                        DatasetReference.TASKONOMY, folder.resolve("rooms").toString()),
                tasks,
                32,
                folder.resolve("cache"),
                Progress.NONE);
    }

    @AfterAll
    static void endThreads() {
        THREADS.shutdown();
    }

    private static Job job() {
        Schedule schedule = new Schedule(3, 16, 0.05, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 5);
        Setting setting = new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule);
        Network network = Network.of(TaskSet.all(2), EncoderSize.HALF);
        return new Job(tasks, network, setting, 7, cache.file(), cache.hash(), Device.CPU, 1, Job.Work.UNKNOWN);
    }

    @Test
    void killsAtAnyMomentChangeNothing() throws Exception {
        RunResult.Finished undisturbed = train(folder.resolve("undisturbed"), new QueueListener() {});
        Killer killer = new Killer(RunFolder.of(folder.resolve("killed"), job().key()), new Random(11));

        RunResult.Finished killed = train(folder.resolve("killed"), killer);

        assertThat(killer.kills).isEqualTo(KILLS);
        assertThat(killed.losses()).isEqualTo(undisturbed.losses());
        assertThat(killed.reportedEpoch()).isEqualTo(undisturbed.reportedEpoch());
        assertNoCheckpointedEpochWasTrainedAgain(killer.run.events());
    }

    private static void assertNoCheckpointedEpochWasTrainedAgain(List<RunEvent> events) {
        int ended = 0;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.EpochEnded epoch) {
                ended = epoch.losses().epoch();
            } else if (event instanceof RunEvent.Started started) {
                assertThat(started.doneEpochs()).isGreaterThanOrEqualTo(ended - 1);
            }
        }
    }

    private static RunResult.Finished train(Path runs, QueueListener listener) throws InterruptedException {
        LocalWorkers workers =
                LocalWorkers.of(List.of(Device.CPU), WorkerMain.class.getName(), CacheFolder.ofThisProcess(), THREADS);
        QueueWatcher watcher = new QueueWatcher();
        try (RunQueue queue = new RunQueue(runs, workers, THREADS, InstantSource.system())) {
            queue.addListener(watcher);
            queue.addListener(listener);
            queue.submit(List.of(job()));
            queue.start();
            queue.awaitIdle();
            return (RunResult.Finished) watcher.result(job().key());
        }
    }

    /** Kills the worker some signs of life after it started; how many is drawn. */
    private static final class Killer implements QueueListener {

        private final RunFolder run;
        private final Random random;
        private int kills;
        private int signsLeft;

        Killer(RunFolder run, Random random) {
            this.run = run;
            this.random = random;
            signsLeft = 1 + random.nextInt(6);
        }

        @Override
        public void statusChanged(RunStatus status) {
            if (status.state() != RunState.RUNNING || status.device().isEmpty() || kills == KILLS || --signsLeft > 0) {
                return;
            }
            kills++;
            signsLeft = 1 + random.nextInt(6);
            try {
                run.events().stream()
                        .filter(RunEvent.Started.class::isInstance)
                        .map(event -> ((RunEvent.Started) event).pid())
                        .reduce((first, last) -> last)
                        .flatMap(ProcessHandle::of)
                        .ifPresent(ProcessHandle::destroyForcibly);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
