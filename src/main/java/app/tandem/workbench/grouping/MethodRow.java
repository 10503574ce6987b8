package app.tandem.workbench.grouping;

import app.tandem.grouping.Correlation;
import app.tandem.grouping.MethodOutcome;
import app.tandem.grouping.MethodPoint;
import app.tandem.grouping.MethodScore;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A method in the table.
 *
 * @param here what it comes to at the budget that is looked at; empty where it was not compared
 * @param score over all budgets; empty where it was not compared
 * @param correlation of its estimates with what was measured; empty where it estimates nothing
 * @param hasCurve whether there is something to be seen in the plot
 * @param budgets at how many budgets methods were compared
 */
public record MethodRow(
        String id,
        Optional<MethodPoint> here,
        Optional<MethodScore> score,
        Optional<Correlation> correlation,
        boolean hasCurve,
        long budgets) {

    /** Every method that was compared, in the comparison's order, then those whose affinities are not measured. */
    public static List<MethodRow> of(Methods methods, Budget budget) {
        List<MethodScore> scores = methods.comparison().map(MethodScore::of).orElse(List.of());
        List<MethodRow> rows = new ArrayList<>();
        for (String id : methods.ids()) {
            rows.add(new MethodRow(
                    id,
                    methods.at(id, budget),
                    scores.stream().filter(score -> score.method().equals(id)).findFirst(),
                    methods.comparison()
                            .flatMap(known ->
                                    Optional.ofNullable(known.correlations().get(id))),
                    methods.hasCurve(id),
                    methods.points(id).size()));
        }
        if (!rows.isEmpty()) {
            methods.unmeasured()
                    .forEach(id -> rows.add(
                            new MethodRow(id, Optional.empty(), Optional.empty(), Optional.empty(), false, 0)));
        }
        return rows;
    }

    OptionalDouble testLoss() {
        return here.map(MethodPoint::testLoss).orElse(OptionalDouble.empty());
    }

    /** In percent. */
    OptionalDouble excess() {
        return here.map(MethodPoint::excessPercent).orElse(OptionalDouble.empty());
    }

    /** In percent, the mean over all budgets; empty where it is not known at one of them, as on the command line. */
    public OptionalDouble meanExcess() {
        return complete().map(MethodScore::meanExcessPercent).orElse(OptionalDouble.empty());
    }

    /** In SNT, the mean over all budgets. */
    OptionalDouble meanTraining() {
        return complete().map(MethodScore::meanTrainingSnt).orElse(OptionalDouble.empty());
    }

    private Optional<MethodScore> complete() {
        return score.filter(known -> known.budgets() == budgets);
    }

    OptionalDouble pearson() {
        return correlation.map(Correlation::pearson).orElse(OptionalDouble.empty());
    }

    OptionalDouble spearman() {
        return correlation.map(Correlation::spearman).orElse(OptionalDouble.empty());
    }

    /** Whether something has to be trained before it can choose at this budget; not where the budget pays for nothing. */
    public boolean lacksRuns() {
        return here.isEmpty() ? score.isEmpty() : needsRuns(here.get().outcome());
    }

    private static boolean needsRuns(MethodOutcome outcome) {
        if (outcome instanceof MethodOutcome.Lacking lacking) {
            return !lacking.missing().total().equals(Cost.ZERO);
        }
        return outcome instanceof MethodOutcome.Untrained;
    }
}
