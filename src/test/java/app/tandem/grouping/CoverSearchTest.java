package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverSearchTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** The classic pool: costs are 1 and 1/2, so a unit is half an SNT. */
    private static CoverSearch search(int tasks, int halves) {
        List<Network> pool = Pool.everySubsetWithHalfSizeSingles(tasks);
        long[] costs = pool.stream()
                .mapToLong(network -> Math.round(2 * network.cost().snt().toDouble()))
                .toArray();
        return new CoverSearch(pool, tasks, costs, halves);
    }

    private static double[][] losses(int tasks, Random random) {
        double[][] losses =
                new double[Pool.everySubsetWithHalfSizeSingles(tasks).size()][tasks];
        Arrays.stream(losses).forEach(row -> Arrays.setAll(row, task -> 0.1 + random.nextDouble()));
        return losses;
    }

    private static LossTable table(int tasks, double[][] losses) {
        List<Network> pool = Pool.everySubsetWithHalfSizeSingles(tasks);
        List<String> ids =
                IntStream.range(0, tasks).mapToObj(task -> "t" + task).toList();
        LossTable.Builder table =
                LossTable.builder("s", ids, ids.stream().map(id -> 1.0).toList());
        for (int row = 0; row < pool.size(); row++) {
            table.network(pool.get(row));
            for (int task : pool.get(row).tasks()) {
                if (losses[row][task] < NEVER) {
                    table.add(pool.get(row), 0, Measure.VALIDATION, task, losses[row][task]);
                }
            }
        }
        return table.build();
    }

    private static double optimum(int tasks, double[][] losses, int halves) {
        return GroupingSolver.frontier(table(tasks, losses), SearchOptions.COVER)
                .at(Budget.parse(halves + "/2"))
                .map(Selection::validationLoss)
                .orElse(NEVER);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 2", "3, 3", "3, 6", "5, 2", "5, 3", "5, 5", "5, 7", "5, 10", "6, 8"})
    void itFindsTheLossOfTheExactSearch(int tasks, int halves) {
        CoverSearch search = search(tasks, halves);
        Random random = new Random(tasks);
        for (int i = 0; i < 20; i++) {
            double[][] losses = losses(tasks, random);

            assertThat(search.solve(losses)).isCloseTo(optimum(tasks, losses, halves), within(1e-6));
        }
    }

    @Test
    void itLooksOnlyForWhatIsBetterThanAKnownCover() {
        CoverSearch search = search(5, 5);
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            double[][] losses = losses(5, random);
            double optimum = optimum(5, losses, 5);

            assertThat(search.solve(losses, optimum * 1.001)).isCloseTo(optimum, within(1e-6));
            assertThat(search.networks()).isNotEmpty();
            assertThat(search.solve(losses, optimum * 0.999)).isEqualTo(NEVER);
            assertThat(search.networks()).isEmpty();
        }
    }

    @Test
    void networksWithoutLossesAreLeftOut() {
        CoverSearch search = search(4, 4);
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            double[][] losses = losses(4, random);
            for (double[] row : losses) {
                if (random.nextInt(3) > 0) {
                    Arrays.fill(row, NEVER);
                }
            }
            double optimum = optimum(4, losses, 4);

            double found = search.solve(losses);

            assertThat(found == NEVER).isEqualTo(optimum == NEVER);
            if (optimum < NEVER) {
                assertThat(found).isCloseTo(optimum, within(1e-6));
            }
        }
    }

    /** A network that ran away must not blur what the others are worth. */
    @Test
    void aHugeLossLeavesTheOthersSharp() {
        double[][] losses = losses(5, new Random(3));
        losses[0][0] = 2;
        double optimum = optimum(5, losses, 5);
        losses[0][0] = 1e12;

        assertThat(search(5, 5).solve(losses)).isCloseTo(optimum, within(1e-6));
    }

    @Test
    void lossesOfNothingAreACoverAsWell() {
        double[][] losses = losses(3, new Random(4));
        Arrays.stream(losses).forEach(row -> Arrays.fill(row, 0));

        assertThat(search(3, 2).solve(losses)).isZero();
    }

    @Test
    void theNetworksAreTheCover() {
        double[][] losses = losses(5, new Random(5));
        CoverSearch search = search(5, 5);
        List<Network> pool = Pool.everySubsetWithHalfSizeSingles(5);

        double loss = search.solve(losses);

        List<Network> networks =
                Arrays.stream(search.networks()).mapToObj(pool::get).toList();
        Selection selection = ChosenNetworks.selection(table(5, losses), networks);
        assertThat(selection.validationLoss()).isCloseTo(loss, within(1e-6));
        assertThat(selection.cost().snt().toDouble()).isLessThanOrEqualTo(2.5);
    }
}
