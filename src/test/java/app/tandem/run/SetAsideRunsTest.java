package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are no longer asked for, in a queue over real worker processes whose training is a fake. */
@Timeout(60)
class SetAsideRunsTest {

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));
    private final QueueWatcher watcher = new QueueWatcher();

    @SuppressWarnings("NullAway.Init")
    private RunQueue queue;

    @BeforeEach
    void makeTheQueue() {
        LocalWorkers workers = LocalWorkers.of(
                Collections.nCopies(2, Device.CPU), FakeTraining.class.getName(), folder.resolve("cache"), threads);
        queue = new RunQueue(folder.resolve("runs"), workers, threads, InstantSource.system());
        queue.addListener(watcher);
    }

    @AfterEach
    void closeTheQueue() {
        queue.close();
        threads.shutdown();
    }

    private RunFolder folderOf(Job job) {
        return RunFolder.of(folder.resolve("runs"), job.key());
    }

    private List<RunEvent.Started> starts(Job job) throws IOException {
        return folderOf(job).events().stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(RunEvent.Started.class::cast)
                .toList();
    }

    private RunState stateOf(Job job) {
        return queue.statuses().stream()
                .filter(status -> status.key().equals(job.key()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aRunThatIsSetAsideLeavesItsDeviceAndGoesOnFromItsCheckpointWhenItIsWantedAgain() throws Exception {
        Job unwanted = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        Job waiting = ExampleJobs.behaving(FakeTraining.TRAINS, 1);
        Job wanted = ExampleJobs.behaving(FakeTraining.TRAINS, 2);
        queue.submit(List.of(unwanted, waiting, wanted));
        queue.pause(waiting.key());
        queue.start();
        watcher.awaitStatus(unwanted.key(), status -> status.fraction() > 0.5);

        queue.keepOnly(job -> job.key().equals(wanted.key()));
        queue.awaitIdle();

        assertThat(queue.statuses()).extracting(RunStatus::key).containsExactly(wanted.key());
        assertThat(stateOf(wanted)).isEqualTo(RunState.DONE);
        assertThat(folderOf(unwanted).isAlive()).isFalse();
        assertThat(queue.setAside()).isEqualTo(2);

        queue.keepOnly(job -> true);
        queue.awaitIdle();
        assertThat(queue.statuses())
                .extracting(RunStatus::key)
                .containsExactly(unwanted.key(), waiting.key(), wanted.key());
        assertThat(stateOf(unwanted)).isEqualTo(RunState.DONE);
        assertThat(stateOf(waiting)).as("it was paused by hand").isEqualTo(RunState.PAUSED);
        assertThat(starts(unwanted)).extracting(RunEvent.Started::doneEpochs).containsExactly(0, 1);
        assertThat(queue.setAside()).isZero();
    }

    @Test
    void aRunThatIsWantedAgainWaitsWhileTheQueueIsPaused() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        queue.submit(List.of(job));
        queue.start();
        watcher.awaitStatus(job.key(), status -> status.fraction() > 0.5);
        queue.keepOnly(each -> false);
        queue.awaitIdle();
        queue.pause();

        queue.keepOnly(each -> each.key().equals(job.key()));
        queue.awaitIdle();
        assertThat(stateOf(job)).isEqualTo(RunState.PAUSED);

        queue.resume();
        queue.awaitIdle();
        assertThat(stateOf(job)).isEqualTo(RunState.DONE);
    }
}
