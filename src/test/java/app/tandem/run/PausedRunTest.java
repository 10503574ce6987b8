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
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pauses real workers of the real trainer: no process is left on the device, and the result is the same to the last bit. */
@Timeout(240)
class PausedRunTest {

    private static final int IMAGES = 240;
    private static final int EPOCHS = 4;

    @TempDir
    static Path folder;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(DaemonThreads.named("test"));
    private static Job job;
    private static Ended undisturbed;

    /** How a run ended, and the losses of each of its epochs. */
    private record Ended(RunResult.Finished result, SortedMap<Integer, EpochLosses> epochs) {}

    @BeforeAll
    static void trainUndisturbed() throws Exception {
        new RoomsGenerator(5, 32).write(folder.resolve("rooms"), IMAGES, Progress.NONE);
        List<Task> tasks =
                List.of(Samples.rooms().tasks().get(1), Samples.rooms().tasks().get(2));
        DatasetCache cache = DatasetCache.prepare(
                new DatasetReference(
                        DatasetReference.TASKONOMY, folder.resolve("rooms").toString()),
                tasks,
                32,
                folder.resolve("cache"),
                Progress.NONE);
        Schedule schedule = new Schedule(EPOCHS, 16, 0.05, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 5);
        Setting setting = new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule);
        Network network = Network.of(TaskSet.all(2), EncoderSize.HALF);
        job = new Job(tasks, network, setting, 7, cache.file(), cache.hash(), Device.CPU, 1, Job.Work.UNKNOWN);
        undisturbed = train(folder.resolve("undisturbed"), queue -> {});
    }

    @AfterAll
    static void endThreads() {
        THREADS.shutdown();
    }

    @Test
    void aRunThatIsPausedAgainAndAgainEndsWithTheSameLossesToTheBit() throws Exception {
        assertThatPausesChangeNothing(folder.resolve("paused"), RunQueue::pause);
    }

    @Test
    void aRunThatIsPausedAfterItsEpochsEndsWithTheSameLossesToTheBit() throws Exception {
        assertThatPausesChangeNothing(folder.resolve("after-epochs"), RunQueue::pauseAfterEpoch);
    }

    private static void assertThatPausesChangeNothing(Path runs, Consumer<RunQueue> pause) throws Exception {
        Ended paused = train(runs, pause);

        RunFolder run = RunFolder.of(runs, job.key());
        assertThat(starts(run)).as("it was started anew after each pause").hasSizeGreaterThan(1);
        assertThat(paused.result().losses()).isEqualTo(undisturbed.result().losses());
        assertThat(paused.result().reportedEpoch())
                .isEqualTo(undisturbed.result().reportedEpoch());
        assertThat(paused.epochs()).isEqualTo(undisturbed.epochs());
    }

    /** Trains to the end, and pauses the queue each time that the first or second epoch's end is told. */
    private static Ended train(Path runs, Consumer<RunQueue> pause) throws Exception {
        LocalWorkers workers =
                LocalWorkers.of(List.of(Device.CPU), WorkerMain.class.getName(), CacheFolder.ofThisProcess(), THREADS);
        QueueWatcher watcher = new QueueWatcher();
        Epochs epochs = new Epochs();
        try (RunQueue queue = new RunQueue(runs, workers, THREADS, InstantSource.system())) {
            queue.addListener(watcher);
            queue.addListener(epochs);
            epochs.atEndOf = () -> pause.accept(queue);
            queue.submit(List.of(job));
            queue.start();
            queue.awaitIdle();
            for (int starts = 1; !queue.statuses().get(0).state().isFinal(); starts++) {
                assertThat(starts).as("it gets further with each start").isLessThanOrEqualTo(EPOCHS + 1);
                assertThatTheDeviceIsFree(RunFolder.of(runs, job.key()), queue);
                queue.resume();
                queue.awaitIdle();
            }
            return new Ended((RunResult.Finished) watcher.result(job.key()), epochs.losses);
        }
    }

    private static void assertThatTheDeviceIsFree(RunFolder run, RunQueue queue) throws IOException {
        assertThat(queue.statuses().get(0).state()).isEqualTo(RunState.PAUSED);
        assertThat(run.isAlive()).isFalse();
        assertThat(starts(run))
                .allSatisfy(start -> assertThat(ProcessHandle.of(start.pid()).filter(ProcessHandle::isAlive))
                        .as("a paused worker's process, which alone holds the device")
                        .isEmpty());
    }

    private static List<RunEvent.Started> starts(RunFolder run) throws IOException {
        return run.events().stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(RunEvent.Started.class::cast)
                .toList();
    }

    /** Keeps the losses of each epoch, and acts at the end of the first two. */
    private static final class Epochs implements QueueListener {

        private final SortedMap<Integer, EpochLosses> losses = new TreeMap<>();
        private Runnable atEndOf = () -> {};

        @Override
        public void epochFinished(RunKey key, EpochLosses epoch) {
            losses.put(epoch.epoch(), epoch);
            if (epoch.epoch() <= 2) {
                atEndOf.run();
            }
        }
    }
}
