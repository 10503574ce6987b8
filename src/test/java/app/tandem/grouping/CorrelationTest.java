package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    private static List<Estimate> pairs(double[] estimated, double[] measured) {
        Network network = Network.of(TaskSet.of(0), EncoderSize.FULL);
        return IntStream.range(0, estimated.length)
                .mapToObj(i -> new Estimate(network, 0, estimated[i], measured[i]))
                .toList();
    }

    /** Deviations −1.5, −0.5, 0.5, 1.5 and −2.5, −1.5, −0.5, 4.5: products 11, squares 5 and 29. */
    @Test
    void itIsThatOfTheTextbook() {
        Correlation correlation = Correlation.of(pairs(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 8}));

        assertThat(correlation.n()).isEqualTo(4);
        assertThat(correlation.pearson().orElseThrow()).isCloseTo(11 / Math.sqrt(5 * 29), within(1e-12));
        assertThat(correlation.spearman().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anOrderTurnedRoundIsMinusOne() {
        Correlation correlation = Correlation.of(pairs(new double[] {3, 2, 1}, new double[] {0, 5, 6}));

        assertThat(correlation.spearman().orElseThrow()).isCloseTo(-1, within(1e-12));
    }

    /** Ranks 0.5, 0.5, 2 and 0, 1, 2. */
    @Test
    void tiesShareTheirMeanRank() {
        Correlation correlation = Correlation.of(pairs(new double[] {1, 1, 9}, new double[] {1, 2, 3}));

        assertThat(correlation.spearman().orElseThrow()).isCloseTo(1.5 / Math.sqrt(1.5 * 2), within(1e-12));
    }

    @Test
    void whatDoesNotVaryHasNoCorrelation() {
        assertThat(Correlation.of(pairs(new double[] {1, 1}, new double[] {1, 2}))
                        .pearson())
                .isEmpty();
        assertThat(Correlation.of(pairs(new double[] {1}, new double[] {1})).spearman())
                .isEmpty();
        assertThat(Correlation.of(List.of()).n()).isZero();
    }
}
