package app.tandem.workbench.common;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps something on screen up to date without ever holding the JavaFX thread: computes off it, applies on it, one at a
 * time. Requests during a computation cause exactly one more, so a flood of events costs no flood of redraws.
 */
public final class Latest<T> {

    private enum State {
        IDLE,
        RUNNING,
        RUNNING_AND_OUTDATED
    }

    private final Threads threads;
    private final Supplier<T> compute;
    private final Consumer<T> apply;
    private final Consumer<RuntimeException> fail;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    /**
     * @param compute runs on the background executor
     * @param apply runs on the JavaFX thread
     * @param fail hears on the JavaFX thread what {@code compute} threw
     */
    public Latest(Threads threads, Supplier<T> compute, Consumer<T> apply, Consumer<RuntimeException> fail) {
        this.threads = threads;
        this.compute = compute;
        this.apply = apply;
        this.fail = fail;
    }

    /** Asks for a fresh value; from any thread, returns at once. */
    public void request() {
        State before = state.getAndUpdate(s -> s == State.IDLE ? State.RUNNING : State.RUNNING_AND_OUTDATED);
        if (before == State.IDLE) {
            start(threads.background());
        }
    }

    private void start(Executor background) {
        background.execute(() -> {
            try {
                T value = compute.get();
                threads.window().execute(() -> finish(() -> apply.accept(value)));
            } catch (RuntimeException | Error e) {
                threads.window().execute(() -> finish(() -> fail.accept(Threads.fault(e))));
            }
        });
    }

    private void finish(Runnable show) {
        try {
            show.run();
        } finally {
            State before = state.getAndUpdate(s -> s == State.RUNNING ? State.IDLE : State.RUNNING);
            if (before == State.RUNNING_AND_OUTDATED) {
                start(threads.background());
            }
        }
    }
}
