package app.tandem.grouping;

import static app.tandem.grouping.SmallTable.chosen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffinitySelectionTest {

    private static final double NAN = Double.NaN;

    /** a and b help one another, and so do c and d; across, all hurt. */
    private static final AffinitySelection TWO_PAIRS = affinities(new double[][] {
        {NAN, 0.3, -0.2, -0.1},
        {0.2, NAN, -0.1, -0.2},
        {-0.1, -0.2, NAN, 0.4},
        {-0.3, -0.1, 0.1, NAN},
    });

    private static AffinitySelection affinities(double[][] scores) {
        return new AffinitySelection(new AffinityMatrix("tag", List.of("a", "b", "c", "d"), scores));
    }

    private static LossTable everySubset() {
        SmallTable table = SmallTable.of("a", "b", "c", "d");
        for (int set = 1; set < 16; set++) {
            String key = "";
            for (int task = 0; task < 4; task++) {
                key += (set >>> task & 1) != 0 ? (key.isEmpty() ? "" : "+") + "abcd".charAt(task) : "";
            }
            table.trained(key + "@1", new double[] {1, 1, 1, 1});
        }
        return table.trained("a@1/2", 1).build();
    }

    @Test
    void tasksThatHelpOneAnotherAreGrouped() {
        LossTable table = everySubset();

        MethodOutcome outcome = TWO_PAIRS.choose(table, Budget.parse("2"));

        assertThat(chosen(table, outcome)).containsExactly("a+b@1", "c+d@1");
        assertThat(((MethodOutcome.Chosen) outcome).bill().total().snt().toDouble())
                .isEqualTo(3);
    }

    @Test
    void ofABudgetOnlyTheWholeNetworksAreUsed() {
        LossTable table = everySubset();

        assertThat(chosen(table, TWO_PAIRS.choose(table, Budget.parse("1.5")))).containsExactly("a+b+c+d@1");
        assertThat(TWO_PAIRS.choose(table, Budget.parse("1/2"))).isInstanceOf(MethodOutcome.Lacking.class);
    }

    /** A task may be in several groups and takes its best; a alone gains from everybody. */
    @Test
    void groupsMayOverlapAndEachTaskTakesItsBest() {
        LossTable table = everySubset();
        AffinitySelection selection = affinities(new double[][] {
            {NAN, -0.9, -0.9, -0.9},
            {0.5, NAN, 0.2, 0.2},
            {0.1, 0.2, NAN, 0.2},
            {0.1, 0.2, 0.2, NAN},
        });

        MethodOutcome outcome = selection.choose(table, Budget.parse("2"));

        assertThat(chosen(table, outcome)).containsExactly("a+b@1", "b+c+d@1");
    }

    /** In TAG's network selection a group of one scores −10⁶: even hurting company is preferred. */
    @Test
    void noTaskIsLeftAlone() {
        LossTable table = everySubset();
        AffinitySelection allHurt = affinities(new double[][] {
            {NAN, -1, -2, -2}, {-1, NAN, -2, -2}, {-2, -2, NAN, -1}, {-2, -2, -1, NAN},
        });

        assertThat(chosen(table, allHurt.choose(table, Budget.parse("4")))).containsExactly("a+b@1", "c+d@1");
    }

    @Test
    void theEstimatesAreMeansOverTheSources() {
        List<Estimate> estimates = TWO_PAIRS.estimates(everySubset());

        Estimate ofAInAbc = estimates.stream()
                .filter(one -> one.network().tasks().bits() == 0b0111 && one.task() == 0)
                .findFirst()
                .orElseThrow();
        assertThat(ofAInAbc.estimated()).isCloseTo((0.2 - 0.1) / 2, within(1e-12));
        assertThat(estimates).hasSize(6 * 2 + 4 * 3 + 4);
    }

    /** What a does to b is unknown, so b never counts on a group with a; a may still gain from b. */
    @Test
    void nothingIsExpectedOfAnUnknownAffinity() {
        LossTable table = everySubset();
        AffinitySelection partly = affinities(new double[][] {
            {NAN, NAN, 0.1, 0.1}, {0.9, NAN, 0.1, 0.1}, {0.1, 0.1, NAN, 0.1}, {0.1, 0.1, 0.1, NAN},
        });

        assertThat(chosen(table, partly.choose(table, Budget.parse("2")))).containsExactly("a+b@1", "b+c+d@1");
        assertThat(partly.estimates(table))
                .isNotEmpty()
                .noneMatch(one -> one.task() == 1 && one.network().tasks().contains(0));
    }

    @Test
    void affinitiesOfOtherTasksAreRefused() {
        LossTable table = SmallTable.of("x").trained("x@1", 1).build();

        assertThatThrownBy(() -> TWO_PAIRS.choose(table, Budget.parse("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
