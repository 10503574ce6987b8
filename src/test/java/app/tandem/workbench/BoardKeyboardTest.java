package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Grouping;
import app.tandem.workbench.common.Language;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Everything that the pointer does on the board, by keys alone. */
@OnDisplay
class BoardKeyboardTest extends RoomsWindowTest {

    private static final int MOST_STOPS = 40;

    /** A pointer that rests where a menu opens would choose from it. */
    @BeforeEach
    void putThePointerAside(FxRobot robot) {
        robot.moveTo(Point2D.ZERO);
    }

    private List<String> networks() {
        return session.study().groupings().get(0).members().stream()
                .map(Grouping.Member::network)
                .map(network -> network.key(List.of("S", "D", "N", "K", "T")).replace("+", ""))
                .toList();
    }

    private String focused() {
        rest();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> String.valueOf(window.stage.getScene().getFocusOwner().getId()));
    }

    /** Goes from stop to stop of the focus until it is on a node. */
    private void tabTo(FxRobot robot, String id) {
        for (int stop = 0; stop < MOST_STOPS && !focused().equals(id); stop++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    /** Opens a menu and waits until it has the keys. */
    private void open(FxRobot robot, KeyCode key) {
        robot.type(key);
        rest();
    }

    private static void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    @Test
    void cardsAreReachedMovedCopiedAndTakenOut(FxRobot robot) {
        control(robot, KeyCode.DIGIT1);
        tabTo(robot, "palette-segment_semantic");
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("card-0-depth_zbuffer");

        control(robot, KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("card-1-depth_zbuffer");
        assertThat(networks()).containsExactly("SN@1", "DNKT@1", "N@1/2");
        window.screenshot("board-focus");

        open(robot, KeyCode.ENTER);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("card-2-depth_zbuffer");
        assertThat(networks()).containsExactly("SN@1", "NKT@1", "DN@1/2");

        robot.type(KeyCode.T);
        rest();
        assertThat(session.study().groupings().get(0).member(2).trainOnly().contains(1))
                .isTrue();

        robot.type(KeyCode.DELETE);
        assertThat(focused()).isEqualTo("card-2-normal");
        assertThat(networks()).containsExactly("SN@1", "NKT@1", "N@1/2");

        robot.type(KeyCode.DELETE);
        rest();
        assertThat(networks()).containsExactly("SN@1", "NKT@1");
        assertThat(focused()).startsWith("card-1-");

        for (int edit = 0; edit < 5; edit++) {
            control(robot, KeyCode.Z);
        }
        rest();
        assertThat(networks()).containsExactly("SDN@1", "NKT@1", "N@1/2");
        assertThat(session.canUndo()).isFalse();
        control(robot, KeyCode.Y);
        rest();
        assertThat(networks()).containsExactly("SN@1", "DNKT@1", "N@1/2");
    }

    @Test
    void aCardIsCopiedAndANewNetworkBegunByMenu(FxRobot robot) {
        control(robot, KeyCode.DIGIT1);
        tabTo(robot, "card-0-segment_semantic");
        robot.type(KeyCode.M);
        window.screenshotOfPopup("board-card-menu");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        rest();
        assertThat(networks()).containsExactly("DN@1", "NKT@1", "N@1/2", "S@1");
        assertThat(focused()).isEqualTo("card-3-segment_semantic");

        // Copy to, then the first network.
        open(robot, KeyCode.ENTER);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN).type(KeyCode.RIGHT);
        rest();
        robot.type(KeyCode.ENTER);
        rest();
        assertThat(networks()).containsExactly("SDN@1", "NKT@1", "N@1/2", "S@1");
    }

    @Test
    void encoderAndGroupingAreChosenByKeys(FxRobot robot) {
        control(robot, KeyCode.DIGIT1);
        tabTo(robot, "encoder-C");
        open(robot, KeyCode.SPACE);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        rest();
        assertThat(networks()).containsExactly("SDN@1", "NKT@1", "N@1/3");
        tabTo(robot, "remove-network-C");
        robot.type(KeyCode.SPACE);
        rest();
        assertThat(networks()).containsExactly("SDN@1", "NKT@1");
        tabTo(robot, "add-task-B");
        open(robot, KeyCode.SPACE);
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(focused()).isEqualTo("card-1-depth_zbuffer");
        assertThat(networks()).containsExactly("SDN@1", "DNKT@1");
        tabTo(robot, "new-grouping");
        robot.type(KeyCode.SPACE);
        rest();
        assertThat(session.study().groupings()).hasSize(4);
    }

    @Test
    void everythingSaysWhatItIsInBothLanguages() {
        for (Language language : Language.values()) {
            window.go(Page.BOARD);
            List<Node> stops = WaitForAsyncUtils.waitForAsyncFx(
                    10_000, () -> window.stage.getScene().getRoot().lookupAll(".task-card").stream()
                            .toList());
            assertThat(stops).hasSize(12).allSatisfy(card -> assertThat(card.getAccessibleText())
                    .as(card.getId())
                    .isNotBlank());
            assertThat(stops.stream()
                            .filter(card -> "card-1-normal".equals(card.getId()))
                            .map(Node::getAccessibleText))
                    .containsExactly(
                            language == Language.ENGLISH
                                    ? "Surface normals, in Network B, train only"
                                    : "Surface normals, 네트워크 B, 학습 전용");
            window.act(() -> window.model().switchLanguage());
        }
    }
}
