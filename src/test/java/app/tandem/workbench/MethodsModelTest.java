package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import app.tandem.grouping.MethodComparison;
import app.tandem.grouping.MethodPoint;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.GroupingModel;
import app.tandem.workbench.grouping.MethodRow;
import app.tandem.workbench.grouping.Methods;
import app.tandem.workbench.grouping.Plot;
import app.tandem.workbench.grouping.PlotPoint;
import app.tandem.workbench.grouping.ShownGrouping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MethodsModelTest {

    private final List<RuntimeException> faults = new ArrayList<>();
    private final Threads inline = new Threads(Runnable::run, Runnable::run);

    private GroupingModel model(StudyInMemory session, Threads threads) {
        EditedStudy edited = new EditedStudy(session, session.study(), inline, faults::add);
        GroupingModel model = new GroupingModel(session, edited, threads, faults::add);
        session.addListener(edited::changed);
        session.addListener(model::changed);
        model.changed(Change.STUDY);
        return model;
    }

    private static Methods methods(GroupingModel model) {
        return model.methods().stateProperty().get();
    }

    private static MethodRow row(GroupingModel model, String id) {
        return MethodRow.of(methods(model), model.budgetProperty().get()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Only the singles and the pairs are measured. */
    private static LossTable upToPairs() {
        LossTable all = RoomsStudy.losses();
        LossTable.Builder some = LossTable.builder(all.setting(), all.taskIds(), all.weights());
        for (int i = 0; i < all.networks().size(); i++) {
            int row = i;
            Network network = all.networks().get(i);
            some.network(network);
            for (Measure measure : List.of(Measure.VALIDATION, Measure.TEST)) {
                for (int task : network.tasks().size() <= 2 ? network.tasks() : TaskSet.EMPTY) {
                    all.values(row, task, measure)
                            .forEach((seed, loss) -> some.add(network, seed, measure, task, loss));
                }
            }
        }
        return some.build();
    }

    @Test
    void withFewTasksAllMeasuredTheMethodsAreComparedAsOnTheCommandLine() {
        GroupingModel model = model(RoomsStudy.inTraining(), inline);
        assertThat(methods(model).phase()).as("nobody looks yet").isEqualTo(Methods.Phase.NOTHING);
        model.lookedAtClosely("page", true);

        assertThat(methods(model).phase()).isEqualTo(Methods.Phase.KNOWN);
        LossTable table = RoomsStudy.losses();
        MethodComparison same = MethodComparison.of(
                table, MethodComparison.methods(List.of()), MethodComparison.usualBudgets(table.taskCount()));
        assertThat(methods(model).comparison().orElseThrow().points())
                .extracting(MethodPoint::method, MethodPoint::budget, MethodPoint::testLoss)
                .isEqualTo(same.points().stream()
                        .map(point -> tuple(point.method(), point.budget(), point.testLoss()))
                        .toList());
        assertThat(row(model, "hoa").here().orElseThrow().excessPercent().orElseThrow())
                .isCloseTo(100 * (0.4505 / 0.44612 - 1), within(0.1));
        assertThat(row(model, "hoa").meanExcess().orElseThrow())
                .as("as published")
                .isCloseTo(1.05, within(0.01));
        assertThat(row(model, "esa").correlation().orElseThrow().n()).isEqualTo(75);
        assertThat(row(model, "all-in-one").meanExcess())
                .as("it stands at one budget only")
                .isEmpty();
        assertThat(row(model, "tag").here()).as("no joint run was made").isEmpty();
        assertThat(row(model, "tag").lacksRuns()).isTrue();
        assertThat(row(model, "hoa").lacksRuns()).isFalse();
        model.lookAt(Budget.parse("0.5"));
        assertThat(row(model, "hoa").lacksRuns())
                .as("no run makes 0.5 SNT enough")
                .isFalse();
    }

    @Test
    void curvesAreChosenAndTheirPointsDrawnWhenTheyAreChosen() {
        GroupingModel model = model(RoomsStudy.inTraining(), inline);
        model.lookedAtClosely("page", true);
        Plot plot = Plot.of(model.stateProperty().get(), methods(model), Words.ENGLISH)
                .orElseThrow();
        assertThat(plot.curve().series())
                .extracting(series -> series.name())
                .containsExactly("Optimal, test", "Guided search", "HOA", "ESA", "Random, mean");
        model.methods().showCurve("esa", false);
        model.methods().showCurve("all-in-one", true);
        Plot other = Plot.of(model.stateProperty().get(), methods(model), Words.ENGLISH)
                .orElseThrow();
        assertThat(other.curve().series())
                .extracting(series -> series.name())
                .containsExactly("Optimal, test", "Guided search", "HOA", "All in one", "Random, mean");
        PlotPoint hoa = other.points().stream()
                .filter(point -> point.name().equals("hoa") && point.budget().equals(Budget.parse("4.5")))
                .findFirst()
                .orElseThrow();
        assertThat(other.curve()
                        .series()
                        .get(hoa.series())
                        .steps()
                        .get(hoa.index())
                        .loss())
                .isEqualTo(hoa.selection().testLoss().orElseThrow());

        model.showMethod("hoa");
        model.lookAt(Budget.parse("4.5"));
        assertThat(shown(model).selection())
                .as("a method is followed from budget to budget")
                .contains(hoa.selection());
        assertThat(shown(model).isForTheBoard()).isTrue();
    }

    @Test
    void aMethodWhoseRunsAreMissingSaysWhichAndTheyAreTrained() {
        StudyInMemory session = RoomsStudy.untrained();
        session.measure(upToPairs());
        GroupingModel model = model(session, inline);
        model.lookedAtClosely("page", true);
        assertThat(methods(model).phase()).as("not all is measured").isEqualTo(Methods.Phase.WAITING);
        model.methods().compare();

        model.showMethod("esa");
        assertThat(shown(model).networks()).isEmpty();
        assertThat(shown(model).why()).isNotEmpty();
        assertThat(shown(model).missing()).isNotEmpty();
        model.lookAt(Budget.parse("2"));
        model.showMethod("hoa");
        assertThat(shown(model).networks()).isNotEmpty();
        assertThat(shown(model).missing()).isNotEmpty();
        assertThat(model.forecastProperty().get().orElseThrow().runs())
                .isEqualTo(shown(model).missing().size());
        List<Network> missing = shown(model).missing();
        model.trainMissing();
        assertThat(session.trainedFirst()).isEqualTo(missing);

        model.showMethod("tag");
        assertThat(shown(model).networks()).isEmpty();
        model.trainMissing();
        assertThat(session.isMeasuringAffinities(RoomsStudy.SETTING)).isTrue();
        assertThat(faults).isEmpty();
    }

    @Test
    void aComparisonIsStoppedAndGoesOnAndEndsWithItsStudy() {
        Deque<Runnable> later = new ArrayDeque<>();
        GroupingModel model = model(RoomsStudy.inTraining(), new Threads(later::add, Runnable::run));
        runAll(later);
        model.lookedAtClosely("page", true);
        while (methods(model).phase() != Methods.Phase.WORKING) {
            later.remove().run();
        }
        model.methods().stop();
        runAll(later);
        assertThat(methods(model).phase()).isEqualTo(Methods.Phase.STOPPED);
        assertThat(methods(model).comparison()).isEmpty();
        model.methods().resume();
        runAll(later);
        assertThat(methods(model).phase()).isEqualTo(Methods.Phase.KNOWN);

        GroupingModel closed = model(RoomsStudy.inTraining(), new Threads(later::add, Runnable::run));
        runAll(later);
        closed.lookedAtClosely("page", true);
        closed.close();
        runAll(later);
        assertThat(methods(closed).comparison()).isEqualTo(Optional.empty());
        assertThat(faults).isEmpty();
    }

    private static ShownGrouping shown(GroupingModel model) {
        return model.stateProperty().get().shown().orElseThrow();
    }

    private static void runAll(Deque<Runnable> later) {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }
}
