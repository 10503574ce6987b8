package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.Measure;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.losses.GainColor;
import app.tandem.workbench.losses.LossOrder;
import app.tandem.workbench.losses.LossRow;
import app.tandem.workbench.losses.LossesModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossesModelTest {

    private static final int DEPTH = 1;
    private static final int EDGES = 4;

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final LossesModel model = new LossesModel(session, new Threads(Runnable::run, Runnable::run), faults::add);

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
        model.sort(new LossOrder(LossOrder.By.TASK, DEPTH, true));
        assertSorted(true);
        model.sort(new LossOrder(LossOrder.By.TASK, DEPTH, false));
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
                new LossesModel(RoomsStudy.untrained(), new Threads(Runnable::run, Runnable::run), faults::add);
        untrained.changed(Change.LOSSES);
        assertThat(untrained.rows()).hasSize(36).allMatch(row -> row.sum().isEmpty());
        assertThat(untrained.progressProperty().get().measured()).isZero();
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
}
