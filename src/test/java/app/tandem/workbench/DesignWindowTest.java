package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Study;
import app.tandem.workbench.common.Language;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The sheet on which a study's seeds, settings and tasks are changed. */
@OnDisplay
class DesignWindowTest extends RoomsWindowTest {

    @BeforeEach
    void putThePointerAside(FxRobot robot) {
        robot.moveTo(Point2D.ZERO);
        rest();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void type(FxRobot robot, String id, String text) {
        robot.clickOn(id);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(text);
        rest();
    }

    @Test
    void seedsAreAddedWhereThePageSaysThatThereAreTooFew(FxRobot robot) {
        Study before = session.study();
        window.go(Page.GROUPING);
        rest();
        robot.clickOn("#add-seeds");
        rest();
        TextField seeds = robot.lookup("#design-seeds").queryAs(TextField.class);
        assertThat(seeds.getText()).as("as many as a claim takes").isEqualTo("3");
        assertThat(seeds.isFocused()).isTrue();
        assertThat(text(robot, "#design-summary")).contains("72 new runs", "about 9 min");
        window.screenshot("design");

        robot.clickOn("#design-apply");
        rest();
        assertThat(session.study()).isEqualTo(before.withSeeds(3));
        assertThat(robot.lookup("#design-sheet").tryQuery()).isEmpty();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        rest();
        assertThat(session.study()).isEqualTo(before);
    }

    @Test
    void mistakesAreSaidAtTheirFieldsAndWhatWasTypedStaysWhileTheSheetIsAway(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("study epochs").type(KeyCode.ENTER);
        rest();
        robot.clickOn("#design-add-setting").clickOn("#design-add-LARGE");
        rest();
        type(robot, "#design-setting-1-epochs", "x");
        assertThat(text(robot, "#fault-epochs")).contains("large: ‘x’ is not a whole number");
        assertThat(robot.lookup("#design-apply").queryAs(Button.class).isDisabled())
                .isTrue();
        window.act(() -> window.model().switchTheme());
        window.screenshot("design-dark");

        robot.type(KeyCode.ESCAPE);
        window.act(() -> window.model().switchLanguage());
        assertThat(window.model().languageProperty().get()).isEqualTo(Language.KOREAN);
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        rest();
        assertThat(robot.lookup("#design-setting-1-epochs")
                        .queryAs(TextField.class)
                        .getText())
                .isEqualTo("x");
        assertThat(text(robot, "#fault-epochs")).contains("정수가 아닙니다");
        robot.clickOn("#design-more");
        window.resize(1100, 700);
        window.screenshot("design-ko");
    }

    @Test
    void workersAreChosenForThisMachineAndRemembered(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("worker").type(KeyCode.ENTER);
        rest();
        robot.write("many");
        assertThat(text(robot, "#workers-fault")).contains("‘many’ is not a whole number");
        type(robot, "#workers-count", "1");
        window.screenshot("workers");
        robot.clickOn("#workers-apply");
        rest();
        assertThat(window.workers.slots()).hasSize(1);
        assertThat(window.kept.workers().workers()).isEqualTo(1);
        assertThat(robot.lookup("#workers-sheet").tryQuery()).isEmpty();
        assertThat(session.canUndo()).as("it is no edit of the study").isFalse();

        window.act(() -> window.model().switchLanguage());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        window.act(() -> robot.lookup("#palette-field").queryAs(TextField.class).setText("장치"));
        robot.type(KeyCode.ENTER);
        rest();
        window.screenshot("workers-ko");
    }

    @Test
    void tabGoesRoundInTheSheet(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        rest();
        robot.type(KeyCode.TAB);
        assertThat(robot.lookup("#design-more").query().isFocused()).isTrue();
        robot.press(KeyCode.SHIFT)
                .type(KeyCode.TAB)
                .type(KeyCode.TAB)
                .type(KeyCode.TAB)
                .release(KeyCode.SHIFT);
        assertThat(robot.lookup("#design-name").query().getScene().getFocusOwner())
                .as("before the name is the button that closes the sheet, and before that the last button")
                .matches(node -> node.getStyleClass().contains("flat"));
    }
}
