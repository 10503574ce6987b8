package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lock as other processes see it. */
@Timeout(60)
class ProcessLockTest {

    private static final int FREE = 10;
    private static final int HELD = 11;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void askingForALockThatThisProcessHoldsDoesNotLoseIt() throws Exception {
        Path file = folder.resolve("lock");
        try (ProcessLock lock = ProcessLock.acquire(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            Path other =
                    Files.createSymbolicLink(folder.resolve("same"), folder).resolve("lock");

            assertThat(ProcessLock.acquire(file)).isEmpty();
            assertThat(ProcessLock.isHeld(other)).isTrue();
            assertThat(seenByAnotherProcess(file)).isEqualTo(HELD);
        }
        assertThat(seenByAnotherProcess(file)).isEqualTo(FREE);
        assertThat(ProcessLock.isHeld(file)).isFalse();
    }

    @Test
    void whoWaitsIsToldWhenTheLockIsReleased() throws Exception {
        Path file = folder.resolve("lock");
        ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));
        Future<Optional<ProcessLock>> after;
        try (ProcessLock lock = ProcessLock.acquire(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            after = threads.submit(() -> {
                ProcessLock.awaitRelease(file);
                return ProcessLock.acquire(file);
            });
            assertThat(after.isDone()).isFalse();
        }
        after.get().orElseThrow().close();
        threads.shutdown();
    }

    private static int seenByAnotherProcess(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessLockTest.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Ends with what it sees of a lock. */
    public static void main(String[] arguments) throws IOException {
        System.exit(ProcessLock.isHeld(Path.of(arguments[0])) ? HELD : FREE);
    }
}
