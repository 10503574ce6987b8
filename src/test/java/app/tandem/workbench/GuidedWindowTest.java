package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.grouping.GuidedAdvice;
import app.tandem.grouping.GuidedSearch;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.GuidedVerdict;
import app.tandem.run.RunState;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.workbench.common.GuidedState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A guided training begun on the board, and its verdict above the queue. */
@OnDisplay
class GuidedWindowTest extends RoomsWindowTest {

    private static final GuidedGoal GOAL = new GuidedGoal(RoomsStudy.SETTING, Budget.parse("2.5"), OptionalInt.empty());

    @Test
    void itIsBegunAmongTheCandidatesAndWatchedOnTheTrainPage(FxRobot robot) {
        window.go(Page.BOARD);
        robot.clickOn("#candidates");
        window.screenshotOfPopup("board-candidates-guided");
        robot.clickOn("#candidates-guided");
        window.background.awaitQuiet();

        assertThat(session.guidedGoals()).containsExactly(GOAL);
        assertThat(window.model().pageProperty().get()).isEqualTo(Page.TRAIN);
        assertThat(robot.lookup("#guided-strip").<Node>query().isVisible()).isFalse();
    }

    @Test
    void itsVerdictIsReadAsItGrowsAndItCanBeEnded(FxRobot robot) {
        window.go(Page.TRAIN);
        guide(state(network -> false, true));
        assertThat(text(robot, "#guided-best")).isEqualTo("No grouping within 2.5 SNT yet");
        window.screenshot("train-guided-opening");

        guide(state(network -> network.tasks().size() == 2 || !network.encoder().equals(EncoderSize.FULL), true));
        assertThat(text(robot, "#guided-title")).isEqualTo("Guided search · setting1 · 2.5 SNT");
        assertThat(text(robot, "#guided-best")).startsWith("Best so far: ").contains(" SNT");
        assertThat(text(robot, "#guided-badge")).isEqualTo("Searching");
        assertThat(lines(robot)).anyMatch(line -> line.matches("With a probability of \\d+ % an untrained .*"));
        window.screenshot("train-guided");
        window.act(() -> window.model().switchLanguage());
        window.act(() -> window.model().switchTheme());
        window.resize(1280, 800);
        window.screenshot("train-guided-ko-dark-small");
        window.act(() -> window.model().switchLanguage());

        guide(state(network -> true, false));
        assertThat(text(robot, "#guided-badge")).isEqualTo("All trained");
        window.screenshot("train-guided-ended");
        robot.clickOn("#guided-end");
        window.background.awaitQuiet();
        assertThat(robot.lookup("#guided-strip").<Node>query().isVisible()).isFalse();
    }

    @Test
    void itsEndIsToldOnceItHasChosenNothingMore(FxRobot robot) {
        window.go(Page.TRAIN);
        guide(state(network -> true, true));
        session.runs().forEach(run -> session.update(run.key(), each -> StudyInMemory.with(each, RunState.DONE)));
        window.background.awaitQuiet();
        assertThat(robot.lookup(".plain-notification").tryQuery())
                .as("it may choose another network")
                .isEmpty();

        guide(state(network -> true, false));

        assertThat(robot.lookup(".plain-notification").lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("rooms, five tasks: the guided search has ended; 36 runs are trained. Click to see the"
                        + " best grouping.");
    }

    @Test
    void whereItCannotGoOnItSaysWhy(FxRobot robot) {
        window.go(Page.TRAIN);
        guide(new GuidedState(GOAL, Optional.empty(), Optional.of("There is no setting ‘setting1’."), 3));

        assertThat(text(robot, "#guided-badge")).isEqualTo("Cannot go on");
        assertThat(lines(robot))
                .containsExactly(
                        "It cannot go on: There is no setting ‘setting1’.", "3 other runs wait until it ends.");
        window.screenshot("train-guided-stuck");
    }

    private void guide(GuidedState state) {
        session.guide(state);
        window.background.awaitQuiet();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Label>query().getText();
    }

    private static List<String> lines(FxRobot robot) {
        return robot.lookup("#guided-strip").lookup(".muted").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(words -> words.endsWith("."))
                .toList();
    }

    /** As if these networks were trained, two of what is chosen then were under way, and one had been left out. */
    private GuidedState state(Predicate<Network> trained, boolean going) {
        LossTable all = session.losses(RoomsStudy.SETTING);
        LossTable.Builder known = LossTable.builder(all.setting(), all.taskIds(), all.weights());
        for (int row = 0; row < all.networks().size(); row++) {
            Network network = all.networks().get(row);
            known.network(network);
            if (trained.test(network)) {
                for (int task : network.tasks()) {
                    double loss = all.cell(row, task, Measure.VALIDATION).mean();
                    known.add(network, 0, Measure.VALIDATION, task, loss);
                }
            }
        }
        LossTable table = known.build();
        List<Network> next =
                GuidedSearch.USUAL.ask(table, GOAL.budget(), 2, Set.of()).train();
        List<Network> underWay = next.subList(0, Math.min(2, next.size()));
        GuidedAdvice advice = GuidedSearch.USUAL.ask(table, GOAL.budget(), 0, Set.copyOf(underWay));
        List<Network> leftOut = going ? table.networks().subList(35, 36) : List.of();
        GuidedVerdict verdict = new GuidedVerdict(GOAL, table, advice, underWay, leftOut, going);
        return new GuidedState(GOAL, Optional.of(verdict), Optional.empty(), going ? 4 : 0);
    }
}
