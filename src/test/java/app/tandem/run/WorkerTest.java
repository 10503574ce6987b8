package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.study.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One worker as a real process, whose training is a fake. */
@Timeout(60)
class WorkerTest {

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private RunFolder run;

    @BeforeEach
    void prepareARun() throws IOException {
        run = new RunFolder(folder);
        run.prepare(ExampleJobs.behaving(FakeTraining.WAITS, 0));
    }

    @AfterEach
    void endTheProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    /** Starts a worker and waits until its first epoch is safe. */
    private Process startAndAwaitTheFirstCheckpoint() throws IOException {
        Process process = start(FakeTraining.class);
        BufferedReader wakeUps = process.inputReader(StandardCharsets.UTF_8);
        while (!has(RunEvent.Checkpointed.class)) {
            assertThat(wakeUps.readLine()).isNotNull();
        }
        return process;
    }

    private boolean has(Class<? extends RunEvent> kind) throws IOException {
        return run.events().stream().anyMatch(kind::isInstance);
    }

    private Process start(Class<?> main) throws IOException {
        WorkerCommand command = new WorkerCommand(
                main.getName(),
                System.getProperty("java.class.path"),
                run.path().resolve("cache"),
                0);
        Process process = new ProcessBuilder(command.of(run, Device.CPU, 1))
                .redirectError(ProcessBuilder.Redirect.appendTo(run.logFile().toFile()))
                .start();
        processes.add(process);
        return process;
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void assertItEndedInGoodOrder() throws IOException {
        List<RunEvent> events = run.events();
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(RunEvent.Ended.class, ended -> assertThat(ended.outcome())
                        .isEqualTo("stopped"));
        assertThat(run.checkpoint()).hasContent("1");
        assertThat(run.isAlive()).isFalse();
    }

    @Test
    void itEndsWithACheckpointWhenItsParentIsGone() throws Exception {
        Process process = startAndAwaitTheFirstCheckpoint();
        process.getOutputStream().close();

        assertThat(exitCode(process)).isEqualTo(ExitCode.STOPPED);
        assertItEndedInGoodOrder();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "pause"})
    void itEndsWithACheckpointWhenItIsTold(String command) throws Exception {
        Process process = startAndAwaitTheFirstCheckpoint();
        process.getOutputStream().write(("what?\n" + command + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();

        assertThat(exitCode(process)).isEqualTo(ExitCode.STOPPED);
        assertItEndedInGoodOrder();
    }

    @Test
    void itEndsWithACheckpointWhenItIsTerminated() throws Exception {
        Process process = startAndAwaitTheFirstCheckpoint();
        // The signal alone: Process.destroy also closes standard input, which ends an attached worker by itself.
        process.toHandle().destroy();

        assertThat(exitCode(process)).isEqualTo(128 + 15);
        assertItEndedInGoodOrder();
    }

    @Test
    void itEndsWhenItsParentIsKilled() throws Exception {
        Process process = start(ParentProcess.class);
        BufferedReader pid =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        ProcessHandle worker = ProcessHandle.of(Long.parseLong(pid.readLine())).orElseThrow();
        assertThat(worker.isAlive()).isTrue();

        process.destroyForcibly();

        worker.onExit().get(30, TimeUnit.SECONDS);
        assertItEndedInGoodOrder();
    }

    @Test
    void aSecondWorkerOnTheSameRunIsRefused() throws Exception {
        Process process = startAndAwaitTheFirstCheckpoint();
        assertThat(run.isAlive()).isTrue();
        long events = Files.size(run.jobFile());

        Process second = start(FakeTraining.class);

        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ExitCode.LOCKED);
        assertThat(process.isAlive()).isTrue();
        assertThat(Files.size(run.jobFile())).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"version\":99}",
                "{\"version\":1}",
                "{\"version\":1,\"version\":1}",
                "{\"version\":1} x",
                "\u0000\u0001\u0002"
            })
    void aDamagedJobIsRefusedByName(String json) throws IOException {
        Files.writeString(run.jobFile(), json);

        assertThatThrownBy(run::job)
                .isInstanceOf(UserException.class)
                .hasMessageContaining(run.jobFile().toString());
    }

    @Test
    void aWorkerWithADamagedJobSaysSoAndWritesNothing() throws Exception {
        Files.writeString(run.jobFile(), "[[[[");
        Process process = start(FakeTraining.class);

        assertThat(exitCode(process)).isEqualTo(ExitCode.BAD_JOB);
        assertThat(run.lastWords(1)).contains("job.json").contains("Delete it");
        assertThat(run.resultFile()).doesNotExist();
        assertThat(run.eventsFile()).doesNotExist();
    }
}
