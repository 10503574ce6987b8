package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {

    private static final Budget TWO = Budget.parse("2");

    /** Apart a and b lose 0.5 each, together 0.5 + gap, with a spread over seeds. */
    private static LossTable table(int seeds, double gap, double spread) {
        List<String> tasks = List.of("a", "b");
        LossTable.Builder table = LossTable.builder("s", tasks, List.of(1.0, 1.0));
        for (String key : List.of("a@1", "b@1", "a+b@1")) {
            Network network = Network.parse(key, tasks);
            for (int task : network.tasks()) {
                double mean = 0.5 + (network.tasks().size() > 1 ? gap : 0);
                for (int seed = 0; seed < seeds; seed++) {
                    // In pairs above and below, so that the mean is the same for any spread.
                    double side = seed == seeds - 1 && seeds % 2 == 1 ? 0 : seed % 2 == 0 ? 1 : -1;
                    table.add(network, seed, Measure.VALIDATION, task, mean + side * spread);
                }
            }
        }
        return table.build();
    }

    private static Optional<Stability> stability(LossTable table) {
        Selection best = GroupingSolver.frontier(table, SearchOptions.COVER).require(TWO);
        return Stability.of(table, SearchOptions.COVER, TWO, best, 400, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 12})
    void aClearWinnerAlwaysWins(int seeds) {
        assertThat(stability(table(seeds, 0.1, 0.001)).orElseThrow().wins()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 12})
    void aWinnerByLessThanTheNoiseWinsNowAndThen(int seeds) {
        assertThat(stability(table(seeds, 0.001, 0.1)).orElseThrow().wins()).isBetween(0.05, 0.8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void underThreeSeedsNothingIsClaimed(int seeds) {
        assertThat(stability(table(seeds, 0.1, 0.001))).isEmpty();
    }

    @Test
    void itSaysFromHowManySeedsItSpeaks() {
        Stability stability = stability(table(5, 0.1, 0.001)).orElseThrow();

        assertThat(stability.seeds()).isEqualTo(5);
        assertThat(stability.resamples()).isEqualTo(400);
    }

    @Test
    void theSameSeedGivesTheSameShare() {
        LossTable table = table(4, 0.01, 0.1);

        assertThat(stability(table)).isEqualTo(stability(table));
    }

    @Test
    void noResamplesAreRefused() {
        LossTable table = table(3, 0.1, 0.001);
        Selection best = GroupingSolver.frontier(table, SearchOptions.COVER).require(TWO);

        assertThatThrownBy(() -> Stability.of(table, SearchOptions.COVER, TWO, best, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
