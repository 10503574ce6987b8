package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.Tandem;
import app.tandem.data.Progress;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyListener;
import app.tandem.owner.StudyOwner;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.RunEvent;
import app.tandem.run.RunFolder;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real {@code tandem train} is killed while its worker trains, and another owner takes the study over. */
@Timeout(240)
class KilledOwnerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void theNextOwnerAdoptsTheWorkerAndTrainsNothingTwice() throws Exception {
        CommandLineRunner tandem = new CommandLineRunner(folder, CacheFolder.ofThisProcess());
        done(tandem, "generate", "rooms", "--count", "240", "--size", "32", "-o", "images");
        for (String study : List.of("undisturbed", "killed")) {
            String setting = "small,epochs=3,batch=8";
            done(tandem, "new", "images", "-o", study, "--tasks", "normal", "--setting", setting);
            done(tandem, "edit", study, "remove-network", "normal@1/2");
        }
        done(tandem, "train", "undisturbed");

        long worker = killTheOwnerWhileItsWorkerStands();
        try (StudyOwner owner = StudyOwner.open(folder.resolve("killed.tandem"), options())) {
            assertThat(owner.plan().missing()).hasSize(1);
            RunFolder run = RunFolder.of(
                    owner.runsFolder(), owner.plan().missing().get(0).key());
            CountDownLatch adopted = new CountDownLatch(1);
            owner.addListener(new StudyListener() {
                @Override
                public void runChanged(RunStatus status) {
                    if (status.state() == RunState.RUNNING) {
                        adopted.countDown();
                    }
                }
            });
            owner.queue(owner.plan().missing(), Progress.NONE);
            owner.queue().start();
            adopted.await();
            assertThat(run.isAlive()).isTrue();
            assertThat(starts(run)).extracting(RunEvent.Started::pid).containsExactly(worker);

            signal("CONT", worker);
            owner.queue().awaitIdle();

            assertThat(owner.plan().missing()).isEmpty();
            assertThat(starts(run)).hasSizeLessThanOrEqualTo(2);
            assertNoCheckpointedEpochWasTrainedAgain(run.events());
        }
        assertThat(done(tandem, "losses", "killed", "--csv")).isEqualTo(done(tandem, "losses", "undisturbed", "--csv"));
    }

    /** Stands the worker still after its first checkpoint, so that it surely outlives its owner. */
    private long killTheOwnerWhileItsWorkerStands() throws IOException, InterruptedException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtandem.cache=" + CacheFolder.ofThisProcess(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tandem.class.getName(),
                        "train",
                        "killed",
                        "--device",
                        "cpu")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("first losses")) {
                line = lines.readLine();
            }
            assertThat(line).isNotNull();
            long worker = owner.children().findFirst().orElseThrow().pid();
            signal("STOP", worker);
            owner.destroyForcibly().waitFor();
            return worker;
        }
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    private static void assertNoCheckpointedEpochWasTrainedAgain(List<RunEvent> events) {
        int safe = 0;
        int last = 0;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Checkpointed checkpoint) {
                safe = checkpoint.epoch();
            } else if (event instanceof RunEvent.EpochEnded epoch) {
                last = epoch.losses().epoch();
                assertThat(last).isGreaterThan(safe);
            }
        }
        assertThat(last).isEqualTo(3);
    }

    private static List<RunEvent.Started> starts(RunFolder run) throws IOException {
        return run.events().stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(RunEvent.Started.class::cast)
                .toList();
    }

    private OwnerOptions options() {
        return new OwnerOptions(
                CacheFolder.ofThisProcess(),
                LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                Device.AUTO,
                threads,
                InstantSource.system());
    }

    private static String done(CommandLineRunner tandem, String... command) {
        CommandLineRunner.Ended ended = tandem.run(command);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }
}
