package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.grouping.Served;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import app.tandem.workbench.grouping.ShownGrouping;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The Grouping page under the mouse and the keyboard. */
@OnDisplay
class GroupingWindowTest extends RoomsWindowTest {

    @BeforeEach
    void goThere() {
        window.go(Page.GROUPING);
    }

    private ShownGrouping shown() {
        return window.model()
                .studyProperty()
                .get()
                .orElseThrow()
                .grouping()
                .stateProperty()
                .get()
                .shown()
                .orElseThrow();
    }

    private String callout(FxRobot robot) {
        Label callout = robot.lookup("#plot-callout").queryAs(Label.class);
        assertThat(callout.isVisible()).isTrue();
        assertThat(robot.lookup("#frontier-plot").query().getAccessibleText()).isEqualTo(callout.getText());
        return callout.getText();
    }

    private void press(FxRobot robot, KeyCode... codes) {
        for (KeyCode code : codes) {
            robot.push(code);
        }
        window.background.awaitQuiet();
    }

    @Test
    void thePointsOfThePlotAreReadAndChosenByKeyboardAndByMouse(FxRobot robot) {
        Node plot = robot.lookup("#frontier-plot").query();
        window.act(plot::requestFocus);
        press(robot, KeyCode.HOME);
        assertThat(callout(robot)).contains("All in one, 1 SNT", "SDNKT", "validation 0.5076", "test 0.5028");
        press(robot, KeyCode.END);
        assertThat(callout(robot)).contains("at 5 SNT", "over the best");
        press(robot, KeyCode.HOME);
        for (int presses = 0; presses < 20 && !callout(robot).startsWith("Semantic alone"); presses++) {
            press(robot, KeyCode.RIGHT);
        }
        press(robot, KeyCode.ENTER);
        String told = callout(robot);
        assertThat(told).contains("Semantic alone, 2 SNT", "over the best");
        assertThat(shown().name()).isEqualTo("Semantic alone");
        assertThat(robot.lookup("#shown-title").queryAs(Label.class).getText()).isEqualTo("Semantic alone, 2 SNT");
        window.screenshot("grouping-mine");

        Node ring = robot.lookup(".point-ring").query();
        Bounds here = ring.localToScreen(ring.getBoundsInLocal());
        press(robot, KeyCode.HOME);
        robot.moveTo(here.getCenterX(), here.getCenterY() - 40);
        robot.moveTo(here.getCenterX(), here.getCenterY());
        window.background.awaitQuiet();
        assertThat(callout(robot)).isEqualTo(told);
        robot.clickOn("Budget steps");
        robot.clickOn(robot.from(robot.lookup("#budget-steps").<Node>query())
                .lookup("1.5")
                .<Node>query());
        window.background.awaitQuiet();
        assertThat(shown().kind()).isEqualTo(ShownGrouping.Kind.BEST);
        assertThat(session.study().budget()).isEqualTo(Budget.parse("1.5"));
        robot.clickOn(here.getCenterX(), here.getCenterY());
        window.background.awaitQuiet();
        assertThat(shown().name()).isEqualTo("Semantic alone");
    }

    @Test
    void aClickBesideThePointsChoosesTheBudgetUnderItAndThePointsWordsGoWithThePointer(FxRobot robot) {
        Node plot = robot.lookup("#frontier-plot").query();
        Label callout = robot.lookup("#plot-callout").queryAs(Label.class);
        Node ring = robot.lookup(".point-ring").query();
        window.act(plot::requestFocus);
        press(robot, KeyCode.END);
        Bounds last = ring.localToScreen(ring.getBoundsInLocal());
        press(robot, KeyCode.HOME);
        Bounds first = ring.localToScreen(ring.getBoundsInLocal());
        double perSnt = (last.getCenterX() - first.getCenterX()) / 4;
        double above = last.getCenterY() - (last.getCenterY() - first.getCenterY()) / 2;
        robot.clickOn("Budget steps");

        robot.clickOn(first.getCenterX() + 3.1 * perSnt, above);
        rest();
        assertThat(session.study().budget()).isEqualTo(Budget.parse("4"));
        assertThat(shown().kind()).isEqualTo(ShownGrouping.Kind.BEST);
        assertThat(callout.isVisible()).as("no point is there").isFalse();
        robot.clickOn(first.getCenterX() - 40, above);
        robot.rightClickOn(first.getCenterX() + perSnt, above);
        rest();
        assertThat(session.study().budget())
                .as("beside the axes, or by another button")
                .isEqualTo(Budget.parse("4"));

        robot.clickOn(last.getCenterX(), last.getCenterY());
        rest();
        assertThat(callout(robot)).contains("5 SNT");
        robot.moveTo("#budget-field");
        rest();
        assertThat(callout.isVisible()).isFalse();
        assertThat(ring.isVisible()).isFalse();
    }

