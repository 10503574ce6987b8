package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Groupings built with a real pointer that drags real cards. */
@OnDisplay
class BoardWindowTest extends RoomsWindowTest {

    @BeforeEach
    void goToTheBoard() {
        window.go(Page.BOARD);
    }

    private List<String> networks() {
        return session.study().groupings().get(0).members().stream()
                .map(BoardWindowTest::write)
                .toList();
    }

    /** {@code SDn@1}; what is train-only stands in small letters. */
    private static String write(Grouping.Member member) {
        StringBuilder text = new StringBuilder();
        member.network().tasks().stream()
                .forEach(task -> text.append((member.trainOnly().contains(task) ? "sdnkt" : "SDNKT").charAt(task)));
        return text + "@" + member.network().encoder();
    }

    @Test
    void cardsAreDraggedCopiedTakenOutAndBroughtBack(FxRobot robot) {
        robot.drag("#card-0-depth_zbuffer").dropTo("#column-B");
        rest();
        assertThat(networks()).containsExactly("SN@1", "DnKT@1", "N@1/2");

        robot.drag("#card-0-segment_semantic").dropTo("#new-network");
        rest();
        assertThat(networks()).containsExactly("N@1", "DnKT@1", "N@1/2", "S@1");

        robot.drag("#card-1-edge_texture").press(KeyCode.CONTROL).dropTo("#column-D");
        robot.release(KeyCode.CONTROL);
        rest();
        assertThat(networks()).containsExactly("N@1", "DnKT@1", "N@1/2", "ST@1");

        // Four networks are wider than the board, and the drags have scrolled it as far as their speed allowed.
        window.act(
                () -> robot.lookup(".board-columns").queryAs(ScrollPane.class).setHvalue(0));
        robot.drag("#palette-keypoints2d").dropTo("#encoder-A");
        rest();
        assertThat(networks()).containsExactly("NK@1", "DnKT@1", "N@1/2", "ST@1");

        robot.drag("#card-2-normal").dropTo("#task-palette");
        rest();
        assertThat(networks()).containsExactly("NK@1", "DnKT@1", "ST@1");

        for (int edit = 0; edit < 5; edit++) {
            robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        }
        rest();
        assertThat(networks()).containsExactly("SDN@1", "nKT@1", "N@1/2");
        assertThat(session.canUndo()).isFalse();

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.CONTROL, KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        rest();
        assertThat(networks()).containsExactly("N@1", "DnKT@1", "N@1/2", "S@1");
    }

    @Test
    void whileACardIsHeldItsGhostTheTargetAndTheCostAreSeen(FxRobot robot) {
        robot.drag("#card-0-depth_zbuffer").moveTo("#column-B").moveBy(20, 60);
        rest();
        window.screenshot("board-drag");
        assertThat(robot.lookup(".card-ghost").queryAll()).hasSize(1);
        assertThat(robot.lookup("#add-task-B").queryButton().getText()).startsWith("Drop Depth here · loss 0.");
        assertThat(label(robot, "#budget-verdict")).isEqualTo("After the drop: Exactly on budget");

        robot.moveTo("#new-network");
        rest();
        window.screenshot("board-drag-new");
        assertThat(label(robot, "#grouping-cost")).isEqualTo("3.5");
        assertThat(label(robot, "#budget-verdict")).isEqualTo("After the drop: 1 SNT over the budget of 2.5 SNT");

        robot.moveTo("#task-palette");
        rest();
        window.screenshot("board-drag-away");

        robot.type(KeyCode.ESCAPE);
        rest();
        assertThat(robot.lookup(".card-ghost").queryAll()).isEmpty();
        robot.release(MouseButton.PRIMARY);
        rest();
        assertThat(session.canUndo()).isFalse();
        assertThat(label(robot, "#grouping-cost")).isEqualTo("2.5");
    }

