package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The budget curves of Standley et al. (2020), recomputed from their losses. */
class PublishedCurvesTest {

    /** Printed with five decimals. */
    private static final double PRINTED = 0.5e-5 + 1e-9;

    private static final List<GroupingMethod> METHODS =
            List.of(new Optimal(), new HigherOrderEstimate(), new EarlyStopEstimate());

    /**
     * The three points that differ, with what validation gives. Setting 1 at budget 1 is printed as .50273 for two methods where
     * the released losses of the only possible network add up to .50278; and the authors let test losses decide who serves,
     * which changes one point of ESA.
     */
    private static final Map<String, Double> PINNED = Map.of(
            "setting1 optimal 1", 0.50278,
            "setting1 esa 1", 0.50278,
            "setting3 esa 5", 0.40316);

    static List<PublishedLosses.PublishedPoint> points() {
        return PublishedLosses.curves(METHODS.stream().map(GroupingMethod::id).toList());
    }

    @Test
    void thereAreThreeMethodsInThreeSettingsAtNineBudgets() {
        assertThat(points()).hasSize(81);
        assertThat(points().stream().map(PublishedCurvesTest::name)).containsAll(PINNED.keySet());
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyPointIsTheReleasedLosses(PublishedLosses.PublishedPoint point) {
        GroupingMethod method = METHODS.stream()
                .filter(one -> one.id().equals(point.method()))
                .findFirst()
                .orElseThrow();

        MethodOutcome outcome = method.choose(PublishedLosses.setting(point.setting()), Budget.parse(point.budget()));

        double expected = PINNED.getOrDefault(name(point), point.testLoss());
        assertThat(testLoss(outcome)).isCloseTo(expected, within(PRINTED));
    }

    /** The point as it is printed is another number than the one that is pinned. */
    @Test
    void thePinnedPointsAreNotWhatIsPrinted() {
        assertThat(points().stream()
                        .filter(point -> PINNED.containsKey(name(point)))
                        .map(point -> Math.abs(PINNED.getOrDefault(name(point), 0.0) - point.testLoss())))
                .hasSize(3)
                .allSatisfy(difference -> assertThat(difference).isGreaterThan(4e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "setting1, hoa, 1.05", "setting2, hoa, 0.35", "setting3, hoa, 1.01",
        "setting1, esa, 3.02", "setting2, esa, 9.96", "setting3, esa, 3.88",
    })
    void theMeanExcessOverTheOptimumIsKnown(String setting, String method, double percent) {
        LossTable table = PublishedLosses.setting(setting);

        MethodComparison comparison =
                MethodComparison.of(table, METHODS, MethodComparison.usualBudgets(table.taskCount()));

        List<Double> excess = new ArrayList<>();
        comparison.points().stream()
                .filter(point -> point.method().equals(method))
                .forEach(point -> excess.add(point.excessPercent().orElseThrow()));
        assertThat(excess).hasSize(9);
        assertThat(excess.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(percent, within(0.006));
    }

    @Test
    void higherOrderEstimatesTrainEveryNetworkOfOneAndTwoTasksAndThoseTheyChoose() {
        MethodOutcome outcome =
                new HigherOrderEstimate().choose(PublishedLosses.setting("setting1"), Budget.parse("1"));

        assertThat(bill(outcome).total().snt().toDouble()).isEqualTo(18.5);
    }

    @Test
    void earlyStoppingPaysAFifthOfEveryNetworkAndTheWholeOfThoseItChooses() {
        MethodOutcome outcome = new EarlyStopEstimate().choose(PublishedLosses.setting("setting1"), Budget.parse("1"));

        assertThat(bill(outcome).total().snt().toDouble()).isEqualTo((33.5 - 1) / 5 + 1);
    }

    @Test
    void theBaselinesStandOnlyWhereTheirSizesWereTrained() {
        LossTable table = PublishedLosses.setting("setting1");
        List<String> independent = new ArrayList<>();
        List<String> allInOne = new ArrayList<>();
        for (Budget budget : MethodComparison.usualBudgets(table.taskCount())) {
            if (new Independent().choose(table, budget) instanceof MethodOutcome.Chosen) {
                independent.add(budget.toString());
            }
            if (new AllInOne().choose(table, budget) instanceof MethodOutcome.Chosen) {
                allInOne.add(budget.toString());
            }
        }

        assertThat(independent).containsExactly("2.5", "5");
        assertThat(allInOne).containsExactly("1");
    }

    private static String name(PublishedLosses.PublishedPoint point) {
        return point.setting() + " " + point.method() + " " + point.budget();
    }

    private static double testLoss(MethodOutcome outcome) {
        return ((MethodOutcome.Chosen) outcome).selection().testLoss().orElseThrow();
    }

    private static TrainingBill bill(MethodOutcome outcome) {
        return ((MethodOutcome.Chosen) outcome).bill();
    }
}
