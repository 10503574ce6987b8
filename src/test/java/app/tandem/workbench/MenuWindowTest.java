package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Budget;
import app.tandem.study.StudyEdit;
import app.tandem.workbench.common.Language;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The menus of the shell, made of the same actions as the palette. */
@OnDisplay
class MenuWindowTest extends RoomsWindowTest {

    @BeforeEach
    void putThePointerAside(FxRobot robot) {
        robot.moveTo(Point2D.ZERO);
        rest();
    }

    private static String shown(FxRobot robot) {
        return robot.lookup(".context-menu .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining(" | "));
    }

    @Test
    void theMenuOfTheStudyShowsEveryShortcutAndUndoes(FxRobot robot) {
        Budget before = session.study().budget();
        window.act(() -> session.edit(new StudyEdit.SetBudget(Budget.parse("4"))));
        robot.clickOn("#study-menu");
        rest();
        assertThat(shown(robot))
                .contains("Open a study… | Ctrl+O", "Undo | Ctrl+Z", "Redo | Ctrl+Y", "Find an action | Ctrl+K");
        window.screenshotOfPopup("study-menu");

        robot.clickOn("Undo");
        rest();
        assertThat(session.study().budget()).isEqualTo(before);
    }

    @Test
    void aStudyThatTrainsIsClosedOnceTheUserAgreesToPauseIt(FxRobot robot) {
        robot.clickOn("#study-menu").clickOn("Close the study");
        robot.clickOn("Stay");
        rest();
        assertThat(window.model().studyProperty().get()).isPresent();

        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        window.screenshotOfDialog("close-study");
        robot.clickOn("Pause and close the study");
        rest();
        assertThat(window.model().studyProperty().get()).isEmpty();
        assertThat(session.isClosed()).isTrue();
    }

    @Test
    void theSettingsSwitchTheLanguage(FxRobot robot) {
        robot.clickOn("#settings");
        rest();
        window.screenshotOfPopup("settings-menu");
        robot.clickOn("Language: 한국어");
        rest();
        assertThat(window.model().languageProperty().get()).isEqualTo(Language.KOREAN);
        assertThat(robot.lookup("#settings").queryAs(Button.class).getText()).isEqualTo("설정");
    }

    @Test
    void theKeysAreShownByF1AndPutAwayByEscape(FxRobot robot) {
        robot.type(KeyCode.F1);
        rest();
        assertThat(robot.lookup("#keys-sheet .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Ctrl+K", "Find an action", "Alt+↑ ↓");
        window.screenshot("keys");
        robot.type(KeyCode.ESCAPE);
        rest();
        assertThat(robot.lookup("#keys-sheet").tryQuery()).isEmpty();

        window.act(() -> window.model().switchLanguage());
        robot.type(KeyCode.F1);
        rest();
        window.screenshot("keys-ko");
    }

    @Test
    void aSheetTakesThePlaceOfAnother(FxRobot robot) {
        robot.clickOn("#open-palette");
        rest();
        robot.type(KeyCode.F1);
        rest();
        assertThat(robot.lookup("#keys-sheet").tryQuery()).isPresent();
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        robot.type(KeyCode.F1);
        rest();
        assertThat(robot.lookup("#keys-sheet").tryQuery()).isEmpty();
    }
}
