package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Long work in the background: seen, followed and stopped from the bottom line. */
@OnDisplay
class WorkWindowTest extends RoomsWindowTest {

    @BeforeEach
    void putThePointerAside(FxRobot robot) {
        robot.moveTo(Point2D.ZERO);
        window.background.awaitQuiet();
    }

    private static void awaitVisible(FxRobot robot, String id, boolean visible) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(id)
                .tryQuery()
                .map(node -> node.isVisible() && node.getParent().isVisible())
                .filter(seen -> seen == visible)
                .isPresent());
    }

    @Test
    void preparingTheImagesIsSeenAndStopped(FxRobot robot) throws TimeoutException {
        session.prepare(OptionalDouble.of(0.4));
        awaitVisible(robot, "#work-indicator", true);
        assertThat(robot.lookup("#work-indicator").queryAs(Button.class).getText())
                .startsWith("Preparing the images · 40 %");

        robot.clickOn("#work-indicator");
        awaitVisible(robot, "#works", true);
        robot.moveTo(Point2D.ZERO);
        window.screenshot("works");
        window.act(() -> window.model().switchTheme());
        window.screenshot("works-dark");
        robot.clickOn(".stop-work");
        window.background.awaitQuiet();

        assertThat(session.preparing()).isEmpty();
        awaitVisible(robot, "#work-indicator", false);
        assertThat(robot.lookup("#works").query().getParent().isVisible()).isFalse();
    }

    @Test
    void whatIsUnderWayIsStoppedByKeysAlone(FxRobot robot) throws TimeoutException {
        session.prepare(OptionalDouble.of(0.4));
        awaitVisible(robot, "#work-indicator", true);
        window.act(() -> robot.lookup("#work-indicator").query().requestFocus());
        robot.type(KeyCode.SPACE);
        awaitVisible(robot, "#works", true);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        window.background.awaitQuiet();
        robot.write("stop preparing");
        robot.type(KeyCode.ENTER);
        window.background.awaitQuiet();
        assertThat(session.preparing()).isEmpty();
    }
}
