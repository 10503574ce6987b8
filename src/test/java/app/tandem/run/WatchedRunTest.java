package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that somebody else trains, read from its folder. */
class WatchedRunTest {

    private static final int STEPS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Job job = ExampleJobs.behaving("ordinary", 1);

    @SuppressWarnings("NullAway.Init")
    private RunFolder run;

    @BeforeEach
    void prepare() throws Exception {
        run = RunFolder.of(folder, job.key());
        run.prepare(job);
    }

    private void write(RunEvent... events) throws Exception {
        try (EventLog log = new EventLog(run.eventsFile(), () -> {})) {
            for (RunEvent event : events) {
                log.append(event);
            }
        }
    }

    private static RunEvent.Started started(Instant at) {
        return new RunEvent.Started(at, ProcessHandle.current().pid(), "cpu", 0, STEPS, 1000);
    }

    @Test
    void aRunWithALivingWorkerIsSeenToRun() throws Exception {
        assertThat(WatchedRun.of(run, job.key())).as("not begun").isEmpty();
        write(started(Instant.now()), new RunEvent.Stepped(Instant.now(), 15, 80, WorkerLoad.NONE));
        assertThat(WatchedRun.of(run, job.key())).hasValueSatisfying(status -> {
            assertThat(status.state()).isEqualTo(RunState.RUNNING);
            assertThat(status.fraction()).isEqualTo(0.5);
            assertThat(status.imagesPerSecond()).isEqualTo(80);
        });
    }

    @Test
    void aRunWhoseWorkerEndedOrWasKilledIsNot() throws Exception {
        write(started(Instant.now()), new RunEvent.Ended(Instant.now(), "stopped"));
        assertThat(WatchedRun.of(run, job.key())).isEmpty();
    }

    @Test
    void anotherProcessWithTheIdOfADeadWorkerIsNotTakenForIt() throws Exception {
        write(started(Instant.EPOCH));
        assertThat(WatchedRun.of(run, job.key())).isEmpty();
    }
}
