package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.Measure;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void aJobComesBackAsItWasWritten() throws IOException {
        Job job = ExampleJobs.behaving("small", 3).withDevice(Device.cuda(1));
        RunFolder run = new RunFolder(folder.resolve("run"));
        run.prepare(job);

        assertThat(run.job()).isEqualTo(job);
    }

    @Test
    void everyResultComesBackAsItWasWritten() throws IOException {
        Provenance provenance = new Provenance(
                1, "data", "design", Map.of("java", "17"), "cpu", 1, Duration.ofMillis(1234), 27_000_000L, 217.25);
        RunFolder run = new RunFolder(folder);
        for (RunResult result : List.of(
                new RunResult.Finished(
                        2,
                        Map.of(Measure.EARLY, Map.of("depth", 0.1 + 0.2), Measure.TEST, Map.of("depth", 1e-300)),
                        provenance),
                new RunResult.Diverged(17, List.of("Lower ‘it’", "Clip"), provenance),
                new RunResult.Failed(RunResult.Failure.OUT_OF_MEMORY, "The heap\nis full"))) {
            run.writeResult(result);
            assertThat(run.result()).contains(result);
        }
    }

    @Test
    void everyEventComesBackAsItWasAppended() throws IOException {
        List<RunEvent> events = List.of(
                new RunEvent.Started(NOW, 42, "cpu", 1, 300, 27_000_000),
                new RunEvent.Stepped(NOW, 101, 217.5, new WorkerLoad(1L << 31, 0.98, 3L << 30)),
                new RunEvent.AffinitiesMeasured(NOW, affinities()),
                new RunEvent.EpochEnded(NOW, new EpochLosses(2, Map.of("a", 0.1), Map.of("a", 1.0 / 3))),
                new RunEvent.Checkpointed(NOW, 2),
                new RunEvent.Ended(NOW, "finished"));
        RunFolder run = new RunFolder(folder);
        try (EventLog log = new EventLog(run.eventsFile(), () -> {})) {
            for (RunEvent event : events) {
                log.append(event);
            }
        }

        assertThat(run.events()).isEqualTo(events);
    }

    @Test
    void aTornLastLineIsLeftAloneAndThenReplaced() throws IOException {
        RunFolder run = new RunFolder(folder);
        RunEvent first = new RunEvent.Checkpointed(NOW, 1);
        RunEvent second = new RunEvent.Checkpointed(NOW, 2);
        try (EventLog log = new EventLog(run.eventsFile(), () -> {})) {
            log.append(first);
        }
        Files.writeString(run.eventsFile(), "{\"at\":\"2026-11", StandardOpenOption.APPEND);
        EventTail tail = new EventTail(run.eventsFile());
        assertThat(tail.next()).containsExactly(first);

        try (EventLog log = new EventLog(run.eventsFile(), () -> {})) {
            log.append(second);
        }

        assertThat(tail.next()).containsExactly(second);
        assertThat(run.events()).containsExactly(first, second);
    }

    @Test
    void aLineThatIsNoEventIsPassedOver() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.write(run.eventsFile(), "garbage\n\n{}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(run.events()).isEmpty();
    }

    @Test
    void theCheckpointOfAnotherDesignIsRemoved() throws IOException {
        RunFolder run = new RunFolder(folder.resolve("run"));
        Job job = ExampleJobs.behaving("small", 0);
        run.prepare(job);
        Files.writeString(run.checkpoint(), "precious");
        run.prepare(job.withWork(new Job.Work(5, 5)));
        assertThat(run.checkpoint()).exists();

        Job heavier = new Job(
                List.of(job.tasks().get(0), job.tasks().get(1).withWeight(3)),
                job.network(),
                job.setting(),
                0,
                job.datasetCache(),
                job.dataHash(),
                Device.AUTO,
                1,
                job.work());
        run.prepare(heavier);
        assertThat(run.checkpoint()).doesNotExist();
    }

    @Test
    void folderNamesAreSafeAndDiffer() {
        RunKey key = new RunKey("depth+normal@1/2", "Kleines Netz: ä/../..", 3);
        assertThat(key.folderName()).matches("[a-z0-9_+@.-]+").contains("depth+normal@1-2");
        assertThat(new RunKey("DEPTH@1", "s", 0).folderName())
                .isNotEqualToIgnoringCase(new RunKey("depth@1", "s", 0).folderName());
        assertThat(new RunKey("a+".repeat(200) + "b@1", "s", 0).folderName()).hasSizeLessThan(120);
    }

    @Test
    void trainingTimeCountsNoTimeBetweenWorkers() {
        List<RunEvent> events = List.of(
                new RunEvent.Started(NOW, 1, "cpu", 0, 10, 1),
                new RunEvent.Checkpointed(NOW.plusSeconds(10), 1),
                new RunEvent.Started(NOW.plusSeconds(1000), 2, "cpu", 1, 10, 1));

        assertThat(TrainingTime.of(events, NOW.plusSeconds(1005))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void theTimeOfAStepFollowsTheMultiplyAdds() {
        Pace pace =
                Pace.of(List.of(new Pace.Sample(10, 20, 10), new Pace.Sample(30, 40, 10), new Pace.Sample(0, 0, 0)));

        assertThat(pace.secondsOf(10, 20)).isCloseTo(30, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(Pace.of(List.of()).isKnown()).isFalse();
        assertThat(Pace.of(List.of(new Pace.Sample(10, 20, 10))).secondsOf(1, 10))
                .isCloseTo(2, org.assertj.core.data.Offset.offset(1e-9));
    }

    private static JointAffinities affinities() {
        List<AffinityMatrix> matrices = Stream.of("tag", "cs", "etap")
                .map(id -> new AffinityMatrix(
                        id, List.of("seg", "depth"), new double[][] {{0.25, Double.NaN}, {-1.0 / 3, 1e-9}}))
                .toList();
        return new JointAffinities(7, matrices.get(0), matrices.get(1), matrices.get(2));
    }
}
