package app.tandem.workbench;

import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The first class that needs JavaFX. */
final class WorkbenchStart {

    private WorkbenchStart() {}

    /** @param closed is completed when the window is closed and nothing more is to be done for it */
    static void start(WorkbenchContext context, CompletableFuture<Optional<StudySession>> closed) {
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
            } catch (RuntimeException | Error e) {
                closed.completeExceptionally(e);
            }
        });
    }
}
