package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Stability;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.GroupingModel;
import app.tandem.workbench.grouping.GroupingState;
import app.tandem.workbench.grouping.GroupingState.Phase;
import app.tandem.workbench.grouping.Overview;
import app.tandem.workbench.grouping.Plot;
import app.tandem.workbench.grouping.PlotPoint;
import app.tandem.workbench.grouping.SeedVerdict;
import app.tandem.workbench.grouping.ShownGrouping;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupingModelTest {

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final Threads threads = new Threads(Runnable::run, Runnable::run);
    private final EditedStudy study = new EditedStudy(session, session.study(), threads, faults::add);
    private final GroupingModel model = new GroupingModel(session, study, threads, faults::add);

    @BeforeEach
    void load() {
        session.addListener(study::changed);
        session.addListener(model::changed);
        model.changed(Change.STUDY);
        model.lookedAt(this, true);
    }

    @Test
    void theBestGroupingOfThePaperIsFound() {
        assertThat(model.best()).hasValueSatisfying(best -> {
            assertThat(best.testLoss().orElseThrow()).isEqualTo(0.44612, within(1e-9));
            assertThat(best.networks()).hasSize(3);
        });
        assertThat(model.stateProperty().get().runnerUps()).hasSize(3).allSatisfy(next -> assertThat(
                        next.validationLoss())
                .isGreaterThanOrEqualTo(model.best().orElseThrow().validationLoss()));
    }

    @Test
    void aBudgetIsTypedAsDecimalOrAsFraction() {
        model.typeBudget("2");
        assertThat(model.best().orElseThrow().networks()).hasSize(2);
        model.typeBudget("5/2");
        assertThat(model.budgetProperty().get()).isEqualTo(Budget.parse("2.5"));
        assertThat(model.budgetFaultProperty().get()).isEmpty();
    }

    @Test
    void whatIsNoBudgetIsToldAndChangesNothing() {
        for (String text : List.of("", "two", "-1", "1/0", "2,5")) {
            model.typeBudget(text);
            assertThat(model.budgetFaultProperty().get()).as(text).isPresent();
            assertThat(model.budgetProperty().get()).isEqualTo(Budget.parse("2.5"));
        }
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void lookingIsNoEditAndKeepingIsOne() {
        model.lookAt(Budget.parse("3"));
        model.lookAt(Budget.parse("4"));
        assertThat(session.canUndo()).isFalse();
        model.keepBudget();
        assertThat(session.study().budget()).isEqualTo(Budget.parse("4"));
        session.undo();
        assertThat(model.budgetProperty().get()).isEqualTo(Budget.parse("2.5"));
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void aBudgetThatNobodyCanMeetHasNoGrouping() {
        model.lookAt(Budget.parse("0.5"));
        assertThat(model.best()).isEmpty();
        assertThat(model.stateProperty().get().runnerUps()).isEmpty();
    }

    @Test
    void aSuggestionThatIsOutOfDateIsMarkedAtItsBudgetOnly() {
        Instant made = Instant.parse("2026-11-24T05:00:00Z");
        assertThat(model.outdatedProperty().get()).isEmpty();
        session.outdate(Budget.parse("2.5"), made);
        assertThat(model.outdatedProperty().get()).contains(made);
        model.lookAt(Budget.parse("3"));
        assertThat(model.outdatedProperty().get()).isEmpty();
        model.lookAt(Budget.parse("2.5"));
        assertThat(model.outdatedProperty().get()).contains(made);
    }

    @Test
    void keepingTheGroupingOfTodayTakesTheMarkAwayAndIsNoEdit() {
        session.outdate(Budget.parse("2.5"), Instant.parse("2026-11-24T05:00:00Z"));
        model.keepGrouping();
        assertThat(model.outdatedProperty().get()).isEmpty();
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void onlyAGroupingThatTheUserTookIsKeptAndNotWhateverABudgetBuys() {
        model.typeBudget("3");
        model.lookAt(Budget.parse("4"));
        model.keepBudget();
        assertThat(session.keptBudgets()).isEmpty();
        model.putOnBoard("Best");
        assertThat(session.keptBudgets()).containsExactly(Budget.parse("4"));
        model.show(model.stateProperty().get().runnerUps().get(1));
        model.putOnBoard("Third");
        assertThat(session.keptBudgets()).containsExactly(Budget.parse("4"));
        model.showBest();
        model.keepGrouping();
        assertThat(session.keptBudgets()).containsExactly(Budget.parse("4"), Budget.parse("4"));
    }

    @Test
    void groupingsMadeByHandAreKnownWithTheLossesThatValidationChose() {
        assertThat(model.stateProperty().get().overview().orElseThrow().mine())
                .extracting(Overview.Mine::name)
                .containsExactly("As in the paper", "Semantic alone", "All in one");
    }

    @Test
    void theBestGroupingIsPutOnTheBoardAsItWasFoundAndTakenBackByOneUndo() {
        int before = session.study().groupings().size();
        model.putOnBoard("All in one");
        assertThat(session.study().groupings()).hasSize(before + 1);
        assertThat(model.stateProperty().get().overview().orElseThrow().mine())
                .last()
                .satisfies(mine -> {
                    assertThat(mine.name()).isEqualTo("All in one (2)");
                    assertThat(mine.selection()).isEqualTo(model.best());
                });
        session.undo();
        assertThat(session.study().groupings()).hasSize(before);
        assertThat(session.canUndo()).isFalse();
        model.lookAt(Budget.parse("0.5"));
        model.putOnBoard("nothing");
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void newLossesBringNewGroupings() {
        StudyInMemory fresh = RoomsStudy.untrained();
        EditedStudy edited = new EditedStudy(fresh, fresh.study(), threads, faults::add);
        GroupingModel watching = new GroupingModel(fresh, edited, threads, faults::add);
        fresh.addListener(watching::changed);
        watching.changed(Change.STUDY);
        watching.lookedAt(this, true);
        assertThat(watching.best()).isEmpty();
        fresh.measure(RoomsStudy.losses());
        assertThat(watching.best()).isPresent();
        assertThat(faults).isEmpty();
    }

    @Test
    void aRunnerUpOrAGroupingOfOnesOwnIsDrawnUntilTheBudgetChanges() {
        assertThat(shown().kind()).isEqualTo(ShownGrouping.Kind.BEST);
        Selection second = model.stateProperty().get().runnerUps().get(1);
        model.show(second);
        assertThat(shown().rank()).isEqualTo(3);
        assertThat(shown().selection()).contains(second);
        assertThat(model.stateProperty().get().excess(second).orElseThrow()).isGreaterThan(-0.1);

        model.showMine("Semantic alone");
        assertThat(shown().name()).isEqualTo("Semantic alone");
        assertThat(shown().missing()).isEmpty();
        model.putOnBoard("Again");
        assertThat(session.canUndo()).as("it is on the board already").isFalse();

        model.lookAt(Budget.parse("3"));
        assertThat(shown().selection()).isEqualTo(model.best());
        model.show(model.stateProperty().get().runnerUps().get(0));
        model.show(model.best().orElseThrow());
        assertThat(shown().kind()).isEqualTo(ShownGrouping.Kind.BEST);
    }

    @Test
    void aGroupingThatIsTakenAwayIsNotDrawnAnyMore() {
        model.showMine("Semantic alone");
        study.edit(new StudyEdit.RemoveGrouping("Semantic alone"));
        assertThat(shown().kind()).isEqualTo(ShownGrouping.Kind.BEST);
    }

    @Test
    void whatAGroupingLacksIsCountedAndTrainedFirst() {
        Network third = Network.of(TaskSet.of(0, 2), EncoderSize.parse("1/3"));
        Network rest = Network.of(TaskSet.of(1, 3, 4), EncoderSize.FULL);
        study.edit(new StudyEdit.AddGrouping(
                0, new Grouping("New", List.of(Grouping.Member.of(third), Grouping.Member.of(rest)))));
        model.showMine("New");
        assertThat(shown().selection()).isEmpty();
        assertThat(shown().missing()).containsExactly(third);
        assertThat(model.forecastProperty().get().orElseThrow().runs())
                .isEqualTo(session.study().seeds());

        model.trainMissing();
        assertThat(session.study().networks()).contains(third);
        assertThat(session.trainedFirst()).containsExactly(third);
        model.showBest();
        assertThat(model.forecastProperty().get()).isEmpty();
    }

    @Test
    void thePlotKnowsWhatStandsAtEachOfItsPoints() {
        GroupingState state = model.stateProperty().get();
        Plot plot = Plot.of(state, model.methods().stateProperty().get(), Words.ENGLISH)
                .orElseThrow();
        assertThat(plot.points())
                .extracting(PlotPoint::name)
                .contains("As in the paper", "Semantic alone", "All in one")
                .hasSize(state.frontier().orElseThrow().points().size() + 3);
        assertThat(plot.points())
                .extracting(point -> point.selection().cost())
                .isSortedAccordingTo(Comparator.naturalOrder());
        for (PlotPoint point : plot.points()) {
            double loss = point.selection().testLoss().orElseThrow();
            if (point.series() < 0) {
                assertThat(plot.curve().mine().get(point.index()).loss()).isEqualTo(loss);
            } else {
                assertThat(plot.curve()
                                .series()
                                .get(point.series())
                                .steps()
                                .get(point.index())
                                .loss())
                        .isEqualTo(loss);
            }
            assertThat(loss / (1 + point.excess().orElseThrow()))
                    .as("without its excess it is the best")
                    .isEqualTo(
                            state.best(Budget.of(point.selection().cost()))
                                    .orElseThrow()
                                    .testLoss()
                                    .orElseThrow(),
                            within(1e-9));
        }
    }

    private ShownGrouping shown() {
        return model.stateProperty().get().shown().orElseThrow();
    }

    @Test
    void howSureTheBestIsIsWorkedOutForWhoLooksCloselyAndClaimedFromThreeSeedsOn() {
        assertThat(model.verdictProperty().get().kind()).isEqualTo(SeedVerdict.Kind.NOTHING);
        model.lookedAtClosely("page", true);
        assertThat(model.verdictProperty().get().kind()).isEqualTo(SeedVerdict.Kind.FEW_SEEDS);
        assertThat(model.verdictProperty().get().seeds()).isEqualTo(1);

        StudyInMemory several = RoomsStudy.severalSettings();
        EditedStudy edited = new EditedStudy(several, several.study(), threads, faults::add);
        GroupingModel sure = new GroupingModel(several, edited, threads, faults::add);
        sure.changed(Change.STUDY);
        sure.lookedAtClosely("page", true);
        SeedVerdict verdict = sure.verdictProperty().get();
        assertThat(verdict.kind()).isEqualTo(SeedVerdict.Kind.KNOWN);
        assertThat(verdict.stability().orElseThrow().rivals())
                .extracting(Stability.Rival::selection)
                .isEqualTo(sure.stateProperty().get().runnerUps());
        sure.lookAt(Budget.parse("0.5"));
        assertThat(sure.verdictProperty().get().kind()).isEqualTo(SeedVerdict.Kind.NOTHING);
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsSearchedForBeforeSomebodyLooksAndNothingTwice() {
        StudyInMemory fresh = RoomsStudy.inTraining();
        EditedStudy edited = new EditedStudy(fresh, fresh.study(), threads, faults::add);
        GroupingModel unseen = new GroupingModel(fresh, edited, threads, faults::add);
        fresh.addListener(edited::changed);
        fresh.addListener(unseen::changed);
        unseen.changed(Change.STUDY);
        fresh.measure(RoomsStudy.losses());
        assertThat(fresh.searches()).isZero();
        assertThat(unseen.stateProperty().get().phase()).isEqualTo(Phase.WAITING);
        assertThat(unseen.stateProperty().get().overview()).isEmpty();
        unseen.glancedAt("board", true);
        assertThat(unseen.stateProperty().get().overview()).isPresent();
        assertThat(fresh.searches()).isZero();

        unseen.lookedAt("page", true);
        assertThat(unseen.stateProperty().get().overview().orElseThrow().mine()).isNotEmpty();
        assertThat(fresh.searches()).isEqualTo(1);
        unseen.lookAt(Budget.parse("3"));
        unseen.keepBudget();
        unseen.putOnBoard("Found");
        unseen.lookedAt("page", false);
        unseen.lookedAt("page", true);
        assertThat(fresh.searches()).as("the losses are the same").isEqualTo(1);
        assertThat(unseen.stateProperty().get().phase()).isEqualTo(Phase.FOUND);
    }

    @Test
    void aSearchThatIsStoppedGoesOnWhenItIsAskedTo() {
        Deque<Runnable> later = new ArrayDeque<>();
        GroupingModel slow = slow(session, later);
        slow.lookedAt("page", true);
        assertThat(slow.stateProperty().get().phase()).isEqualTo(Phase.WAITING);
        later.remove().run();
        assertThat(slow.stateProperty().get().phase()).isEqualTo(Phase.SEARCHING);
        assertThat(slow.searchingProperty().get()).hasValue(-1);

        slow.stopSearch();
        runAll(later);
        assertThat(slow.stateProperty().get().phase()).isEqualTo(Phase.STOPPED);
        assertThat(slow.best()).isEmpty();
        session.measure(RoomsStudy.losses());
        runAll(later);
        assertThat(slow.best()).as("new losses do not begin it again").isEmpty();

        slow.searchAgain();
        runAll(later);
        assertThat(slow.stateProperty().get().phase()).isEqualTo(Phase.FOUND);
        assertThat(slow.best()).isEqualTo(model.best());
        assertThat(slow.searchingProperty().get()).isEmpty();
    }

    @Test
    void aStudyThatIsClosedEndsItsSearch() {
        Deque<Runnable> later = new ArrayDeque<>();
        GroupingModel slow = slow(session, later);
        int before = session.searches();
        slow.lookedAt("page", true);
        slow.close();
        runAll(later);
        slow.searchAgain();
        runAll(later);
        assertThat(session.searches()).isEqualTo(before);
        assertThat(slow.best()).isEmpty();
    }

    @Test
    void measuredNetworksThatAreCandidatesNoMoreAreCounted() {
        assertThat(model.stateProperty().get().overview().orElseThrow().extra()).isZero();
        session.edit(new StudyEdit.SetNetworks(session.study().networks().subList(0, 30)));
        assertThat(model.stateProperty().get().overview().orElseThrow().extra()).isEqualTo(6);
        assertThat(model.stateProperty().get().overview().orElseThrow().measured())
                .isEqualTo(36);
    }

    @Test
    void aSettingThatIsChosenWhileAnotherIsBeingReadIsShown() {
        Deque<Runnable> later = new ArrayDeque<>();
        Deque<Runnable> window = new ArrayDeque<>();
        StudyInMemory several = RoomsStudy.severalSettings();
        EditedStudy edited = new EditedStudy(several, several.study(), threads, faults::add);
        GroupingModel busy = new GroupingModel(several, edited, new Threads(later::add, window::add), faults::add);
        busy.glancedAt("board", true);
        later.remove().run();
        busy.chooseSetting("setting3");
        while (!window.isEmpty() || !later.isEmpty()) {
            runAll(window);
            runAll(later);
        }

        assertThat(busy.stateProperty().get().overview().orElseThrow().setting())
                .isEqualTo("setting3");
        assertThat(faults).isEmpty();
    }

    /** Its work in the background waits until the test runs it. */
    private GroupingModel slow(StudyInMemory of, Deque<Runnable> later) {
        Threads queued = new Threads(later::add, Runnable::run);
        GroupingModel slow = new GroupingModel(of, study, queued, faults::add);
        of.addListener(slow::changed);
        slow.changed(Change.STUDY);
        runAll(later);
        return slow;
    }

    private static void runAll(Deque<Runnable> later) {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }
}
