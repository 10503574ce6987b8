package app.tandem.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs tasks one at a time, in order, on another executor. */
final class SerialExecutor implements Executor {

    private final Executor executor;
    private final Consumer<Error> broken;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /** @param broken hears of an error, after which the program may be in no state to go on */
    SerialExecutor(Executor executor, Consumer<Error> broken) {
        this.executor = executor;
        this.broken = broken;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        executor.execute(this::runAll);
    }

    private void runAll() {
        while (true) {
            Runnable task;
            synchronized (waiting) {
                task = waiting.poll();
                if (task == null) {
                    running = false;
                    return;
                }
            }
            try {
                task.run();
            } catch (RuntimeException e) {
                log(e);
            } catch (Error e) {
                log(e);
                tell(e);
            }
        }
    }

    private void tell(Error error) {
        try {
            broken.accept(error);
        } catch (RuntimeException | Error e) {
            // Without memory even words fail; what waits is to be done all the same.
            log(e);
        }
    }

    /** A fault of one task, even an Error, must not leave the others undone and whoever waits for them waiting. */
    private static void log(Throwable fault) {
        try {
            System.getLogger(SerialExecutor.class.getName())
                    .log(System.Logger.Level.ERROR, "A task of the queue failed", fault);
        } catch (RuntimeException | Error e) {
            // It cannot even be written down, and is told by whoever hears of it.
        }
    }
}
