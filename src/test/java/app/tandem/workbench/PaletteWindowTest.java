package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.run.RunState;
import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.losses.LossesModel;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Every action by its name, with keys alone. */
@OnDisplay
class PaletteWindowTest extends RoomsWindowTest {

    @BeforeEach
    void putThePointerAside(FxRobot robot) {
        robot.moveTo(Point2D.ZERO);
        rest();
    }

    private void open(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        rest();
    }

    private void perform(FxRobot robot, String typed) {
        open(robot);
        robot.write(typed);
        robot.type(KeyCode.ENTER);
        rest();
    }

    private List<String> listed(FxRobot robot) {
        ListView<Action> list = robot.lookup("#palette-list").queryListView();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> list.getItems().stream().map(Action::text).toList());
    }

    @Test
    void pagesAreGoneToAndTheirButtonsPressedByName(FxRobot robot) {
        perform(robot, "go grouping");
        assertThat(window.model().pageProperty().get()).isEqualTo(Page.GROUPING);

        perform(robot, "pause all");
        assertThat(window.model().pageProperty().get()).isEqualTo(Page.TRAIN);
        assertThat(session.runs()).noneMatch(run -> run.state() == RunState.RUNNING);

        perform(robot, "losses gain");
        assertThat(window.model()
                        .studyProperty()
                        .get()
                        .orElseThrow()
                        .losses()
                        .shownProperty()
                        .get())
                .isEqualTo(LossesModel.Shown.GAIN);

        perform(robot, "dark theme");
        assertThat(window.model().themeProperty().get()).isEqualTo(ColorTheme.DARK);
        open(robot);
        robot.write("e");
        window.screenshot("palette-dark");
    }

    @Test
    void everyPageHasItsActionsThereAndOnlyWhatCanBeDone(FxRobot robot) {
        // The best grouping is looked for as soon as somebody wants to see it.
        window.go(Page.GROUPING);
        window.go(Page.BOARD);
        open(robot);
        window.screenshot("palette");

        assertThat(listed(robot))
                .contains("Go to Board", "Train: Pause all")
                .anyMatch(words -> words.startsWith("Report: Export "))
                .anyMatch(words -> words.startsWith("Board: Candidates › "))
                .anyMatch(words -> words.startsWith("Losses: Export"))
                .anyMatch(words -> words.startsWith("Grouping: Export figure › "))
                .doesNotContain("Undo", "Redo");
    }

    @Test
    void theArrowsChooseAndEscapePutsItAway(FxRobot robot) {
        Object before = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.stage.getScene().getFocusOwner());
        open(robot);
        robot.type(KeyCode.ESCAPE);
        rest();
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        assertThat(WaitForAsyncUtils.<Object>waitForAsyncFx(
                        10_000, () -> window.stage.getScene().getFocusOwner()))
                .isSameAs(before);

        open(robot);
        robot.write("go to");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        rest();
        assertThat(window.model().pageProperty().get()).isEqualTo(Page.LOSSES);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
    }
}
