package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.study.Budget;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.GroupingModel;
import java.time.Instant;
import java.util.ArrayList;
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
    }

    @Test
    void theBestGroupingOfThePaperIsFound() {
        assertThat(model.best()).hasValueSatisfying(best -> {
            assertThat(best.testLoss().orElseThrow()).isEqualTo(0.44612, within(1e-9));
            assertThat(best.networks()).hasSize(3);
        });
        assertThat(model.runnerUps()).hasSize(3).allSatisfy(next -> assertThat(next.validationLoss())
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
        assertThat(model.runnerUps()).isEmpty();
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
    void groupingsMadeByHandAreKnownWithTheLossesThatValidationChose() {
        assertThat(model.solvedProperty().get().orElseThrow().mine())
                .extracting(GroupingModel.Mine::name)
                .containsExactly("As in the paper", "Semantic alone", "All in one");
    }

    @Test
    void theBestGroupingIsPutOnTheBoardAsItWasFoundAndTakenBackByOneUndo() {
        int before = session.study().groupings().size();
        model.putOnBoard("All in one");
        assertThat(session.study().groupings()).hasSize(before + 1);
        assertThat(model.solvedProperty().get().orElseThrow().mine()).last().satisfies(mine -> {
            assertThat(mine.name()).isEqualTo("All in one (2)");
            assertThat(mine.selection()).isEqualTo(model.best().orElseThrow());
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
        assertThat(watching.best()).isEmpty();
        fresh.measure(RoomsStudy.losses());
        assertThat(watching.best()).isPresent();
        assertThat(faults).isEmpty();
    }
}
