package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.tandem.study.UserException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The number of workers is changed while a queue is at work, over real worker processes whose training is a fake. */
@Timeout(60)
class ChosenWorkersTest {

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));
    private final QueueWatcher watcher = new QueueWatcher();

    @SuppressWarnings("NullAway.Init")
    private LocalWorkers workers;

    @SuppressWarnings("NullAway.Init")
    private RunQueue queue;

    @BeforeEach
    void makeTheQueue() {
        workers = LocalWorkers.of(List.of(Device.CPU), FakeTraining.class.getName(), folder.resolve("cache"), threads);
        queue = new RunQueue(folder.resolve("runs"), workers, threads, InstantSource.system());
        queue.addListener(watcher);
    }

    @AfterEach
    void closeTheQueue() {
        queue.close();
        threads.shutdown();
    }

    private RunState stateOf(Job job) {
        return queue.statuses().stream()
                .filter(status -> status.key().equals(job.key()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void furtherWorkersBeginAtOnceAndFewerLetTheOthersEndFirst() throws Exception {
        assumeThat(workers.cores()).isGreaterThanOrEqualTo(2);
        Job first = ExampleJobs.behaving(FakeTraining.WAITS, 0);
        Job second = ExampleJobs.behaving(FakeTraining.WAITS, 1);
        Job third = ExampleJobs.behaving(FakeTraining.TRAINS, 2);
        queue.submit(List.of(first, second, third));
        queue.start();
        watcher.awaitStatus(first.key(), status -> status.fraction() > 0.5);
        assertThat(stateOf(second)).isEqualTo(RunState.WAITING_FOR_DEVICE);

        workers.choose(new WorkerChoice(Device.CPU, 2));
        watcher.awaitStatus(second.key(), status -> status.fraction() > 0.5);
        assertThat(stateOf(first)).isEqualTo(RunState.RUNNING);

        workers.choose(new WorkerChoice(Device.CPU, 1));
        queue.pause(first.key());
        watcher.awaitStatus(first.key(), status -> status.state() == RunState.PAUSED);
        assertThat(stateOf(second)).isEqualTo(RunState.RUNNING);
        assertThat(stateOf(third)).as("one at a time").isEqualTo(RunState.WAITING_FOR_DEVICE);

        queue.pause(second.key());
        queue.awaitIdle();
        assertThat(stateOf(third)).isEqualTo(RunState.DONE);
    }

    @Test
    void whatThisMachineDoesNotHaveIsRefusedAndChangesNothing() {
        workers.choose(new WorkerChoice(Device.CPU, 1));
        assertThatThrownBy(() -> workers.choose(new WorkerChoice(Device.CPU, workers.cores() + 1)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("takes a core");
        assertThatThrownBy(() -> workers.choose(WorkerChoice.of(Device.cuda(99))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cuda:99");
        assertThat(workers.choice()).isEqualTo(new WorkerChoice(Device.CPU, 1));
        assertThat(workers.slots()).containsExactly(Device.CPU);
    }

    @Test
    void aNumberOfWorkersIsAWholeNumberFromOneOn() {
        assertThat(WorkerChoice.parseWorkers(" 2 ")).isEqualTo(2);
        assertThat(WorkerChoice.parseWorkers("")).isEqualTo(WorkerChoice.AS_MANY_AS_FIT);
        for (String wrong : List.of("0", "-1", "two", "1.5", "10000000")) {
            assertThatThrownBy(() -> WorkerChoice.parseWorkers(wrong)).isInstanceOf(UserException.class);
        }
    }
}
