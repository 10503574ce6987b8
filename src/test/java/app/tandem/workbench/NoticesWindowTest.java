package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.UserException;
import app.tandem.workbench.common.SavedState;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** How errors are told: what happened, what is safe, what to do; the reasons behind a fold. */
@OnDisplay
class NoticesWindowTest {

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private StudyInMemory session;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) {
        session = RoomsStudy.inTraining();
        window = new WindowUnderTest(stage, Optional.of(session), List.of(), folder.resolve("window.properties"));
    }

    @BeforeEach
    void putThePointerAside(FxRobot robot) {
        robot.moveTo(Point2D.ZERO);
        window.background.awaitQuiet();
    }

    @AfterEach
    void stop() {
        window.background.close();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup("#notices .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void whatTheUserCanPutRightIsToldWithItsReasonBehindAFold(FxRobot robot) {
        UserException full = new UserException(
                "The file could not be written",
                "/mnt/stick/losses.csv",
                "Choose a folder you may write to, with room on its disk",
                new FileSystemException("/mnt/stick/losses.csv", null, "No space left on device"));
        window.act(() -> window.window.tell(full));
        assertThat(words(robot)).contains(full.getMessage());
        assertThat(robot.lookup(".notice .text-area").query().getParent().isVisible())
                .isFalse();

        robot.clickOn("Details");
        assertThat(robot.lookup(".notice .text-area").queryAs(TextArea.class).getText())
                .isEqualTo("FileSystemException: /mnt/stick/losses.csv: No space left on device");
        window.screenshot("notice-unfolded");
        window.act(() -> window.model().switchTheme());
        window.screenshot("notice-unfolded-dark");
        robot.clickOn("Details");
        assertThat(robot.lookup(".notice .text-area").query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void whatWasToldOfAStudyGoesWithIt(FxRobot robot) {
        window.act(() -> window.window.tell(new UserException("There is no such file", "a.csv", "Check the path")));
        assertThat(words(robot)).isNotEmpty();
        window.act(window.model()::close);
        assertThat(words(robot)).isEmpty();
    }

    @Test
    void thatSomethingWasRemovedIsNotSaidOnceItIsBack(FxRobot robot) {
        window.go(Page.BOARD);
        robot.clickOn("#grouping-more").clickOn("#remove-grouping");
        window.background.awaitQuiet();
        assertThat(words(robot)).anyMatch(words -> words.contains("Ctrl+Z"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        window.background.awaitQuiet();
        assertThat(words(robot)).isEmpty();
    }

    @Test
    void anErrorWithoutAReasonHasNothingToUnfold(FxRobot robot) {
        window.act(() -> window.window.tell(new UserException("There is no such file", "a.csv", "Check the path")));
        assertThat(words(robot)).contains("a.csv: There is no such file. Check the path.");
        assertThat(robot.lookup(".notice .unfold").tryQuery()).isEmpty();
    }

    @Test
    void aFaultOfTandemsOwnIsWrittenDownAndTellsItsCodeButNoTrace(FxRobot robot) throws IOException {
        window.act(() -> window.window.tell(new IllegalStateException("the reel is empty")));
        String log = Files.readString(folder.resolve("cache").resolve("faults.log"));
        String code = log.split(" ", 3)[1];
        assertThat(log).contains("the reel is empty", "\tat app.tandem.workbench.NoticesWindowTest");
        assertThat(words(robot)).anyMatch(words -> words.contains("(" + code + ")") && words.contains("is safe"));

        robot.clickOn("Details");
        assertThat(robot.lookup(".notice .text-area").queryAs(TextArea.class).getText())
                .contains(code, "IllegalStateException: the reel is empty", "faults.log")
                .doesNotContain("\tat ");
        robot.clickOn("Copy").clickOn("#open-palette");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        assertThat(robot.lookup("#palette-field").queryAs(TextField.class).getText())
                .startsWith(code);
    }

    @Test
    void aFullDiskIsToldUntilTheEditsAreSaved(FxRobot robot) {
        UserException full = new UserException(
                "The last edits are not saved yet: The disk is full, so the study could not be saved; "
                        + "what was saved before is safe",
                "rooms.tandem",
                "Free some space and try again. They are kept while Tandem runs, and saved as soon as that works");
        window.act(() -> window.model().switchLanguage());
        session.save(SavedState.failed(full));
        window.background.awaitQuiet();
        Labeled state = robot.lookup("#saved-state").queryAs(Labeled.class);
        assertThat(state.getText()).isEqualTo("저장 안 됨");
        assertThat(words(robot)).anyMatch(words -> words.contains("디스크가 가득 차서"));
        window.screenshot("disk-full-ko");

        session.save(SavedState.SAVED);
        window.background.awaitQuiet();
        assertThat(state.getText()).isEqualTo("저장됨");
    }
}