    @Test
    void aDropThatMeansNothingChangesNothing(FxRobot robot) {
        robot.drag("#card-0-normal").dropTo("#column-B");
        rest();
        robot.drag("#card-0-depth_zbuffer").dropTo("#column-A");
        rest();
        robot.drag("#card-0-depth_zbuffer").dropTo("#duplicate-grouping");
        rest();
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void anEncodersSizeIsChosenOrTyped(FxRobot robot) {
        robot.clickOn("#encoder-B").clickOn("#size-3");
        rest();
        assertThat(networks()).containsExactly("SDN@1", "nKT@1/3", "N@1/2");

        robot.clickOn("#encoder-A").clickOn("#size-other");
        rest();
        robot.write("7/5").type(KeyCode.ENTER);
        rest();
        assertThat(session.study().groupings().get(0).cost().toString()).isEqualTo("1.8333");
        robot.press(KeyCode.CONTROL)
                .type(KeyCode.A)
                .release(KeyCode.CONTROL)
                .write("2/5")
                .type(KeyCode.ENTER);
        rest();
        assertThat(networks()).containsExactly("SDN@2/5", "nKT@1/3", "N@1/2");
        window.screenshot("board-sizes");
    }

    @Test
    void aTaskIsMarkedAsTrainOnlyByItsButton(FxRobot robot) {
        robot.moveTo("#card-0-depth_zbuffer");
        robot.clickOn(robot.from(robot.lookup("#card-0-depth_zbuffer").<Node>query())
                .lookup(".train-only")
                .<Node>query());
        rest();
        assertThat(networks()).containsExactly("SdN@1", "nKT@1", "N@1/2");
        assertThat(robot.lookup("#palette-depth_zbuffer .card-line")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("not served by any network");
        window.screenshot("board-unserved");
    }

    @Test
    void groupingsAreMadeRenamedDuplicatedAndDeleted(FxRobot robot) {
        robot.doubleClickOn("As in the paper");
        rest();
        robot.write("Ours").type(KeyCode.ENTER);
        rest();
        assertThat(names()).containsExactly("Ours", "Semantic alone", "All in one");
        robot.clickOn("#duplicate-grouping");
        rest();
        assertThat(names()).containsExactly("Ours", "Ours (copy)", "Semantic alone", "All in one");
        robot.clickOn("#grouping-more").clickOn("#remove-grouping");
        rest();
        assertThat(names()).containsExactly("Ours", "Semantic alone", "All in one");
        robot.clickOn("#undo");
        rest();
        assertThat(names()).containsExactly("Ours", "Ours (copy)", "Semantic alone", "All in one");
        robot.clickOn("#new-grouping");
        rest();
        window.screenshot("board-empty");
        robot.drag("#palette-normal").dropTo("#new-network");
        rest();
        assertThat(session.study().grouping("Grouping 1").networks())
                .containsExactly(Network.of(TaskSet.of(2), EncoderSize.FULL));
    }

    @Test
    void theFirstGroupingBeginsWithADraggedCardOrTheBestFound(FxRobot robot) {
        session.edit(new StudyEdit.RestoreDesign(
                session.study().tasks(), session.study().networks(), List.of()));
        rest();
        window.screenshot("board-welcome");
        robot.drag("#palette-normal").dropTo(".board-welcome");
        rest();
        assertThat(names()).containsExactly("Grouping 1");
        robot.clickOn("#undo");
        rest();
        robot.clickOn("#use-best");
        rest();
        assertThat(names()).containsExactly("Best for 2.5 SNT");
        assertThat(session.study().groupings().get(0).cost().toString()).isEqualTo("2.5");
        assertThat(robot.lookup(".badge.done").queryAs(Label.class).getText()).isEqualTo("best at this budget");
    }

    @Test
    void candidatesAreChosenByWhatTheyTake(FxRobot robot) {
        robot.clickOn("#candidates");
        rest();
        window.screenshotOfPopup("board-candidates");
        robot.clickOn("#candidates-mine");
        rest();
        assertThat(session.study().networks()).hasSize(6);
        assertThat(label(robot, "#runs-left")).startsWith("6 networks × 1 seed, ");
    }

    @Test
    void theBudgetIsTypedOnTheBoard(FxRobot robot) {
        robot.doubleClickOn("#board-budget").write("2").type(KeyCode.ENTER);
        rest();
        assertThat(session.study().budget().toString()).isEqualTo("2");
        assertThat(label(robot, "#budget-verdict")).isEqualTo("0.5 SNT over the budget of 2 SNT");
        window.screenshot("board-over");
        robot.clickOn("#undo");
        rest();
        assertThat(robot.lookup("#board-budget").queryAs(TextField.class).getText())
                .isEqualTo("2.5");
    }

    @Test
    void estimatesAreMarkedOnTheCardsAndInTheTotal(FxRobot robot) {
        session.measure(RoomsStudy.lossesUpTo(2));
        rest();
        Node card = robot.lookup("#card-0-depth_zbuffer").query();
        assertThat(robot.from(card).lookup(".card-line").queryAs(Label.class).getText())
                .matches("≈ 0\\.\\d+ · estimate");
        assertThat(card.getAccessibleText()).contains("Network A", "estimate");
        assertThat(label(robot, "#grouping-loss")).startsWith("≈ ");
        assertThat(label(robot, "#networks-measured")).startsWith("1 of 3 networks measured");
        window.screenshot("board-estimates");
        robot.clickOn("#switch-language");
        rest();
        window.screenshot("board-estimates-ko");

        session.measure(RoomsStudy.losses());
        rest();
        assertThat(label(robot, "#grouping-loss")).isEqualTo("0.4461");
    }

    @Test
    void aClickedCardHasTheFocusAndIsSteeredByKeys(FxRobot robot) {
        robot.clickOn("#card-0-depth_zbuffer");
        rest();
        assertThat(robot.lookup("#card-0-depth_zbuffer").<Node>query().isFocused())
                .isTrue();
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        rest();
        assertThat(networks()).containsExactly("SN@1", "DnKT@1", "N@1/2");
        robot.clickOn("#card-0-normal").type(KeyCode.DELETE);
        rest();
        assertThat(networks()).containsExactly("S@1", "DnKT@1", "N@1/2");
        robot.clickOn("#palette-keypoints2d").type(KeyCode.ENTER);
        rest();
        assertThat(robot.lookup(".context-menu").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aBudgetThatCannotBeReadIsExplainedBelowIt(FxRobot robot) {
        robot.doubleClickOn("#board-budget").write("abc").type(KeyCode.ENTER);
        rest();
        assertThat(label(robot, "#board-budget-fault")).contains("abc");
        assertThat(robot.lookup("#board-budget-fault").<Node>query().isVisible())
                .isTrue();
        window.screenshot("board-budget-fault");
        robot.type(KeyCode.ESCAPE);
        rest();
        assertThat(robot.lookup("#board-budget-fault").<Node>query().isVisible())
                .isFalse();
        assertThat(session.study().budget().toString()).isEqualTo("2.5");
    }

    private List<String> names() {
        return session.study().groupings().stream().map(Grouping::name).toList();
    }

    private static String label(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }
}
