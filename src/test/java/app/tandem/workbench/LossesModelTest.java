package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.Measure;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.losses.Baseline;
import app.tandem.workbench.losses.GainColor;
import app.tandem.workbench.losses.LossColumn;
import app.tandem.workbench.losses.LossFilter;
import app.tandem.workbench.losses.LossOrder;
import app.tandem.workbench.losses.LossRow;
import app.tandem.workbench.losses.LossesModel;
import app.tandem.workbench.losses.RowState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossesModelTest {

    private static final int DEPTH = 1;
    private static final int EDGES = 4;

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final MemoryInMemory memory = new MemoryInMemory();
    private final LossesModel model =
            new LossesModel(session, memory, new Threads(Runnable::run, Runnable::run), faults::add);

    @BeforeEach
    void load() {
        session.addListener(model::changed);
        model.changed(Change.LOSSES);
    }

    private LossRow row(String key) {
        List<String> ids = session.study().taskIds();
        return model.rows().stream()
                .filter(row -> row.network().filter(n -> n.key(ids).equals(key)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGainIsTheShareOfTheHalfSizeLossThatIsSaved() {
        LossRow.Entry edges = row("edge_texture@1").entries().get(EDGES);
        assertThat(edges.loss().mean()).isEqualTo(0.0275, within(5e-5));
        assertThat(edges.gain().orElseThrow()).isEqualTo(0.159, within(5e-4));
        assertThat(row("edge_texture@1/2").entries().get(EDGES).gain()).isEmpty();
    }

    @Test
    void theBestOfEveryTaskIsMarkedOnce() {
        for (int task = 0; task < model.marks().size(); task++) {
            int column = task;
            assertThat(model.rows().stream()
                            .filter(row -> row.entries().get(column).best()))
                    .as(model.marks().get(task).name())
                    .hasSize(1);
        }
    }

    @Test
    void theSplitsAreNeverMixed() {
        double test = row("depth_zbuffer@1").entries().get(DEPTH).loss().mean();
        model.chooseMeasure(Measure.VALIDATION);
        assertThat(row("depth_zbuffer@1").entries().get(DEPTH).loss().mean()).isNotEqualTo(test);
    }

    @Test
    void sortingKeepsAbsentLossesAndTheConstantLast() {
        model.sort(LossOrder.by(LossColumn.task("depth_zbuffer"), true));
        assertSorted(true);
        model.sort(LossOrder.by(LossColumn.task("depth_zbuffer"), false));
        assertSorted(false);
    }

    private void assertSorted(boolean ascending) {
        List<LossRow> networks =
                model.rows().stream().filter(row -> !row.isConstant()).toList();
        List<Double> depth = networks.stream()
                .map(row -> row.entries().get(DEPTH).loss().mean())
                .toList();
        List<Double> present = depth.stream().filter(loss -> !loss.isNaN()).toList();
        assertThat(depth.subList(0, present.size())).isEqualTo(present);
        assertThat(present).isSortedAccordingTo(ascending ? Double::compare : (a, b) -> Double.compare(b, a));
        assertThat(model.rows().get(model.rows().size() - 1).isConstant()).isTrue();
    }

    @Test
    void withoutMeasurementsTheTableStillListsTheNetworks() {
        LossesModel untrained =
                new LossesModel(RoomsStudy.untrained(), memory, new Threads(Runnable::run, Runnable::run), faults::add);
        untrained.changed(Change.LOSSES);
        assertThat(untrained.rows()).hasSize(36).allMatch(row -> row.sum().isEmpty());
        assertThat(untrained.countProperty().get().measured()).isZero();
        assertThat(faults).isEmpty();
    }

    @Test
    void theColourOfAGainIsWhiteAtZeroAndDarkerWithItsSize() {
        assertThat(GainColor.styleClass(OptionalDouble.of(0.001))).isEmpty();
        assertThat(GainColor.styleClass(OptionalDouble.of(0.01))).isEqualTo("better-1");
        assertThat(GainColor.styleClass(OptionalDouble.of(0.9))).isEqualTo("better-6");
        assertThat(GainColor.styleClass(OptionalDouble.of(-0.03))).isEqualTo("worse-2");
        assertThat(GainColor.styleClass(OptionalDouble.empty())).isEmpty();
    }

    private void filter(UnaryOperator<LossFilter> change) {
        model.filter(change.apply(model.filterProperty().get()));
    }

    private List<Network> networks() {
        return model.rows().stream().flatMap(row -> row.network().stream()).toList();
    }

    @Test
    void wordsFilterByWhatTheNetworkIsAndIsNot() {
        filter(filter -> filter.withText("dep  normals -keypoints2d"));
        assertThat(networks())
                .isNotEmpty()
                .allMatch(network -> network.tasks().contains(DEPTH)
                        && network.tasks().contains(2)
                        && !network.tasks().contains(3))
                .hasSize(4);
        assertThat(model.countProperty().get()).isEqualTo(new LossesModel.Count(36, 36, 4));
        assertThat(model.rows().get(4).isConstant())
                .as("it is there to compare with")
                .isTrue();
    }

    @Test
    void facetsAreMetAllAtOnceAndNoneLetsEverythingPass() {
        filter(filter -> filter.withTasks(Set.of("depth_zbuffer")).withoutTasks(Set.of("normal", "edge_texture")));
        assertThat(networks()).hasSize(5);
        filter(filter -> filter.withEncoders(Set.of(EncoderSize.HALF)));
        assertThat(networks()).containsExactly(Network.of(TaskSet.of(DEPTH), EncoderSize.HALF));
        filter(filter -> LossFilter.NONE.withSizes(Set.of(5)));
        assertThat(networks()).containsExactly(Network.of(TaskSet.all(5), EncoderSize.FULL));
        filter(filter -> LossFilter.NONE.withStates(Set.of(RowState.FAILED)));
        assertThat(networks()).as("failed, taken out, diverged").hasSize(3);
        filter(filter -> LossFilter.NONE);
        assertThat(networks()).hasSize(36);
    }

    @Test
    void aTaskThatIsRemovedFiltersNoMore() {
        filter(filter -> filter.withTasks(Set.of("gone")));
        assertThat(networks()).hasSize(36);
    }

    @Test
    void aGainIsOverTheSingleTaskNetworkOfTheSameSizeWhereThatIsAskedFor() {
        model.chooseBaseline(Baseline.SAME);
        assertThat(row("edge_texture@1").entries().get(EDGES).gain())
                .as("itself")
                .isEmpty();
        assertThat(row("edge_texture@1/2").entries().get(EDGES).gain())
                .as("itself")
                .isEmpty();
        double alone = row("depth_zbuffer@1").entries().get(DEPTH).loss().mean();
        LossRow.Entry shared = row("segment_semantic+depth_zbuffer@1").entries().get(DEPTH);
        assertThat(shared.gain().orElseThrow()).isEqualTo((alone - shared.loss().mean()) / alone, within(1e-12));
    }

    @Test
    void whoSearchesJustAfterATaskIsGoneFindsTheRowsOfThoseThatAreLeft() {
        StudyInMemory losses = RoomsStudy.untrained();
        LossesModel made =
                new LossesModel(losses, new MemoryInMemory(), new Threads(Runnable::run, Runnable::run), faults::add);
        made.changed(Change.STUDY);
        made.filter(LossFilter.NONE.withText("normal"));
        // Nobody is told of it yet.
        losses.edit(new StudyEdit.RemoveTask(losses.study().tasks().get(0).id()));

        made.filter(LossFilter.NONE.withText("depth"));

        assertThat(faults).isEmpty();
        assertThat(made.marks()).hasSize(4);
        assertThat(made.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.entries())
                .hasSize(4));
    }

    @Test
    void aDesignThatChangesWhileItIsReadIsShown() {
        StudyInMemory untrained = RoomsStudy.untrained();
        LossesModel made = new LossesModel(
                untrained, new MemoryInMemory(), new Threads(Runnable::run, Runnable::run), faults::add);
        untrained.addListener(made::changed);
        made.changed(Change.STUDY);
        int before = made.rows().size();
        List<Network> fewer = untrained.study().networks().subList(1, before);
        untrained.whileItIsRead(() -> untrained.edit(new StudyEdit.SetNetworks(fewer)));

        made.changed(Change.RUNS);

        assertThat(made.rows()).hasSize(before - 1);
    }
}
