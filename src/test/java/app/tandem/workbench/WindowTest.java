package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.run.RunState;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.losses.LossColumn;
import app.tandem.workbench.losses.LossOrder;
import app.tandem.workbench.losses.LossRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as it is used, with a real pointer and real keys. */
@OnDisplay
class WindowTest {

    /** New each time, since a report that is there from before is not replaced without a question. */
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private StudyInMemory session;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) {
        session = RoomsStudy.inTraining();
        session.reportInto(folder.resolve("rooms-report"));
        window = new WindowUnderTest(stage, Optional.of(session), List.of());
    }

    @AfterEach
    void stop() {
        window.background.close();
    }

    private void rest() {
        window.background.awaitQuiet();
    }

    @Test
    void theLanguageIsSwitchedWithoutARestart(FxRobot robot) {
        rest();
        robot.clickOn("#switch-language");
        rest();
        assertThat(window.model().languageProperty().get()).isEqualTo(Language.KOREAN);
        assertThat(robot.lookup("#status-rule").queryAs(Label.class).getText()).isEqualTo("검증으로 고르고 테스트로 보고");
        robot.clickOn("#switch-language");
        rest();
        assertThat(robot.lookup("#status-rule").queryAs(Label.class).getText())
                .isEqualTo("Selected on validation, reported on test");
    }

    @Test
    void aGroupingThatIsOutOfDateIsMarkedUntilTheOneOfTodayIsKept(FxRobot robot) {
        rest();
        robot.clickOn("#page-grouping");
        rest();
        Label mark = robot.lookup("#outdated").queryAs(Label.class);
        assertThat(mark.getParent().isVisible()).isFalse();
        session.outdate(session.study().budget(), Instant.parse("2026-11-24T05:00:00Z"));
        rest();
        assertThat(mark.getParent().isVisible()).isTrue();
        assertThat(mark.getText()).contains("2026-11-24", "out of date");
        window.screenshot("outdated");
        robot.clickOn("#keep-grouping");
        rest();
        assertThat(mark.getParent().isVisible()).isFalse();
    }

    @Test
    void aBudgetIsTypedAndUndone(FxRobot robot) {
        rest();
        robot.clickOn("#page-grouping");
        rest();
        robot.doubleClickOn("#budget-field").eraseText(4).write("7/2").type(KeyCode.ENTER);
        rest();
        assertThat(session.study().budget().toString()).isEqualTo("3.5");
        assertThat(robot.lookup("#budget-field").queryAs(TextField.class).getText())
                .isEqualTo("3.5");
        robot.clickOn("#undo");
        rest();
        assertThat(session.study().budget().toString()).isEqualTo("2.5");
        assertThat(robot.lookup("#budget-field").queryAs(TextField.class).getText())
                .isEqualTo("2.5");
        assertThat(robot.lookup("#redo").queryAs(Button.class).isDisabled()).isFalse();
    }

    @Test
    void theBestGroupingIsPutOnTheBoardAndUndone(FxRobot robot) {
        rest();
        robot.clickOn("#page-grouping");
        rest();
        robot.clickOn("#put-on-board");
        rest();
        assertThat(session.study().groupings()).hasSize(4);
        assertThat(session.study().groupings().get(3).name()).isEqualTo("Best for 2.5 SNT");
        window.screenshot("grouping-mine");
        robot.clickOn("#undo");
        rest();
        assertThat(session.study().groupings()).hasSize(3);
    }

    @Test
    void aClickOnAHeadingSortsTheLosses(FxRobot robot) {
        rest();
        robot.clickOn("#page-losses");
        rest();
        robot.clickOn("Depth");
        rest();
        assertThat(window.model()
                        .studyProperty()
                        .get()
                        .orElseThrow()
                        .losses()
                        .orderProperty()
                        .get())
                .isEqualTo(LossOrder.by(LossColumn.task("depth_zbuffer"), true));
        assertThat(robot.lookup("#losses-table").<LossRow>queryTableView().getItems())
                .hasSize(37);
    }

    @Test
    void trainingIsPausedAndGoesOn(FxRobot robot) {
        rest();
        robot.clickOn("#pause-all");
        rest();
        assertThat(session.runs()).noneMatch(run -> run.state() == RunState.RUNNING);
        assertThat(robot.lookup("#pause-all").queryAs(Button.class).getText()).isEqualTo("Resume");
        robot.clickOn("#pause-all");
        rest();
        assertThat(session.runs()).anyMatch(run -> run.state() == RunState.RUNNING);
    }

    @Test
    void theReportIsWrittenAndItsFolderOpened(FxRobot robot) {
        rest();
        robot.clickOn("#page-report");
        rest();
        robot.clickOn("#write-report");
        rest();
        robot.clickOn("#open-report");
        rest();
        assertThat(window.openedFolders).containsExactly(session.reportFolder());
    }

    @Test
    void closingWhileItTrainsAsksAndMayKeepTraining(FxRobot robot) {
        rest();
        Platform.runLater(
                () -> window.stage.fireEvent(new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
        window.screenshotOfDialog("close-window");
        robot.clickOn("Close and train on");
        rest();
        assertThat(window.closed).isCompletedWithValue(Optional.of(session));
        assertThat(session.isClosed()).isFalse();
    }

    @Test
    void theKeysOfAStudyThatIsClosedDoNothingAnyMore(FxRobot robot) {
        rest();
        assertThat(window.stage.getScene().getAccelerators()).isNotEmpty();

        robot.interact(() -> window.model().close());
        rest();

        assertThat(window.stage.getScene().getAccelerators().keySet())
                .extracting(KeyCombination::getDisplayText)
                .containsExactlyInAnyOrder("Ctrl+K", "Ctrl+N", "Ctrl+O", "Ctrl+Q", "F1", "F11");
    }

    @Test
    void aQueueThatStoppedByItselfSaysWhyAndWhatToDo(FxRobot robot) {
        rest();
        session.halt("3 runs in a row failed alike. The disk is full.");
        rest();

        assertThat(robot.lookup("#halted").queryAs(Label.class).getText())
                .contains("The disk is full.")
                .contains("Retry failed");
    }
}
