package app.tandem.workbench;

import app.tandem.study.UserException;
import app.tandem.workbench.common.StudySession;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts the window. Loads no JavaFX before {@link #launch}, so that it can be asked on a machine without a display. */
public final class Workbench {

    private Workbench() {}

    /** Whether there is a display to show a window on. */
    public static boolean displayAvailable() {
        return displayAvailable(System.getProperty("os.name", ""), System.getenv());
    }

    /** On Linux JavaFX needs an X display (on Wayland: XWayland's); the other systems always have one. */
    static boolean displayAvailable(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean alwaysThere = name.startsWith("windows") || name.startsWith("mac");
        return alwaysThere || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /**
     * Shows the window and waits until it is closed. To be called from any thread but JavaFX's, once in a process.
     *
     * @return the study whose training the user wants to go on without the window; the caller waits for it and closes it.
     *     Empty where nothing trains any more; the study is closed then
     * @throws UserException if the window cannot be shown
     */
    public static Optional<StudySession> launch(WorkbenchContext context) {
        if (!displayAvailable()) {
            throw new UserException(
                    "There is no display to show the window on",
                    "",
                    "Set DISPLAY, or use the commands, which need none (tandem --help)");
        }
        CompletableFuture<Optional<StudySession>> closed = new CompletableFuture<>();
        try {
            WorkbenchStart.start(context, closed);
            return closed.join();
        } catch (UnsatisfiedLinkError | UnsupportedOperationException | NoClassDefFoundError e) {
            throw unusable(e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Shows every page of a study for a moment where nobody sees it, so that what a start needs has been loaded once. It
     * needs no display.
     *
     * @param context with the study's file
     */
    public static void rehearse(WorkbenchContext context) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<Optional<StudySession>> closed = new CompletableFuture<>();
        WorkbenchStart.start(context, closed, Rehearsal::begin);
        closed.join();
    }

    private static UserException unusable(Throwable cause) {
        return new UserException(
                "The window cannot be shown: " + cause.getMessage(),
                "",
                "On Debian or Ubuntu install libgtk-3-0 and libxtst6, and check that DISPLAY names a running display",
                cause);
    }
}
