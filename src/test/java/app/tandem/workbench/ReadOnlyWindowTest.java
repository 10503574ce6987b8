package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.owner.StudyHeldException;
import app.tandem.owner.StudyOwner;
import app.tandem.owner.StudyReader;
import app.tandem.owner.StudyUnwritableException;
import app.tandem.run.DaemonThreads;
import app.tandem.store.StudyFile;
import app.tandem.study.Study;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.StudySession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A study that another process works on, in the real window. */
@OnDisplay
@Timeout(120)
class ReadOnlyWindowTest {

    private static final int LONGEST_WAIT = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private OwnerProcess other;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) throws Exception {
        StudySession session = threads.submit(this::openWhatAnotherOwns).get();
        window = new WindowUnderTest(stage, Optional.of(session), this::open);
    }

    private StudySession openWhatAnotherOwns() throws Exception {
        TinyStudy.writeRooms(folder.resolve("rooms"));
        file = folder.resolve("shared.tandem");
        StudyFile.create(file, study()).close();
        other = new OwnerProcess(file, folder);
        return open(file);
    }

    /** As the program opens studies. */
    private StudySession open(Path study) {
        try {
            StudyOwner owner = StudyOwner.open(study, TinyStudy.options(folder.resolve("cache"), threads));
            return new OwnedStudy(owner, threads, owner::close);
        } catch (StudyHeldException held) {
            return reading(study, ReadOnly.heldBy(held.holder()));
        } catch (StudyUnwritableException unwritable) {
            return reading(study, ReadOnly.UNWRITABLE);
        }
    }

    private StudySession reading(Path study, ReadOnly why) {
        return new ReadOnlyStudy(StudyReader.open(study, folder.resolve("cache")), threads, why);
    }

    private Study study() {
        return TinyStudy.of("shared", folder.resolve("rooms"));
    }

    @AfterEach
    void stop() {
        window.act(window.model()::close);
        window.background.close();
        other.close();
        threads.shutdown();
    }

    private OpenStudy study(WindowUnderTest shown) {
        return shown.model().studyProperty().get().orElseThrow();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(LONGEST_WAIT, TimeUnit.SECONDS, condition);
    }

    private String strip(FxRobot robot) {
        return robot.lookup("#read-only-words").queryAs(Labeled.class).getText();
    }

    @Test
    void isReadWhileTheOtherWritesAndTakenOverOnceItLetsGo(FxRobot robot) throws Exception {
        window.go(Page.BOARD);
        assertThat(strip(robot)).contains("another Tandem window", "process " + other.pid(), "Everything can be read");
        assertThat(robot.lookup("#take-over").<Node>query().isVisible()).isFalse();
        nothingIsChangedHere(robot);
        picturesOf("read-only-board");

        other.order("rename together");
        await(() -> study(window).nameProperty().get().equals("together"));
        other.order("train");
        await(() -> study(window).losses().countProperty().get().measured() == 1);
        await(() -> strip(robot).contains("being trained without a window"));
        everythingIsReadHere(robot);

        other.order("close");
        await(() -> robot.lookup("#take-over").<Node>query().isVisible());
        window.background.awaitQuiet();
        window.screenshot("read-only-free");
        robot.clickOn("#take-over");
        await(() -> window.model()
                .studyProperty()
                .get()
                .filter(open -> !open.isReadOnly())
                .isPresent());
        window.background.awaitQuiet();
        assertThat(robot.lookup("#read-only").tryQuery()).isEmpty();
        window.go(Page.BOARD);
        robot.clickOn("#new-grouping");
        window.background.awaitQuiet();
        try (StudyFile saved = StudyFile.openReadOnly(file)) {
            assertThat(saved.study().name()).isEqualTo("together");
            assertThat(saved.study().groupings()).hasSize(2);
        }
        isReadWhereNothingCanBeWrittenUntilThatIsMended(robot);
    }

    /** A folder in the place of the lock stops every user, also the one whom no permission stops. */
    private void isReadWhereNothingCanBeWrittenUntilThatIsMended(FxRobot robot) throws Exception {
        window.act(window.model()::close);
        window.background.awaitQuiet();
        Path lock = StudyFile.runsFolder(file).resolve("owner.lock");
        Files.delete(lock);
        Files.createDirectory(lock);
        window.act(() -> window.model().start().open(file));
        await(() -> robot.lookup("#read-only-words").tryQuery().isPresent());
        window.background.awaitQuiet();
        assertThat(strip(robot)).contains("Nothing can be written where this study is", "only read here");
        window.screenshot("read-only-unwritable");

        Files.delete(lock);
        robot.clickOn("#take-over");
        await(() -> robot.lookup("#read-only").tryQuery().isEmpty());
    }

    private void nothingIsChangedHere(FxRobot robot) {
        robot.drag("#palette-depth_zbuffer").dropTo("#column-A");
        robot.clickOn("#card-0-depth_zbuffer").type(KeyCode.DELETE, KeyCode.T, KeyCode.ENTER);
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        window.background.awaitQuiet();
        for (String id : List.of(
                "#new-network",
                "#add-task-A",
                "#encoder-A",
                "#board-train",
                "#candidates",
                "#new-grouping",
                "#duplicate-grouping",
                "#board-budget",
                "#undo")) {
            assertThat(robot.lookup(id).<Node>query().isDisabled()).as(id).isTrue();
        }
        assertThat(study(window).board().boardProperty().get().study()).isEqualTo(study());
        assertThat(robot.lookup(".notice").queryAll()).isEmpty();
    }

    private void everythingIsReadHere(FxRobot robot) throws Exception {
        window.go(Page.TRAIN);
        assertThat(robot.lookup("#pause-all").<Node>query().isDisabled()).isTrue();
        window.screenshot("read-only-train");
        window.go(Page.GROUPING);
        assertThat(study(window).grouping().best()).isPresent();
        assertThat(robot.lookup("#put-on-board").<Node>query().isDisabled()).isTrue();
        window.go(Page.REPORT);
        robot.clickOn("#write-report");
        await(() -> Files.exists(folder.resolve("shared-report").resolve("losses.csv")));
        window.background.awaitQuiet();
        try (Stream<Path> written = Files.walk(folder.resolve("shared-report"))) {
            assertThat(written.map(each -> each.getFileName().toString())).contains("losses.csv", "grouping.pdf");
        }
    }

    private void picturesOf(String name) {
        window.screenshot(name);
        window.act(window.model()::switchTheme);
        window.screenshot(name + "-dark");
        window.act(window.model()::switchTheme);
        window.act(window.model()::switchLanguage);
        window.screenshot(name + "-ko");
        window.act(window.model()::switchLanguage);
    }
}
