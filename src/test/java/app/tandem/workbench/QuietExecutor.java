package app.tandem.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.testfx.util.WaitForAsyncUtils;

/** Background threads of which a test can tell when they, and what they sent to the JavaFX thread, are done. */
final class QuietExecutor implements Executor, AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(3, work -> {
        Thread thread = new Thread(work, "window-background");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    /** After the end of a test a window may still ask to be remembered; nobody is there to do it. */
    @Override
    public void execute(Runnable work) {
        if (threads.isShutdown()) {
            return;
        }
        started.incrementAndGet();
        open.incrementAndGet();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    /** Waits until nothing is under way, and nothing new came of what ended. */
    void awaitQuiet() {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, this::isQuiet);
        } catch (TimeoutException e) {
            throw new AssertionError("the window does not come to rest", e);
        }
    }

    private boolean isQuiet() {
        int before = started.get();
        if (open.get() > 0) {
            // What ends while events are waited for may send one more.
            return false;
        }
        WaitForAsyncUtils.waitForFxEvents();
        return open.get() == 0 && started.get() == before;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
