package app.tandem.grouping;

import static app.tandem.grouping.SmallTable.chosen;
import static app.tandem.grouping.SmallTable.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HOA and ESA on tables small enough to be worked out by hand. */
class EstimatesTest {

    private static final Budget ONE = Budget.parse("1");
    private static final Budget TWO = Budget.parse("2");

    /** By pairs, a+b+c is taken to lose (0.2+0.4)/2 for a, (0.3+0.5)/2 for b and (0.6+0.8)/2 for c: 1.4. */
    private static SmallTable pairs() {
        return SmallTable.of("a", "b", "c")
                .trained("a@1", 0.5)
                .trained("b@1", 0.5)
                .trained("c@1", 0.5)
                .trained("a+b@1", 0.2, 0.3)
                .trained("a+c@1", 0.4, 0.6)
                .trained("b+c@1", 0.5, 0.8);
    }

    @Test
    void higherOrderEstimatesAreTheMeansOfThePairs() {
        LossTable table = pairs().trained("a+b+c@1", 0.25, 0.25, 0.25).build();

        List<Estimate> estimates = new HigherOrderEstimate().estimates(table);

        assertThat(estimates).hasSize(3);
        assertThat(estimates).allSatisfy(one -> assertThat(one.measured()).isCloseTo(0.5, within(1e-12)));
        assertThat(estimates.stream().map(Estimate::estimated).toList())
                .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-12 ? 0 : Double.compare(x, y))
                .containsExactly((0.5 - 0.3) / 0.5, (0.5 - 0.4) / 0.5, (0.5 - 0.7) / 0.5);
    }

    @Test
    void higherOrderEstimatesChooseWithoutLookingAtLargerNetworks() {
        LossTable good = pairs().trained("a+b+c@1", 0.01, 0.01, 0.01).build();

        MethodOutcome outcome = new HigherOrderEstimate().choose(good, TWO);

        assertThat(chosen(good, outcome)).containsExactly("a+b@1", "c@1");
        assertThat(((MethodOutcome.Chosen) outcome).bill().total().snt().toDouble())
                .isEqualTo(6);
    }

    @Test
    void whatHigherOrderEstimatesChooseMayStillHaveToBeTrained() {
        LossTable table = pairs().untrained("a+b+c@1").build();

        MethodOutcome outcome = new HigherOrderEstimate().choose(table, ONE);

        assertThat(outcome).isInstanceOf(MethodOutcome.Untrained.class);
        assertThat(keys(table, ((MethodOutcome.Untrained) outcome).missing())).containsExactly("a+b+c@1");
    }

    @Test
    void aHoleAmongThePairsIsNamed() {
        LossTable table = pairs().untrained("a+b+c@1").untrained("a@1/2").build();

        MethodOutcome outcome = new HigherOrderEstimate().choose(table, ONE);

        assertThat(outcome).isInstanceOf(MethodOutcome.Lacking.class);
        assertThat(keys(table, ((MethodOutcome.Lacking) outcome).missing().whole()))
                .containsExactly("a@1/2");
    }

    /** The estimates of a size need the pairs of that size. */
    @Test
    void noEstimateIsMadeFromPairsThatAreNoCandidates() {
        LossTable table = pairs().trained("a+b+c@1/2", 0.1, 0.1, 0.1).build();

        MethodOutcome outcome = new HigherOrderEstimate().choose(table, Budget.parse("1/2"));

        assertThat(new HigherOrderEstimate().estimates(table)).isEmpty();
        assertThat(outcome).isInstanceOf(MethodOutcome.Lacking.class);
    }

    @Test
    void earlyLossesChooseAndFinalOnesServe() {
        LossTable table = SmallTable.of("a", "b")
                .trained("a@1", 0.1)
                .early("a@1", 0.9)
                .trained("b@1", 0.1)
                .early("b@1", 0.9)
                .trained("a+b@1", 0.4, 0.4)
                .early("a+b@1", 0.5, 0.95)
                .build();

        MethodOutcome outcome = new EarlyStopEstimate().choose(table, TWO);

        assertThat(chosen(table, outcome)).containsExactly("a+b@1", "b@1");
        Selection selection = ((MethodOutcome.Chosen) outcome).selection();
        assertThat(selection.validationLoss()).isCloseTo(0.5, within(1e-9));
        assertThat(((MethodOutcome.Chosen) outcome).bill().total().snt().toDouble())
                .isEqualTo(2 + 0.2);
    }

    @Test
    void withoutAnEarlyLossEarlyStoppingNamesTheRun() {
        LossTable table = SmallTable.of("a", "b")
                .trained("a+b@1", 0.4, 0.4)
                .early("a+b@1", 0.5, 0.5)
                .trained("a@1", 0.4)
                .build();

        MethodOutcome.Lacking lacking = (MethodOutcome.Lacking) new EarlyStopEstimate().choose(table, ONE);

        assertThat(keys(table, lacking.missing().stopped())).containsExactly("a@1");
        assertThat(lacking.missing().whole()).isEmpty();
    }

    @Test
    void aBudgetThatPaysForNothingIsSaid() {
        MethodOutcome outcome = new HigherOrderEstimate().choose(pairs().build(), ONE);

        assertThat(outcome).isInstanceOf(MethodOutcome.Lacking.class);
        assertThat(((MethodOutcome.Lacking) outcome).why()).contains("2 SNT");
    }
}
