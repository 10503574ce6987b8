package app.tandem.grouping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well a method's estimates agree with what was measured.
 *
 * @param pearson the linear correlation, −1 to 1; empty for fewer than two pairs or where one side does not vary
 * @param spearman the same of the ranks, ties sharing their mean rank
 * @param n how many pairs, one for each task in each network that was both estimated and measured
 */
public record Correlation(OptionalDouble pearson, OptionalDouble spearman, int n) {

    public static Correlation of(List<Estimate> estimates) {
        double[] estimated = estimates.stream().mapToDouble(Estimate::estimated).toArray();
        double[] measured = estimates.stream().mapToDouble(Estimate::measured).toArray();
        return new Correlation(
                pearson(estimated, measured), pearson(ranks(estimated), ranks(measured)), estimated.length);
    }

    private static OptionalDouble pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double correlation = xy / Math.sqrt(xx * yy);
        return Double.isFinite(correlation) ? OptionalDouble.of(correlation) : OptionalDouble.empty();
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
