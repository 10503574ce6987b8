package app.tandem.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.grouping.PublishedLosses;
import app.tandem.grouping.PublishedLosses.PublishedPair;
import app.tandem.study.EncoderSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pairwise tables and Table 1 of Standley et al. (2020), recomputed from their losses. */
class PublishedPairsTest {

    private static PairwiseTable table(String setting) {
        RelativeGain formula = setting.equals("setting1") ? RelativeGain.OF_BASELINE : RelativeGain.OF_LOSS;
        return PairwiseTable.of(PublishedLosses.setting(setting), Measure.TEST, EncoderSize.HALF, formula);
    }

    private static double percent(PublishedPair pair) {
        return 100 * table(pair.setting()).gain(pair.task(), pair.trainedWith()).orElseThrow();
    }

    /** The printed tables have two decimals, and two of their cells were rounded from losses with more digits. */
    private static boolean agrees(PublishedPair pair) {
        return Math.abs(percent(pair) - pair.percent()) < 0.0151;
    }

    @Test
    void fiftyNineOfSixtyCellsAreThePublishedOnes() {
        List<PublishedPair> pairs = PublishedLosses.pairs();

        assertThat(pairs).hasSize(60);
        assertThat(pairs.stream().filter(PublishedPairsTest::agrees)).hasSize(59);
    }

    @Test
    void theOneCellThatDiffersIsAMisprint() {
        List<PublishedPair> others =
                PublishedLosses.pairs().stream().filter(pair -> !agrees(pair)).toList();

        assertThat(others).singleElement().satisfies(pair -> {
            assertThat(pair.setting()).isEqualTo("setting2");
            assertThat(PublishedLosses.TASKS.get(pair.task())).isEqualTo("segment_semantic");
            assertThat(PublishedLosses.TASKS.get(pair.trainedWith())).isEqualTo("edge_texture");
            assertThat(percent(pair)).isCloseTo(-1.43, within(0.005));
        });
    }

    @Test
    void affinityIsTheMeanOfBothDirections() {
        PairwiseTable pairs = table("setting1");

        double affinity = Affinity.of(pairs).between(0, 2).orElseThrow();

        assertThat(100 * affinity).isCloseTo((8.50 - 11.29) / 2, within(0.01));
        assertThat(Affinity.of(pairs).between(2, 0)).hasValue(affinity);
        assertThat(Affinity.of(pairs).between(1, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.00, 5", "2, -7.56, 10", "3, -7.23, 10", "4, -10.69, 5", "5, -19.00, 1"})
    void sharingAtTheSameEncoderSizeLosesWhatTable1Says(int k, double percent, int networks) {
        SharingGain gain = SharingGain.of(
                PublishedLosses.setting("setting1"), Measure.TEST, k, EncoderSize.FULL, RelativeGain.OF_BASELINE);

        assertThat(gain.networks()).isEqualTo(networks);
        assertThat(100 * gain.meanGain().orElseThrow()).isCloseTo(percent, within(0.005));
    }

    @Test
    void sharingByTwoAtTheSameTotalBudgetLosesWhatTable1Says() {
        SharingGain gain = SharingGain.of(
                PublishedLosses.setting("setting1"), Measure.TEST, 2, EncoderSize.HALF, RelativeGain.OF_BASELINE);

        assertThat(100 * gain.meanGain().orElseThrow()).isCloseTo(-1.15, within(0.005));
    }

    @Test
    void withoutTheSmallerNetworksThereIsNoGain() {
        SharingGain gain = SharingGain.of(
                PublishedLosses.setting("setting1"),
                Measure.TEST,
                3,
                EncoderSize.parse("1/3"),
                RelativeGain.OF_BASELINE);

        assertThat(gain.meanGain()).isEmpty();
        assertThat(gain.networks()).isZero();
    }
}
