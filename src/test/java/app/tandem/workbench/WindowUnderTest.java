package app.tandem.workbench;

import app.tandem.run.CacheFolder;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.store.StudyFile;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a stage of the test, over studies in memory. */
final class WindowUnderTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    final QuietExecutor background = new QuietExecutor();
    final List<Path> openedFolders = new ArrayList<>();
    final LocalWorkers workers = LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), background);
    final CompletableFuture<Optional<StudySession>> closed = new CompletableFuture<>();
    /** What the window saved last. */
    volatile WindowChoices kept;

    final Stage stage;
    final WorkbenchWindow window;

    /** To be called on the JavaFX thread. */
    WindowUnderTest(Stage stage, Optional<StudySession> session, List<Path> recent) {
        this(stage, session, recent, newFolder().resolve("window.properties"));
    }

    /**
     * To be called on the JavaFX thread.
     *
     * @param choices where the window remembers what it does
     */
    WindowUnderTest(Stage stage, Optional<StudySession> session, List<Path> recent, Path choices) {
        this(
                stage,
                session,
                new WindowChoices(ColorTheme.LIGHT, Language.ENGLISH, recent, WindowLayout.FIRST),
                choices);
    }

    /** As it is started for the first time. */
    static WindowUnderTest firstTime(Stage stage) {
        return new WindowUnderTest(
                stage,
                Optional.empty(),
                new WindowChoices(ColorTheme.LIGHT, Language.ENGLISH, List.of(), WindowLayout.FIRST, false));
    }

    /** The same as the window was left by its user. */
    WindowUnderTest(Stage stage, Optional<StudySession> session, WindowChoices before) {
        this(stage, session, before, newFolder().resolve("window.properties"));
    }

    /** The same over studies on disk. */
    WindowUnderTest(Stage stage, Optional<StudySession> session, Function<Path, StudySession> opening) {
        this(stage, session, List.of(), opening);
    }

    /** The same without a study at first. */
    WindowUnderTest(Stage stage, List<Path> recent, Function<Path, StudySession> opening) {
        this(stage, Optional.empty(), recent, opening);
    }

    private WindowUnderTest(
            Stage stage, Optional<StudySession> session, List<Path> recent, Function<Path, StudySession> opening) {
        this(
                stage,
                session,
                new WindowChoices(ColorTheme.LIGHT, Language.ENGLISH, recent, WindowLayout.FIRST),
                newFolder().resolve("window.properties"),
                new Opener() {
                    @Override
                    public StudySession open(Path file) {
                        return opening.apply(file);
                    }
                });
    }

    private WindowUnderTest(Stage stage, Optional<StudySession> session, WindowChoices before, Path choices) {
        this(stage, session, before, choices, new Opener());
    }

    private WindowUnderTest(
            Stage stage, Optional<StudySession> session, WindowChoices before, Path choices, StudyOpener opener) {
        this.stage = stage;
        this.kept = before;
        WorkbenchContext context = new WorkbenchContext(
                opener,
                Optional.empty(),
                session,
                background,
                choices,
                choices.resolveSibling("cache"),
                openedFolders::add,
                workers);
        this.window = new WorkbenchWindow(
                stage,
                context,
                new Threads(background, Platform::runLater),
                before,
                changed -> kept = changed,
                closed::complete);
        window.show();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "windows")), "window");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WorkbenchModel model() {
        return window.model();
    }

    /** Does something on the JavaFX thread and waits until all that follows from it is done. */
    void act(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        background.awaitQuiet();
    }

    /** The stage is that of the test before, which may have left it at another size. */
    void resize(double width, double height) {
        act(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    void go(Page page) {
        act(() -> model().pageProperty().set(page));
    }

    /** Writes the window as it is now to target/screenshots. */
    void screenshot(String name) {
        background.awaitQuiet();
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().snapshot(null));
        write(name, image);
    }

    private static void write(String name, WritableImage image) {
        try {
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    SCREENSHOTS.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the question that is asked above the window. */
    void screenshotOfDialog(String name) {
        write(name, WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Window.getWindows().stream()
                .filter(shown -> shown instanceof Stage dialog && dialog.getOwner() == stage)
                .findFirst()
                .orElseThrow()
                .getScene()
                .snapshot(null)));
    }

    /** Writes what an open menu shows. */
    void screenshotOfPopup(String name) {
        background.awaitQuiet();
        write(name, WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getScene()
                .snapshot(null)));
    }

    private static class Opener implements StudyOpener {
        @Override
        public StudySession open(Path file) {
            if (file.endsWith("damaged.tandem")) {
                throw new UserException(
                        "The file is damaged (checksum of page 12)", file.toString(), "Open a backup beside it");
            }
            return RoomsStudy.inTraining();
        }

        @Override
        public StudySession create(Path file, Study design) {
            StudyFile.create(file, design).close();
            return RoomsStudy.untrained();
        }

        @Override
        public StudySession openLosses(Path file) {
            return RoomsStudy.inTraining();
        }

        @Override
        public Set<Sample> begunSamples() {
            return Set.of(Sample.FASHION);
        }

        @Override
        public StudySession openSample(Sample sample) {
            return RoomsStudy.inTraining();
        }
    }
}
