package app.tandem.study;

/**
 * Where work that may wait must not be done: files, SQL, processes and the engine are never touched on the thread that draws
 * the window. Their entry points assert it, so that a test in which a window does such work fails; where assertions are off,
 * as for users, it costs nothing.
 */
public final class Blocking {

    private static final String WINDOW_THREAD = "JavaFX Application Thread";

    private Blocking() {}

    /** Whether this thread may wait for a disk, a process or the engine. */
    public static boolean isAllowedHere() {
        return !Thread.currentThread().getName().equals(WINDOW_THREAD);
    }
}
