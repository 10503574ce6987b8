package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real worker processes that stand still, under a clock that the test moves. */
@Timeout(60)
class HungWorkerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONG_ENOUGH = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T00:00:00Z"));
    private final QueueWatcher watcher = new QueueWatcher();

    @SuppressWarnings("NullAway.Init")
    private RunQueue queue;

    @BeforeEach
    void makeTheQueue() {
        queue = newQueue(watcher);
    }

    private RunQueue newQueue(QueueWatcher listener) {
        LocalWorkers workers =
                LocalWorkers.of(List.of(Device.CPU), FakeTraining.class.getName(), folder.resolve("cache"), threads);
        RunQueue made = new RunQueue(folder.resolve("runs"), workers, threads, now::get);
        made.addListener(listener);
        return made;
    }

    @AfterEach
    void closeTheQueue() {
        queue.close();
        threads.shutdown();
    }

    @Test
    void aHungWorkerIsEndedAndItsRunGoesOnFromItsCheckpoint() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.HANGS, 0);
        queue.submit(List.of(job));
        queue.start();
        awaitCheckpoint(job);

        pass(queue, LONG_ENOUGH, MINUTE);
        queue.awaitIdle();

        assertThat(watcher.result(job.key())).isInstanceOf(RunResult.Finished.class);
        assertThat(starts(job)).extracting(RunEvent.Started::doneEpochs).containsExactly(0, 1);
    }

    @Test
    void aWorkerThatHangsAgainAndAgainIsGivenUpWithTheReason() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.NEVER_STARTS, 0);
        queue.submit(List.of(job));
        queue.start();
        for (int start = 1; start <= QueueWork.STARTS_WITHOUT_PROGRESS; start++) {
            int wanted = start;
            watcher.awaitStatus(
                    job.key(),
                    status -> status.state() == RunState.RUNNING && starts(job).size() == wanted);
            pass(queue, LONG_ENOUGH, MINUTE);
        }
        queue.awaitIdle();

        assertThat(watcher.result(job.key())).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(RunResult.Failure.CRASHED);
            assertThat(failed.reason()).contains("stood still for", "minutes", "5 times", "is safe");
        });
    }

    @Test
    void neitherALongEpochNorAMachinesSleepIsTakenForAHang() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        queue.submit(List.of(job));
        queue.start();
        watcher.awaitStatus(job.key(), status -> status.fraction() > 0.5);

        for (int look = 0; look < LONG_ENOUGH; look++) {
            awaitMore(job);
            pass(queue, 1, MINUTE);
        }
        pass(queue, 1, Duration.ofHours(8));
        queue.pause();
        queue.awaitIdle();

        assertThat(starts(job)).hasSize(1);
        assertThat(queue.statuses()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(RunState.PAUSED);
            assertThat(status.reason()).isEmpty();
        });
    }

    @Test
    void aHungWorkerOfSomeoneElseIsEndedToo() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.HANGS, 0);
        queue.submit(List.of(job));
        queue.start();
        awaitCheckpoint(job);
        queue.pause();

        QueueWatcher second = new QueueWatcher();
        try (RunQueue other = newQueue(second)) {
            other.submit(List.of(job));
            other.start();
            second.awaitStatus(job.key(), status -> status.state() == RunState.RUNNING);
            pass(other, LONG_ENOUGH, MINUTE);
            other.awaitIdle();
        }

        assertThat(second.result(job.key())).isInstanceOf(RunResult.Finished.class);
        assertThat(starts(job)).extracting(RunEvent.Started::doneEpochs).containsExactly(0, 1);
    }

    /** Lets time pass for the queue, with a look at its workers after each span. */
    private void pass(RunQueue looking, int times, Duration span) {
        for (int look = 0; look < times; look++) {
            now.updateAndGet(before -> before.plus(span));
            looking.endHungWorkers();
        }
    }

    /** The last that is heard of a worker before it stands still. */
    private void awaitCheckpoint(Job job) throws InterruptedException {
        watcher.awaitStatus(
                job.key(), status -> events(job).stream().anyMatch(RunEvent.Checkpointed.class::isInstance));
    }

    private void awaitMore(Job job) throws InterruptedException {
        int seen = events(job).size();
        watcher.awaitStatus(job.key(), status -> events(job).size() > seen);
    }

    private List<RunEvent.Started> starts(Job job) {
        return events(job).stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(RunEvent.Started.class::cast)
                .toList();
    }

    private List<RunEvent> events(Job job) {
        try {
            return RunFolder.of(folder.resolve("runs"), job.key()).events();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
