package app.tandem.grouping;

import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Every method on the losses of one table: its test loss against the budget, what it had to train, and how its estimates
 * agree with what was measured.
 *
 * @param points for each method its budgets in order; a point without a grouping says why
 * @param correlations by method, for those that estimate
 */
public record MethodComparison(List<MethodPoint> points, Map<String, Correlation> correlations) {

    /** The mean of random covers has no grouping of its own; the worst of them is listed under this name. */
    public static final String RANDOM_WORST = "random-worst";

    public MethodComparison {
        points = List.copyOf(points);
        correlations = Collections.unmodifiableMap(new LinkedHashMap<>(correlations));
    }

    /** The methods that can be compared without having to train, and those for which there are affinities. */
    public static List<GroupingMethod> methods(List<AffinityMatrix> affinities) {
        List<GroupingMethod> methods = new ArrayList<>(
                List.of(new Optimal(), GuidedSearch.USUAL, new HigherOrderEstimate(), new EarlyStopEstimate()));
        affinities.forEach(matrix -> methods.add(new AffinitySelection(matrix)));
        methods.addAll(List.of(new AllInOne(), new Independent(), RandomGroupings.USUAL));
        return List.copyOf(methods);
    }

    /** Every multiple of 1/2 from 1 to the number of tasks. */
    public static List<Budget> usualBudgets(int tasks) {
        return LongStream.rangeClosed(2, Math.max(2, 2L * tasks))
                .mapToObj(halves -> new Budget(Fraction.of(halves, 2)))
                .toList();
    }

    /**
     * Compares methods at budgets, several at a time.
     *
     * @throws UserException if the exact search is too large
     */
    public static MethodComparison of(LossTable table, List<GroupingMethod> methods, List<Budget> budgets) {
        return of(table, methods, budgets, done -> {});
    }

    /**
     * The same.
     *
     * @param progress is told how many of the methods × budgets are done, by one thread at a time
     */
    public static MethodComparison of(
            LossTable table, List<GroupingMethod> methods, List<Budget> budgets, IntConsumer progress) {
        Frontier optimum = GroupingSolver.frontier(table, SearchOptions.COVER);
        List<MethodOutcome> outcomes = outcomes(table, methods, budgets, progress);
        List<MethodPoint> points = new ArrayList<>();
        List<MethodPoint> worst = new ArrayList<>();
        Map<String, Correlation> correlations = new LinkedHashMap<>();
        for (int m = 0; m < methods.size(); m++) {
            GroupingMethod method = methods.get(m);
            for (int b = 0; b < budgets.size(); b++) {
                Budget budget = budgets.get(b);
                OptionalDouble least =
                        optimum.at(budget).map(Selection::testLoss).orElse(OptionalDouble.empty());
                MethodOutcome outcome = outcomes.get(m * budgets.size() + b);
                points.add(point(method.id(), budget, outcome, least));
                if (outcome instanceof MethodOutcome.Spread spread) {
                    worst.add(worst(budget, spread, least));
                }
            }
            List<Estimate> estimates = method.estimates(table);
            if (!estimates.isEmpty()) {
                correlations.put(method.id(), Correlation.of(estimates));
            }
        }
        points.addAll(worst);
        return new MethodComparison(points, correlations);
    }

    private static List<MethodOutcome> outcomes(
            LossTable table, List<GroupingMethod> methods, List<Budget> budgets, IntConsumer progress) {
        int[] done = {0};
        return IntStream.range(0, methods.size() * budgets.size())
                .parallel()
                .mapToObj(i -> {
                    MethodOutcome outcome =
                            outcome(methods.get(i / budgets.size()), table, budgets.get(i % budgets.size()));
                    synchronized (done) {
                        progress.accept(++done[0]);
                    }
                    return outcome;
                })
                .toList();
    }

    private static MethodOutcome outcome(GroupingMethod method, LossTable table, Budget budget) {
        try {
            return method.choose(table, budget);
        } catch (UserException e) {
            return new MethodOutcome.Lacking(e.what(), TrainingBill.of(List.of()));
        }
    }

    private static MethodPoint point(String method, Budget budget, MethodOutcome outcome, OptionalDouble least) {
        if (outcome instanceof MethodOutcome.Chosen chosen) {
            OptionalDouble test = chosen.selection().testLoss();
            double snt = chosen.bill().total().snt().toDouble();
            return new MethodPoint(
                    method,
                    budget,
                    test,
                    excess(test, least),
                    OptionalDouble.of(snt),
                    Optional.of(chosen.selection()),
                    outcome);
        }
        if (outcome instanceof MethodOutcome.Spread spread) {
            OptionalDouble test = spread.meanTestLoss();
            OptionalDouble snt = OptionalDouble.of(spread.meanCost());
            return new MethodPoint(method, budget, test, excess(test, least), snt, Optional.empty(), outcome);
        }
        OptionalDouble none = OptionalDouble.empty();
        return new MethodPoint(method, budget, none, none, none, Optional.empty(), outcome);
    }

    private static MethodPoint worst(Budget budget, MethodOutcome.Spread spread, OptionalDouble least) {
        OptionalDouble test = spread.worst().testLoss();
        double snt = spread.worst().cost().snt().toDouble();
        return new MethodPoint(
                RANDOM_WORST,
                budget,
                test,
                excess(test, least),
                OptionalDouble.of(snt),
                Optional.of(spread.worst()),
                spread);
    }

    private static OptionalDouble excess(OptionalDouble loss, OptionalDouble least) {
        return loss.isPresent() && least.isPresent() && least.getAsDouble() > 0
                ? OptionalDouble.of(100 * (loss.getAsDouble() / least.getAsDouble() - 1))
                : OptionalDouble.empty();
    }
}
