package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The time that a queue still takes. */
class TimeLeftTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final long STEPS = 30;

    private static QueuedRun waiting(int seed) {
        Job job = ExampleJobs.behaving("quick", seed);
        return new QueuedRun(job, RunFolder.of(Path.of("/nowhere/runs"), job.key()));
    }

    /** A run that took ten steps of a second each in an earlier session, and now goes on from its first epoch at once. */
    private static QueuedRun goingOn() {
        QueuedRun run = waiting(0);
        run.state = RunState.RUNNING;
        run.progress.launched(NOW);
        started(run, NOW.minus(Duration.ofHours(1)), 0);
        run.progress.apply(new RunEvent.Stepped(NOW.minus(Duration.ofMinutes(59)), 10, 16, WorkerLoad.NONE));
        started(run, NOW.plusSeconds(3), 1);
        run.progress.apply(new RunEvent.Stepped(NOW.plusSeconds(13), 20, 16, WorkerLoad.NONE));
        return run;
    }

    private static void started(QueuedRun run, Instant at, int epochs) {
        run.progress.apply(new RunEvent.Started(at, 1, "cpu", epochs, STEPS, 1000));
    }

    @Test
    void nothingIsSaidBeforeAnythingWasMeasured() {
        List<QueuedRun> runs = List.of(waiting(0), waiting(1));
        assertThat(new TimeLeft(runs).ofAll(runs, 2)).isEmpty();
    }

    /** A worker takes 3 s to start and a second a step; of the run that goes on, a third is left. */
    @Test
    void aRunThatGoesOnSaysHowLongAWorkerTakesToStartThisTime() {
        QueuedRun first = goingOn();
        List<QueuedRun> runs = List.of(first, waiting(1), waiting(2));
        TimeLeft left = new TimeLeft(runs);
        assertThat(left.of(first)).isEqualTo(Optional.of(Duration.ofSeconds(10)));
        assertThat(left.of(runs.get(1))).isEqualTo(Optional.of(Duration.ofSeconds(33)));
        assertThat(left.ofAll(runs, 1)).isEqualTo(Optional.of(Duration.ofSeconds(76)));
        assertThat(left.ofAll(runs, 2)).isEqualTo(Optional.of(Duration.ofSeconds(38)));
    }
}
