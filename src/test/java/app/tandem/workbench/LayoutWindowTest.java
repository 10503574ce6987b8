package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window comes back as it was left. */
@OnDisplay
class LayoutWindowTest {

    private static final double LEFT_WIDTH = 1234;
    private static final double LEFT_HEIGHT = 767;
    private static final double SIDE = 350;
    private static final WindowLayout.Place LEFT_AT = new WindowLayout.Place(57, 31);

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage shared) {
        WindowLayout left =
                new WindowLayout(LEFT_WIDTH, LEFT_HEIGHT, false, Optional.of(LEFT_AT), Map.of("train", SIDE));
        WindowChoices before = new WindowChoices(ColorTheme.DARK, Language.ENGLISH, List.of(), left);
        // The stage of the tests keeps the size that another test gave it.
        window = new WindowUnderTest(new Stage(), Optional.of(RoomsStudy.untrained()), before);
    }

    @AfterEach
    void stop() {
        window.act(window.stage::hide);
        window.background.close();
    }

    private double side(FxRobot robot) {
        SplitPane split = robot.lookup(".page-split").queryAs(SplitPane.class);
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            split.applyCss();
            split.layout();
            return split.getWidth() * (1 - split.getDividerPositions()[0]);
        });
    }

    @Test
    void sizeAndDividersAreAsTheyWereLeft(FxRobot robot) {
        window.background.awaitQuiet();
        assertThat(window.stage.getScene().getWidth()).isEqualTo(LEFT_WIDTH);
        assertThat(window.stage.getScene().getHeight()).isEqualTo(LEFT_HEIGHT);
        assertThat(window.stage.getX()).isEqualTo(LEFT_AT.x());
        assertThat(window.stage.getY()).isEqualTo(LEFT_AT.y());

        window.go(Page.TRAIN);
        assertThat(side(robot)).isCloseTo(SIDE, within(1.0));
        window.act(() -> window.model().switchLanguage());
        assertThat(side(robot)).as("in another language").isCloseTo(SIDE, within(1.0));
    }

    @Test
    void aDividerThatIsDraggedIsRemembered(FxRobot robot) {
        window.go(Page.TRAIN);
        robot.drag(robot.lookup(".page-split > .split-pane-divider").<Node>query())
                .moveBy(-80, 0)
                .drop();
        window.background.awaitQuiet();
        assertThat(window.kept.layout().side("train")).hasValueCloseTo(SIDE + 80, within(3.0));
    }

    @Test
    void aWindowComesBackToItsPlaceOnlyWhereItCanBeGraspedThere() {
        WindowLayout layout = WindowLayout.FIRST.withPlace(new WindowLayout.Place(1900, 10));
        Rectangle2D screen = new Rectangle2D(0, 0, 1920, 1080);
        Rectangle2D beside = new Rectangle2D(1920, 0, 1920, 1080);
        assertThat(layout.placeOn(List.of(screen)))
                .as("the other screen is gone")
                .isEmpty();
        assertThat(layout.placeOn(List.of(screen, beside))).isEqualTo(layout.place());
        assertThat(layout.withPlace(new WindowLayout.Place(0, -300)).placeOn(List.of(screen)))
                .as("above the screen")
                .isEmpty();
    }

    @Test
    void aPlaceIsRememberedOnceTheWindowIsLetGoOf() throws Exception {
        window.act(() -> window.stage.setX(91));
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> window.kept.layout().place().filter(at -> at.x() == 91).isPresent());
    }

    @Test
    void aSizeIsRememberedOnceTheFrameIsLetGoOf() throws Exception {
        window.act(() -> window.stage.setWidth(1300));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> window.kept.layout().width() != LEFT_WIDTH);
        assertThat(window.kept.layout().width()).isCloseTo(1300, within(20.0));
    }

    @Test
    void aSizeIsRememberedByAWindowThatIsClosedRightAfter() throws Exception {
        Scene scene = window.stage.getScene();
        window.act(() -> {
            scene.heightProperty()
                    .addListener((property, before, after) -> Platform.runLater(() ->
                            window.stage.fireEvent(new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST))));
            window.stage.setHeight(800);
        });
        window.closed.get(10, TimeUnit.SECONDS);
        window.background.awaitQuiet();
        assertThat(window.kept.layout().height()).isNotEqualTo(LEFT_HEIGHT).isEqualTo(scene.getHeight());
    }
}
