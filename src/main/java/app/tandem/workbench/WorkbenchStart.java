package app.tandem.workbench;

import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The first class that needs JavaFX. */
final class WorkbenchStart {

    private WorkbenchStart() {}

    /** @param closed is completed when the window is closed and nothing more is to be done for it */
    static void start(WorkbenchContext context, CompletableFuture<Optional<StudySession>> closed) {
        start(context, closed, window -> {});
    }

    /** @param shown is given the window as soon as it is shown, on the JavaFX thread */
    static void start(
            WorkbenchContext context,
            CompletableFuture<Optional<StudySession>> closed,
            Consumer<WorkbenchWindow> shown) {
        WindowChoicesFile file = new WindowChoicesFile(context.choices());
        WindowChoices choices = file.load(Locale.getDefault());
        Threads threads = new Threads(context.background(), Platform::runLater);
        Platform.startup(() -> {
            try {
                Platform.setImplicitExit(false);
                WorkbenchWindow window =
                        new WorkbenchWindow(new Stage(), context, threads, choices, file::save, still -> {
                            closed.complete(still);
                            Platform.exit();
                        });
                window.show();
                shown.accept(window);
            } catch (RuntimeException | Error e) {
                closed.completeExceptionally(e);
            }
        });
    }
}
