package app.tandem.bench;

import app.tandem.run.DaemonThreads;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Measures from outside for how long the JavaFX thread is held: asks it every millisecond to look at the clock, and takes
 * how late it does.
 */
final class HeldThread implements AutoCloseable {

    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong longestWork = new AtomicLong();
    private long worked;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(DaemonThreads.named("held-thread"));
    private volatile boolean closed;

    HeldThread() {
        asking.execute(this::ask);
    }

    private void ask() {
        try {
            while (!closed) {
                CountDownLatch answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(() -> {
                    long late = System.nanoTime() - asked;
                    longest.accumulateAndGet(late, Math::max);
                    long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    longestWork.accumulateAndGet(now - worked, Math::max);
                    worked = now;
                    answered.countDown();
                });
                answered.await();
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The longest times since this was last asked, in milliseconds.
     *
     * @param held by the clock
     * @param worked of the processor, which is less where other programs want it too
     */
    record Longest(double held, double worked) {}

    Longest take() {
        return new Longest(longest.getAndSet(0) / 1e6, longestWork.getAndSet(0) / 1e6);
    }

    @Override
    public void close() {
        closed = true;
        asking.shutdownNow();
    }
}
