package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.loss.Measure;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run in format 1, kept in the repository, must be read as what they were for ever. */
class RunFormatTest {

    private static final String GOLDEN = "format-1/";
    private static final List<String> RESULTS = List.of("finished", "diverged", "failed");
    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00.123Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunFolder run;

    @BeforeEach
    void nameTheRun() {
        run = new RunFolder(folder);
    }

    @Test
    void aJobOfFormat1IsReadAsItWasWritten() throws IOException {
        copy("job.json", run.jobFile());

        assertThat(run.job()).isEqualTo(job());
    }

    @Test
    void everyEventOfFormat1IsReadAsItWasAppended() throws IOException {
        copy("events.jsonl", run.eventsFile());

        assertThat(run.events()).isEqualTo(events());
    }

    @Test
    void everyResultOfFormat1IsReadAsItWasWritten() throws IOException {
        for (int i = 0; i < RESULTS.size(); i++) {
            copy(RESULTS.get(i) + ".json", run.resultFile());

            assertThat(run.result()).contains(results().get(i));
        }
    }

    /** A change that older files do not have needs a new version, and a new golden folder. */
    @Test
    void format1IsStillWhatIsWritten() throws IOException {
        write(folder);

        for (String name : List.of("job.json", "events.jsonl", "finished.json", "diverged.json", "failed.json")) {
            copy(name, folder.resolve("golden"));
            assertThat(folder.resolve(name)).hasSameTextualContentAs(folder.resolve("golden"));
        }
    }

    /** Results belong to a design, and folders to runs, by these: other ones would orphan all that was trained. */
    @Test
    void hashesAndFolderNamesStayWhatTheyWere() {
        assertThat(job().designHash()).isEqualTo("dfdc0798778ca7f522495d713c21098703397f4c517b0562b03bc29415f701b9");
        assertThat(job().key().folderName()).isEqualTo("seg+depth+pose@1-2_little______7-17be84f6b3");
    }

    /** Made the kept files; run it on the test class path with the folder {@code format-1} of the test resources. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
        System.out.println(job().designHash());
        System.out.println(job().key().folderName());
    }

    private static void write(Path target) throws IOException {
        Files.write(target.resolve("job.json"), JobJson.write(job()));
        Files.deleteIfExists(target.resolve("events.jsonl"));
        try (EventLog log = new EventLog(target.resolve("events.jsonl"), () -> {})) {
            for (RunEvent event : events()) {
                log.append(event);
            }
        }
        for (int i = 0; i < RESULTS.size(); i++) {
            Files.write(
                    target.resolve(RESULTS.get(i) + ".json"),
                    ResultJson.write(results().get(i)));
        }
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream golden = RunFormatTest.class.getResourceAsStream(GOLDEN + name)) {
            assertThat(golden).as(name).isNotNull();
            Files.write(target, golden.readAllBytes());
        }
    }

    private static Job job() {
        List<Task> tasks = List.of(
                new Task("seg", "seg", new TaskKind.Segmentation(17, 0), LossFunction.CROSS_ENTROPY, 1, true),
                new Task("depth", "depth", new TaskKind.RegressionMap(1), LossFunction.L1, 0.1, true),
                new Task("normal", "normal", new TaskKind.NormalMap(), LossFunction.L1, 2, true),
                new Task("room", "room", new TaskKind.Classification(5), LossFunction.CROSS_ENTROPY, 1, true),
                new Task("pose", "pose", new TaskKind.Regression(6), LossFunction.SQUARED_ERROR, 1, false));
        Schedule schedule = new Schedule(4, 16, 0.05, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, Double.POSITIVE_INFINITY);
        return new Job(
                tasks,
                Network.of(TaskSet.of(0, 1, 4), EncoderSize.HALF),
                new Setting("little ‘깊이’", EncoderDepth.STANDARD, Fraction.of(1, 20), 64, schedule),
                7,
                Path.of("/cache/of/images.decoded"),
                "0123abcd",
                Device.cuda(1),
                2,
                new Job.Work(27_000_000_000L, 1600));
    }

    private static List<RunEvent> events() {
        return List.of(
                new RunEvent.Started(NOW, 42, "cuda:1", 1, 300, 27_000_000_000L),
                new RunEvent.Stepped(NOW, 101, 217.5, new WorkerLoad(1L << 31, 0, 0)),
                new RunEvent.EpochEnded(NOW, new EpochLosses(2, Map.of("depth", 0.1), Map.of("depth", 1.0 / 3))),
                new RunEvent.Checkpointed(NOW, 2),
                new RunEvent.Ended(NOW, "finished"));
    }

    private static List<RunResult> results() {
        Provenance provenance = new Provenance(
                7,
                "0123abcd",
                "4567cdef",
                Map.of("java", "17.0.1", "tandem", "0.1.0"),
                "cuda:1",
                2,
                Duration.ofMillis(1234),
                27_000_000_000L,
                217.25);
        Map<Measure, Map<String, Double>> losses = Map.of(
                Measure.EARLY,
                Map.of("depth", 0.1 + 0.2),
                Measure.VALIDATION,
                Map.of("depth", 1e-300),
                Measure.TEST,
                Map.of("depth", 0.5));
        return List.of(
                new RunResult.Finished(2, losses, provenance),
                new RunResult.Diverged(17, List.of("Lower ‘it’", "Clip"), provenance),
                new RunResult.Failed(RunResult.Failure.OUT_OF_MEMORY, "The heap\nis full"));
    }
}
