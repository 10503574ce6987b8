package app.tandem.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LossTableTest {

    private static final Network BOTH = Network.of(TaskSet.of(0, 1), EncoderSize.FULL);
    private static final Network FIRST = Network.of(TaskSet.of(0), EncoderSize.HALF);

    @Test
    void aCellIsTheMeanAndSampleDeviationOverSeeds() {
        LossTable table = builder()
                .add(BOTH, 0, Measure.TEST, 0, 1.0)
                .add(BOTH, 1, Measure.TEST, 0, 2.0)
                .add(BOTH, 2, Measure.TEST, 0, 4.5)
                .build();

        LossCell cell = table.cell(0, 0, Measure.TEST);
        assertThat(cell.n()).isEqualTo(3);
        assertThat(cell.mean()).isCloseTo(2.5, within(1e-15));
        assertThat(cell.sd()).isCloseTo(Math.sqrt((2.25 + 0.25 + 4) / 2), within(1e-15));
        assertThat(table.values(0, 0, Measure.TEST)).containsEntry(1, 2.0).hasSize(3);
    }

    @Test
    void oneSeedHasNoDeviationAndNoSeedNoMean() {
        LossTable table = builder().add(BOTH, 0, Measure.TEST, 0, 1.0).build();

        assertThat(table.cell(0, 0, Measure.TEST).sd()).isNaN();
        assertThat(table.cell(0, 1, Measure.TEST)).isEqualTo(LossCell.ABSENT);
        assertThat(table.cell(0, 1, Measure.TEST).isPresent()).isFalse();
        assertThat(table.isMeasured(0, Measure.TEST)).isFalse();
    }

    @Test
    void aMeasureThatIsAddedLaterIsAddedOnceAndOnlyIfSomebodyAsks() {
        AtomicInteger times = new AtomicInteger();
        LossTable table = builder()
                .network(FIRST)
                .network(BOTH)
                .add(FIRST, 0, Measure.VALIDATION, 0, 2.0)
                .later(Measure.TEST, losses -> {
                    times.incrementAndGet();
                    losses.add(BOTH, 0, Measure.TEST, 1, 1.0);
                })
                .build();

        assertThat(table.has(Measure.TEST)).isTrue();
        assertThat(table.cell(0, 0, Measure.VALIDATION).mean()).isEqualTo(2);
        assertThat(times).hasValue(0);
        assertThat(table.cell(1, 1, Measure.TEST).mean()).isEqualTo(1);
        assertThat(table.cell(0, 0, Measure.TEST).isPresent()).isFalse();
        assertThat(times).hasValue(1);
    }

    @Test
    void aTableThatIsBuiltChangesNoMore() {
        LossTable.Builder losses = builder().add(BOTH, 0, Measure.TEST, 0, 1.0);
        LossTable table = losses.build();
        losses.add(BOTH, 0, Measure.TEST, 1, 1.0).add(FIRST, 0, Measure.TEST, 0, 1.0);

        assertThat(table.networks()).containsExactly(BOTH);
        assertThat(table.cell(0, 1, Measure.TEST).isPresent()).isFalse();
    }

    @Test
    void networksKeepThePlaceInWhichTheyWereNamed() {
        LossTable table = builder()
                .network(FIRST)
                .network(BOTH)
                .add(BOTH, 0, Measure.TEST, 1, 1.0)
                .add(FIRST, 0, Measure.TEST, 0, 1.0)
                .build();

        assertThat(table.networks()).containsExactly(FIRST, BOTH);
    }

    @Test
    void valuesThatAreNoLossesAreRefusedByTheirTaskAndNotItsNumber() {
        assertThatThrownBy(() -> builder().add(BOTH, 0, Measure.TEST, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the loss of ‘normal’ is NaN");
        assertThatThrownBy(() -> builder().add(FIRST, 0, Measure.TEST, 1, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the network depth@1/2 has no task ‘normal’");
        assertThatThrownBy(() -> builder().add(BOTH, 3, Measure.TEST, 1, 0.5).add(BOTH, 3, Measure.TEST, 1, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the loss of ‘normal’ with seed 3 is there twice");
    }

    @Test
    void theHashChangesWithAnyLossAndOnlyThen() {
        LossTable table = builder().add(BOTH, 0, Measure.TEST, 0, 1.0).build();
        LossTable same = builder().add(BOTH, 0, Measure.TEST, 0, 1.0).build();
        LossTable other =
                builder().add(BOTH, 0, Measure.TEST, 0, Math.nextUp(1.0)).build();

        assertThat(table.contentHash()).isEqualTo(same.contentHash()).isNotEqualTo(other.contentHash());
    }

    @Test
    void theHashOfWhatWasMeasuredIsTheSameWhateverElseIsListedAndInWhichOrder() {
        LossTable table = builder().add(BOTH, 0, Measure.TEST, 0, 1.0).build();
        LossTable longer =
                builder().network(FIRST).add(BOTH, 0, Measure.TEST, 0, 1.0).build();
        LossTable more = builder()
                .add(FIRST, 0, Measure.TEST, 0, 2.0)
                .add(BOTH, 0, Measure.TEST, 0, 1.0)
                .build();
        LossTable turned = builder()
                .add(BOTH, 0, Measure.TEST, 0, 1.0)
                .add(FIRST, 0, Measure.TEST, 0, 2.0)
                .build();

        assertThat(longer.contentHash()).isNotEqualTo(table.contentHash());
        assertThat(longer.measuredHash()).isEqualTo(table.measuredHash()).isNotEqualTo(more.measuredHash());
        assertThat(turned.measuredHash()).isEqualTo(more.measuredHash());
    }

    private static LossTable.Builder builder() {
        return LossTable.builder("small", List.of("depth", "normal"), List.of(1.0, 1.0));
    }
}
