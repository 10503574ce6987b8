package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.workbench.Introduction.Step;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The first steps of a first study, in the real window. */
@OnDisplay
class IntroductionWindowTest {

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) {
        window = WindowUnderTest.firstTime(stage);
    }

    @AfterEach
    void stop() {
        window.background.close();
    }

    private Optional<Step> step() {
        window.background.awaitQuiet();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.model().introduction().stepProperty().get());
    }

    private static Bounds onScreen(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> node.localToScreen(node.getLayoutBounds()));
    }

    /** The outline is around the control, and the card beside it, whole and in the window. */
    private void assertPointsAt(FxRobot robot, String target) {
        window.background.awaitQuiet();
        Bounds card = onScreen(robot, "#introduction-card");
        Bounds control = onScreen(robot, target);
        assertThat(onScreen(robot, ".introduction-outline").contains(control))
                .as(target)
                .isTrue();
        assertThat(card.intersects(control)).as(target).isFalse();
        assertThat(onScreen(robot, ".shell").contains(card)).isTrue();
    }

    /** Light, dark and in Korean. */
    private void pictures(Step shown) {
        String name = "first-steps-" + shown.name().toLowerCase(Locale.ROOT);
        window.screenshot(name);
        window.act(window.model()::switchTheme);
        window.act(window.model()::switchLanguage);
        window.screenshot(name + "-dark-ko");
        window.act(window.model()::switchTheme);
        window.act(window.model()::switchLanguage);
    }

    @Test
    void eachStepPointsAtTheControlAndIsOverWhenItIsReallyDone(FxRobot robot) {
        assertThat(step()).contains(Step.OPEN);
        assertPointsAt(robot, "#sample-rooms");
        pictures(Step.OPEN);
        robot.clickOn("#sample-rooms");

        assertThat(step()).contains(Step.BUILD);
        assertPointsAt(robot, "#new-network");
        pictures(Step.BUILD);
        robot.drag("#palette-normal").dropTo("#new-network");

        // The study of this test trains already, but not since this step began.
        assertThat(step()).contains(Step.TRAIN);
        assertPointsAt(robot, "#board-train");
        pictures(Step.TRAIN);
        robot.clickOn("#introduction-next");

        assertThat(step()).contains(Step.BEST);
        assertPointsAt(robot, "#budget-slider");
        pictures(Step.BEST);
        assertThat(window.kept.introduced()).isFalse();
        robot.clickOn("#introduction-next");
        assertThat(step()).isEmpty();
        assertThat(window.kept.introduced()).isTrue();
        assertThat(robot.lookup("#introduction-card").<Node>query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void lossesThatWereMeasuredElsewhereAreNotToBeTrained(FxRobot robot) {
        window.act(() -> window.model().show(RoomsStudy.ofLosses()));
        assertThat(step()).contains(Step.BUILD);
        robot.clickOn("#introduction-next");
        assertThat(step()).contains(Step.BEST);
    }

    @Test
    void itIsSkippedForGoodAtAnyStepAndBegunAgainByName(FxRobot robot) {
        assertThat(step()).contains(Step.OPEN);
        robot.clickOn("#introduction-skip");
        assertThat(step()).isEmpty();
        assertThat(window.kept.introduced()).isTrue();

        robot.clickOn("#sample-rooms");
        window.background.awaitQuiet();
        assertThat(step()).isEmpty();
        robot.clickOn("#open-palette").write("first steps").type(KeyCode.ENTER);
        assertThat(step()).contains(Step.BUILD);
        robot.clickOn("#open-palette").write("skip the first").type(KeyCode.ENTER);
        assertThat(step()).isEmpty();
    }
}