    @Test
    void whereNothingIsMeasuredTheNextStepIsOneClickAway(FxRobot robot) {
        window.act(() -> window.model().show(RoomsStudy.untrained()));
        window.go(Page.GROUPING);
        assertThat(robot.lookup("#search-badge").queryAs(Label.class).getText()).startsWith("0 of ");
        window.screenshot("grouping-empty");
        robot.clickOn("#go-to-train");
        rest();
        assertThat(window.model().pageProperty().get()).isEqualTo(Page.TRAIN);
    }

    @Test
    void aRunnerUpThatIsChosenIsDrawnAndPutOnTheBoard(FxRobot robot) {
        robot.clickOn(robot.from(robot.lookup("#runner-ups").<Node>query())
                .lookup("3")
                .<Node>query());
        window.background.awaitQuiet();
        assertThat(shown().rank()).isEqualTo(3);
        assertThat(robot.lookup("#shown-facts").queryAs(Label.class).getText()).contains("over the best");
        robot.clickOn("#put-on-board");
        window.background.awaitQuiet();
        assertThat(session.study().groupings()).last().satisfies(put -> assertThat(put.networks())
                .isEqualTo(shown().networks().stream().map(Served::network).toList()));
    }

    @Test
    void theMissingNetworksOfAGroupingAreTrainedAndSeenTraining(FxRobot robot) {
        Network third = Network.of(TaskSet.of(0, 2), EncoderSize.parse("1/3"));
        Network rest = Network.of(TaskSet.of(1, 3, 4), EncoderSize.FULL);
        Grouping mine = new Grouping("New", List.of(Grouping.Member.of(third), Grouping.Member.of(rest)));
        window.act(() -> session.edit(new StudyEdit.AddGrouping(0, mine)));
        robot.clickOn("My groupings");
        TableView<?> table = robot.lookup("#my-groupings").queryTableView();
        assertThat(table.getItems()).hasSize(4);
        robot.clickOn(robot.from((Node) table).lookup("New").<Node>query());
        window.background.awaitQuiet();
        Button train = robot.lookup("#train-missing").queryButton();
        window.screenshot("grouping-untrained-mine");
        assertThat(train.getText()).contains("1 run", "8 s");
        robot.clickOn(train);
        window.background.awaitQuiet();
        assertThat(session.trainedFirst()).containsExactly(third);
        assertThat(window.model().pageProperty().get()).isEqualTo(Page.TRAIN);
    }

    @Test
    void aMethodIsDrawnAndItsCurveTakenOutOfThePlot(FxRobot robot) {
        Node table = robot.lookup("#methods-table").query();
        robot.clickOn(robot.from(table).lookup("ESA").<Node>query());
        window.background.awaitQuiet();
        assertThat(shown().name()).isEqualTo("esa");
        assertThat(robot.lookup("#shown-title").queryAs(Label.class).getText()).isEqualTo("ESA at 2.5 SNT");
        window.screenshot("grouping-method");
        CheckBox box = robot.from(table).lookup(".check-box").<CheckBox>queryAll().stream()
                .filter(each -> "Show the curve of ESA".equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        assertThat(box.isSelected()).isTrue();
        robot.clickOn(box);
        window.background.awaitQuiet();
        assertThat(window.model()
                        .studyProperty()
                        .get()
                        .orElseThrow()
                        .grouping()
                        .methods()
                        .stateProperty()
                        .get()
                        .hidden())
                .contains("esa");
        window.screenshot("grouping-without-esa");
    }
}
