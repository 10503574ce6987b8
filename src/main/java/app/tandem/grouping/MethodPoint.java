package app.tandem.grouping;

import app.tandem.study.Budget;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One method at one budget.
 *
 * @param method its {@link GroupingMethod#id()}; {@code random-worst} for the worst of the random covers
 * @param testLoss the weighted sum of the test losses; empty where it has no grouping, or the grouping no test loss
 * @param excessPercent by how much that exceeds the optimum's test loss at this budget; below 0 where a method is luckier on
 *     test than the optimum, which is chosen on validation
 * @param trainingSnt what had to be trained for it; empty where it has no grouping
 * @param selection its grouping; empty for the mean of random covers, and where it has none
 * @param outcome what the method came to
 */
public record MethodPoint(
        String method,
        Budget budget,
        OptionalDouble testLoss,
        OptionalDouble excessPercent,
        OptionalDouble trainingSnt,
        Optional<Selection> selection,
        MethodOutcome outcome) {}
