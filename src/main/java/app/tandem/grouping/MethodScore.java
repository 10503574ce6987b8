package app.tandem.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How good a method is over all budgets at which methods were compared.
 *
 * @param method its {@link GroupingMethod#id()}
 * @param budgets at how many budgets its test loss is known
 * @param meanExcessPercent by how much its test loss exceeds the optimum's, the mean over those budgets; empty where it is
 *     known at none
 * @param meanTrainingSnt what had to be trained, the mean over those budgets
 * @param rank 1 for the smallest mean excess, equal ones sharing a rank; 0 for a method that does not stand at every
 *     budget, whose mean cannot be compared
 */
public record MethodScore(
        String method, int budgets, OptionalDouble meanExcessPercent, OptionalDouble meanTrainingSnt, int rank) {

    /** All methods of a comparison: the ranked ones by rank, then the others in the comparison's order. */
    public static List<MethodScore> of(MethodComparison comparison) {
        long budgets =
                comparison.points().stream().map(MethodPoint::budget).distinct().count();
        Map<String, List<MethodPoint>> byMethod = comparison.points().stream()
                .collect(Collectors.groupingBy(MethodPoint::method, LinkedHashMap::new, Collectors.toList()));
        List<MethodScore> scores = new ArrayList<>();
        byMethod.forEach((method, points) -> scores.add(unranked(method, points)));
        List<MethodScore> complete = scores.stream()
                .filter(score -> score.budgets == budgets
                        && score.meanExcessPercent.isPresent()
                        && !score.method.equals(MethodComparison.RANDOM_WORST))
                .toList();
        return scores.stream()
                .map(score -> complete.contains(score) ? score.ranked(rank(score, complete)) : score)
                .sorted(Comparator.comparingInt(score -> score.rank == 0 ? Integer.MAX_VALUE : score.rank))
                .toList();
    }

    private static MethodScore unranked(String method, List<MethodPoint> points) {
        List<MethodPoint> known = points.stream()
                .filter(point -> point.excessPercent().isPresent())
                .toList();
        return new MethodScore(
                method,
                known.size(),
                mean(known, MethodPoint::excessPercent),
                mean(known, MethodPoint::trainingSnt),
                0);
    }

    private static OptionalDouble mean(List<MethodPoint> points, Function<MethodPoint, OptionalDouble> value) {
        return points.stream()
                .map(value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    private static int rank(MethodScore score, List<MethodScore> all) {
        double mean = score.meanExcessPercent.orElseThrow();
        return 1
                + (int) all.stream()
                        .filter(other -> other.meanExcessPercent.orElseThrow() < mean)
                        .count();
    }

    private MethodScore ranked(int place) {
        return new MethodScore(method, budgets, meanExcessPercent, meanTrainingSnt, place);
    }
}
