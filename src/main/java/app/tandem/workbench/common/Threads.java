package app.tandem.workbench.common;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where the window's work is done.
 *
 * @param background for everything that computes, or touches files and processes; needs two threads or more
 * @param window the JavaFX thread; the only one that touches controls and the view models
 */
public record Threads(Executor background, Executor window) {

    /** Runs an action in the background; what it throws is heard on the JavaFX thread. */
    public void run(Runnable action, Consumer<RuntimeException> fail) {
        background.execute(() -> {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                window.execute(() -> fail.accept(fault(e)));
            }
        });
    }

    /** Also what Java cannot go on from, as for want of memory, is told: nobody waits for an end that never comes. */
    public static RuntimeException fault(Throwable thrown) {
        return thrown instanceof RuntimeException fault ? fault : new IllegalStateException(thrown);
    }
}
