package app.tandem.grouping;

import static app.tandem.grouping.SmallTable.chosen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import org.junit.jupiter.api.Test;

class BaselinesTest {

    private static final Budget ONE = Budget.parse("1");
    private static final Budget TWO = Budget.parse("2");

    private static SmallTable twoTasks() {
        return SmallTable.of("a", "b")
                .trained("a@1", 0.3)
                .trained("b@1", 0.4)
                .trained("a@1/2", 0.5)
                .trained("b@1/2", 0.6)
                .trained("a+b@1", 0.35, 0.35);
    }

    @Test
    void independentNetworksShareTheBudgetEvenly() {
        LossTable table = twoTasks().build();

        assertThat(chosen(table, new Independent().choose(table, TWO))).containsExactly("a@1", "b@1");
        assertThat(chosen(table, new Independent().choose(table, ONE))).containsExactly("a@1/2", "b@1/2");
    }

    @Test
    void independentNetworksAreNotInterpolated() {
        MethodOutcome outcome = new Independent().choose(twoTasks().build(), Budget.parse("1.5"));

        assertThat(((MethodOutcome.Lacking) outcome).why()).contains("3/4");
    }

    @Test
    void independentNetworksThatAreNotTrainedAreNamed() {
        LossTable table =
                SmallTable.of("a", "b").trained("a@1", 0.3).untrained("b@1").build();

        MethodOutcome outcome = new Independent().choose(table, TWO);

        assertThat(SmallTable.keys(table, ((MethodOutcome.Untrained) outcome).missing()))
                .containsExactly("b@1");
    }

    @Test
    void allInOneIsTheOneNetworkThatCostsTheBudget() {
        LossTable table = twoTasks().build();

        assertThat(chosen(table, new AllInOne().choose(table, ONE))).containsExactly("a+b@1");
        assertThat(new AllInOne().choose(table, TWO)).isInstanceOf(MethodOutcome.Lacking.class);
    }

    /** For one SNT there are two covers that spend what they can, drawn evenly: a+b, or both halves. */
    @Test
    void randomCoversAreDrawnNetworkByNetwork() {
        LossTable table = twoTasks().build();

        MethodOutcome.Spread spread = (MethodOutcome.Spread) RandomGroupings.USUAL.choose(table, ONE);

        // First a@1/2, b@1/2 or a+b@1, each with a third; a half leaves only the other half.
        assertThat(spread.meanValidationLoss()).isCloseTo(1.1 * 2 / 3 + 0.7 / 3, within(0.01));
        assertThat(spread.worst().validationLoss()).isCloseTo(1.1, within(1e-9));
        assertThat(spread.meanCost()).isEqualTo(1);
    }

    @Test
    void theSameSeedDrawsTheSameCovers() {
        LossTable table = PublishedLosses.setting("setting1");
        RandomGroupings first = new RandomGroupings(100, 5);

        assertThat(first.choose(table, TWO)).isEqualTo(new RandomGroupings(100, 5).choose(table, TWO));
        assertThat(first.choose(table, TWO)).isNotEqualTo(new RandomGroupings(100, 6).choose(table, TWO));
    }

    @Test
    void randomCoversNeverUseWhatIsNotTrained() {
        LossTable table = twoTasks().untrained("a+b@1/2").build();

        MethodOutcome.Spread spread = (MethodOutcome.Spread) RandomGroupings.USUAL.choose(table, ONE);

        assertThat(spread.worst().networks())
                .noneMatch(served -> served.network().key(table.taskIds()).equals("a+b@1/2"));
    }

    @Test
    void whereTestLossesAreMissingTheSpreadHasNone() {
        LossTable table = SmallTable.of("a").early("a@1", 1).build();

        assertThat(RandomGroupings.USUAL.choose(table, ONE)).isInstanceOf(MethodOutcome.Lacking.class);
    }

    @Test
    void noCoversAtAllAreRefused() {
        assertThatThrownBy(() -> new RandomGroupings(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTaskAloneHasItsBaselines() {
        LossTable table =
                SmallTable.of("a").trained("a@1", 0.3).trained("a@1/2", 0.5).build();

        assertThat(chosen(table, new Independent().choose(table, ONE))).containsExactly("a@1");
        assertThat(chosen(table, new AllInOne().choose(table, ONE))).containsExactly("a@1");
        assertThat(chosen(table, new HigherOrderEstimate().choose(table, ONE))).containsExactly("a@1");
    }
}
