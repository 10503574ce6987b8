package app.tandem.bench;

import app.tandem.run.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Background threads of which one can tell when they are done. */
final class QuietBackground implements Executor {

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("background"));
    private final AtomicInteger open = new AtomicInteger();

    @Override
    public void execute(Runnable work) {
        open.incrementAndGet();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    boolean isIdle() {
        return open.get() == 0;
    }
}
