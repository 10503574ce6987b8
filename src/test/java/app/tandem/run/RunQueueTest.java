package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A queue over real worker processes, whose training is a fake. */
@Timeout(60)
class RunQueueTest {

    private static final int SLOTS = 2;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));
    private QueueWatcher watcher;
    private RunQueue queue;

    @BeforeEach
    void makeTheQueue() {
        watcher = new QueueWatcher();
        queue = newQueue(watcher);
    }

    private RunQueue newQueue(QueueWatcher listener) {
        LocalWorkers workers = LocalWorkers.of(
                Collections.nCopies(SLOTS, Device.CPU), FakeTraining.class.getName(), folder.resolve("cache"), threads);
        RunQueue made = new RunQueue(folder.resolve("runs"), workers, threads, InstantSource.system());
        made.addListener(listener);
        return made;
    }

    @AfterEach
    void closeTheQueue() {
        queue.close();
        threads.shutdown();
    }

    private RunFolder folderOf(Job job) {
        return RunFolder.of(folder.resolve("runs"), job.key());
    }

    private RunState stateOf(Job job) {
        return queue.statuses().stream()
                .filter(status -> status.key().equals(job.key()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void allRunsAreTrainedAndTold() throws Exception {
        List<Job> jobs = ExampleJobs.behaving(FakeTraining.TRAINS, 0, 5);
        queue.submit(jobs);
        queue.start();
        queue.awaitIdle();

        assertThat(queue.statuses()).hasSize(5).allSatisfy(status -> {
            assertThat(status.state()).isEqualTo(RunState.DONE);
            assertThat(status.fraction()).isEqualTo(1);
            assertThat(status.device()).isEqualTo("cpu");
        });
        for (Job job : jobs) {
            assertThat(watcher.result(job.key())).isInstanceOf(RunResult.Finished.class);
            assertThat(watcher.epochs(job.key())).containsExactly(1, 2, 3);
            assertThat(folderOf(job).result()).contains(watcher.result(job.key()));
            assertThat(folderOf(job).checkpoint()).doesNotExist();
        }
        assertThat(queue.timeLeft()).hasValueSatisfying(left -> assertThat(left).isZero());
    }

    @Test
    void nothingRunsBeforeTheStart() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.TRAINS, 0);
        queue.submit(List.of(job));
        queue.awaitIdle();

        assertThat(stateOf(job)).isEqualTo(RunState.QUEUED);
        assertThat(folderOf(job).path()).doesNotExist();
    }

    @Test
    void whatIsDoneIsToldAndNotTrainedAgain() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.TRAINS, 0);
        queue.submit(List.of(job));
        queue.start();
        queue.awaitIdle();
        queue.close();
        byte[] events = Files.readAllBytes(folderOf(job).eventsFile());

        QueueWatcher second = new QueueWatcher();
        try (RunQueue again = newQueue(second)) {
            again.submit(List.of(job));
            again.start();
            again.awaitIdle();
        }

        assertThat(second.results()).isEqualTo(watcher.results());
        assertThat(second.epochs(job.key())).containsExactly(1, 2, 3);
        assertThat(Files.readAllBytes(folderOf(job).eventsFile())).isEqualTo(events);
    }

    @Test
    void aResultOfOtherDataIsTrainedAgain() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.TRAINS, 0);
        Job changed = new Job(
                job.tasks(), job.network(), job.setting(), 0, job.datasetCache(), "def", Device.AUTO, 1, job.work());
        queue.start();
        queue.submit(List.of(job));
        queue.awaitIdle();
        queue.submit(List.of(changed));
        queue.awaitIdle();

        assertThat(((RunResult.Finished) watcher.result(job.key())).provenance().dataHash())
                .isEqualTo("def");
    }

    @Test
    void aPauseAfterTheEpochWaitsForItAndLosesNothing() throws Exception {
        List<Job> jobs = ExampleJobs.behaving(FakeTraining.STEPS_ON_A_SIGN, 0, SLOTS + 1);
        Job first = jobs.get(0);
        Job last = jobs.get(SLOTS);
        queue.submit(jobs);
        queue.start();
        for (Job job : jobs.subList(0, SLOTS)) {
            watcher.awaitStatus(job.key(), status -> status.fraction() > 0);
        }
        queue.pauseAfterEpoch();
        assertThat(queue.isActive()).isFalse();
        assertThat(stateOf(first)).isEqualTo(RunState.RUNNING);

        for (Job job : jobs.subList(0, SLOTS)) {
            give(job, 1);
        }
        queue.awaitIdle();

        assertThat(stateOf(first)).isEqualTo(RunState.PAUSED);
        assertThat(stateOf(last)).isEqualTo(RunState.QUEUED);
        assertThat(watcher.epochs(first.key())).containsExactly(1);
        for (Job job : jobs) {
            give(job, 1, 2, 3);
        }
        queue.resume();
        queue.awaitIdle();
        assertThat(watcher.epochs(first.key())).containsExactly(1, 2, 3);
        assertThat(jobs).allSatisfy(job -> assertThat(stateOf(job)).isEqualTo(RunState.DONE));
    }

    @Test
    void oneRunPausesAfterItsEpochWhileTheOthersGoOn() throws Exception {
        List<Job> jobs = ExampleJobs.behaving(FakeTraining.STEPS_ON_A_SIGN, 0, SLOTS + 1);
        Job paused = jobs.get(0);
        Job waiting = jobs.get(SLOTS);
        queue.submit(jobs);
        queue.start();
        watcher.awaitStatus(paused.key(), status -> status.fraction() > 0);
        queue.pauseAfterEpoch(paused.key());
        queue.pauseAfterEpoch(waiting.key());
        give(paused, 1);
        give(jobs.get(1), 1, 2, 3);
        queue.awaitIdle();

        assertThat(stateOf(paused)).isEqualTo(RunState.PAUSED);
        assertThat(stateOf(jobs.get(1))).isEqualTo(RunState.DONE);
        assertThat(stateOf(waiting)).isEqualTo(RunState.PAUSED);
        assertThat(watcher.epochs(paused.key())).containsExactly(1);
        give(paused, 2, 3);
        give(waiting, 1, 2, 3);
        queue.resume();
        queue.awaitIdle();
        assertThat(stateOf(paused)).isEqualTo(RunState.PAUSED);
        queue.resume(paused.key());
        queue.awaitIdle();
        assertThat(stateOf(paused)).isEqualTo(RunState.DONE);
        assertThat(watcher.epochs(paused.key())).containsExactly(1, 2, 3);
    }

    /** Lets a run end these epochs. */
    private void give(Job job, int... epochs) throws IOException {
        Path signs = Files.createDirectories(FakeTraining.signs(folderOf(job).path()));
        for (int epoch : epochs) {
            Files.write(signs.resolve("epoch-" + epoch), new byte[0]);
        }
    }

    @Test
    void aKilledWorkerIsStartedAgainFromItsCheckpoint() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        queue.submit(List.of(job));
        queue.start();
        watcher.awaitStatus(job.key(), status -> status.fraction() > 0.5);

        kill(job);
        queue.awaitIdle();

        assertThat(stateOf(job)).isEqualTo(RunState.DONE);
        assertThat(watcher.epochs(job.key())).containsExactly(1, 2, 3);
        assertThat(starts(job)).extracting(RunEvent.Started::doneEpochs).containsExactly(0, 1);
    }

    @Test
    void aWorkerThatNeverGetsFurtherIsGivenUp() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.CRASHES, 0);
        queue.submit(List.of(job));
        queue.start();
        queue.awaitIdle();

        assertThat(watcher.result(job.key())).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(RunResult.Failure.CRASHED);
            assertThat(failed.reason()).contains("exit code 42").contains("5 times");
        });
        assertThat(starts(job)).hasSize(QueueWork.STARTS_WITHOUT_PROGRESS);
    }

    @Test
    void threeFailuresAlikeStopTheQueue() throws Exception {
        List<Job> failing = ExampleJobs.behaving(FakeTraining.FAILS, 0, 6);
        queue.submit(failing);
        queue.start();
        queue.awaitIdle();

        assertThat(watcher.halts())
                .singleElement()
                .asString()
                .contains("3 runs in a row failed alike")
                .contains("Bring it back");
        assertThat(watcher.results().size()).isBetween(TripWire.ALIKE, TripWire.ALIKE + SLOTS);
        assertThat(queue.isActive()).isFalse();
        assertThat(queue.haltReason()).isEqualTo(Optional.of(watcher.halts().get(0)));
        assertThat(stateOf(failing.get(5))).isEqualTo(RunState.QUEUED);
    }

    @Test
    void anErrorOfTandemItselfStopsTheQueueAndIsTold() throws Exception {
        queue.addListener(new QueueListener() {
            @Override
            public void runEnded(RunKey key, RunResult result) {
                throw new NoClassDefFoundError("app/tandem/Gone");
            }
        });
        List<Job> jobs = ExampleJobs.behaving(FakeTraining.TRAINS, 0, 6);
        queue.submit(jobs);
        queue.start();
        queue.awaitIdle();

        assertThat(watcher.halts()).singleElement().asString().contains("Tandem itself broke", "app/tandem/Gone");
        assertThat(queue.isActive()).isFalse();
        assertThat(stateOf(jobs.get(5))).isEqualTo(RunState.QUEUED);
    }

    @Test
    void everyKindOfEndIsTold() throws Exception {
        List<Job> jobs = List.of(
                ExampleJobs.behaving(FakeTraining.FAULTS, 0),
                ExampleJobs.behaving(FakeTraining.RUNS_OUT_OF_MEMORY, 0),
                ExampleJobs.behaving(FakeTraining.DIVERGES, 0));
        queue.submit(jobs);
        queue.start();
        queue.awaitIdle();

        assertThat(((RunResult.Failed) watcher.result(jobs.get(0).key())).failure())
                .isEqualTo(RunResult.Failure.INTERNAL);
        assertThat(((RunResult.Failed) watcher.result(jobs.get(1).key())).failure())
                .isEqualTo(RunResult.Failure.OUT_OF_MEMORY);
        assertThat(stateOf(jobs.get(2))).isEqualTo(RunState.DIVERGED);
        assertThat(((RunResult.Diverged) watcher.result(jobs.get(2).key())).step())
                .isEqualTo(7);
    }

    @Test
    void aPausedQueueHoldsNoDeviceAndGoesOnFromItsCheckpoints() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        queue.submit(List.of(job));
        queue.start();
        watcher.awaitStatus(job.key(), status -> status.fraction() > 0.5);
        queue.pause();
        queue.awaitIdle();

        assertThat(stateOf(job)).isEqualTo(RunState.PAUSED);
        assertThat(folderOf(job).isAlive()).isFalse();

        queue.resume();
        queue.awaitIdle();
        assertThat(stateOf(job)).isEqualTo(RunState.DONE);
        assertThat(watcher.epochs(job.key())).containsExactly(1, 2, 3);
    }

    @Test
    void oneRunCanBePausedWhileOthersGoOn() throws Exception {
        Job paused = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        Job other = ExampleJobs.behaving(FakeTraining.TRAINS, 1);
        queue.submit(List.of(paused, other));
        queue.start();
        watcher.awaitStatus(paused.key(), status -> status.fraction() > 0.5);
        queue.pause(paused.key());
        queue.awaitIdle();

        assertThat(stateOf(paused)).isEqualTo(RunState.PAUSED);
        assertThat(stateOf(other)).isEqualTo(RunState.DONE);

        queue.resume(paused.key());
        queue.awaitIdle();
        assertThat(stateOf(paused)).isEqualTo(RunState.DONE);
    }

    @Test
    void aCancelledRunIsTakenOutAndCanBeBroughtBack() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        queue.submit(List.of(job));
        queue.start();
        watcher.awaitStatus(job.key(), status -> status.fraction() > 0.5);
        queue.cancel(job.key());
        queue.awaitIdle();
        assertThat(stateOf(job)).isEqualTo(RunState.CANCELLED);

        queue.retryFailed();
        queue.awaitIdle();
        assertThat(stateOf(job)).as("it did not fail").isEqualTo(RunState.CANCELLED);

        queue.resume(job.key());
        queue.awaitIdle();
        assertThat(stateOf(job)).isEqualTo(RunState.DONE);
        assertThat(starts(job)).extracting(RunEvent.Started::doneEpochs).containsExactly(0, 1);
    }

    @Test
    void runsStartInTheOrderOfTheQueue() throws Exception {
        List<Job> jobs = ExampleJobs.behaving(FakeTraining.TRAINS, 0, 4);
        queue.submit(jobs);
        queue.arrange(RunOrder.of(List.of(jobs.get(3).key())));

        assertThat(queue.statuses()).extracting(status -> status.key().seed()).containsExactly(3, 0, 1, 2);
        queue.start();
        watcher.awaitStatus(jobs.get(3).key(), status -> status.state() == RunState.RUNNING);
        queue.awaitIdle();
        assertThat(watcher.results()).hasSize(4);
    }

    @Test
    void aRunForADeviceThatIsNotThereFails() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.TRAINS, 0).withDevice(Device.cuda(3));
        queue.submit(List.of(job));
        queue.start();
        queue.awaitIdle();

        assertThat(((RunResult.Failed) watcher.result(job.key())).reason()).contains("cuda:3");
    }

    @Test
    void aWorkerOfSomeoneElseIsFollowedAndNotDoubled() throws Exception {
        Job job = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        queue.submit(List.of(job));
        queue.start();
        watcher.awaitStatus(job.key(), status -> status.fraction() > 0.5);

        QueueWatcher second = new QueueWatcher();
        try (RunQueue other = newQueue(second)) {
            other.submit(List.of(job));
            other.start();
            second.awaitStatus(job.key(), status -> status.state() == RunState.RUNNING);
            queue.pause();
            other.awaitIdle();
        }

        assertThat(second.result(job.key())).isInstanceOf(RunResult.Finished.class);
        assertThat(starts(job)).extracting(RunEvent.Started::doneEpochs).containsExactly(0, 1);
    }

    private List<RunEvent.Started> starts(Job job) throws IOException {
        return folderOf(job).events().stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(RunEvent.Started.class::cast)
                .toList();
    }

    private void kill(Job job) throws IOException {
        List<RunEvent.Started> starts = starts(job);
        ProcessHandle.of(starts.get(starts.size() - 1).pid()).orElseThrow().destroyForcibly();
    }
}
