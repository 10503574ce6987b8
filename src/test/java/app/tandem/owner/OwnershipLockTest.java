package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.run.DaemonThreads;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OwnershipLockTest {

    private static final int OWNERS = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private OwnershipLock take() {
        return OwnershipLock.take(folder.resolve("a.tandem"), folder.resolve("a.runs"), Instant.EPOCH);
    }

    @Test
    void whoWaitsForTheReleaseIsNotTakenForAnOwner() throws Exception {
        OwnershipLock lock = take();
        for (int owner = 0; owner < OWNERS; owner++) {
            Future<?> waiting = threads.submit(() -> {
                OwnershipLock.awaitRelease(folder.resolve("a.runs"));
                return null;
            });
            lock.close();
            lock = take();
            lock.close();
            waiting.get();
            lock = take();
        }
        assertThatThrownBy(this::take).isInstanceOf(StudyHeldException.class);
        lock.close();
    }
}
