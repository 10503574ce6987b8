package app.tandem.bench;

import app.tandem.grouping.GuidedPrior;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the {@link GuidedPrior} that makes whole loss tables most likely: the seven standard deviations, with weak log-normal
 * priors around 5 %, and each task's sensitivity, by a pattern search on the logarithms. The common effects, the tasks' own
 * ones and their levels are integrated out.
 */
final class PriorFit {

    private static final int SCALES = 7;
    private static final double USUAL = Math.log(0.05);
    private static final double USUAL_SD = 1.5;
    private static final double LEVEL_VARIANCE = 25;
    private static final double SENSITIVITY = 0.6;
    private static final double LUCK_RANGE = 0.5;
    private static final double FINEST_STEP = 0.005;

    /** What one table says. */
    private static final class Observed {
        private final int tasks;
        private final List<double[]> effects = new ArrayList<>();
        private final List<Integer> taskOf = new ArrayList<>();
        private final double[] logLoss;

        Observed(LossTable table) {
            this.tasks = table.taskCount();
            List<Double> logs = new ArrayList<>();
            for (int row = 0; row < table.networks().size(); row++) {
                Network network = table.networks().get(row);
                for (int task : network.tasks()) {
                    double[] x = new double[2 + tasks];
                    int companions = network.tasks().size() - 1;
                    x[0] = -Math.log(network.encoder().share().toDouble()) / Math.log(2);
                    x[1] = Math.sqrt(companions);
                    for (int other : network.tasks().without(task)) {
                        x[2 + other] = 1 / Math.sqrt(companions);
                    }
                    effects.add(x);
                    taskOf.add(task);
                    logs.add(Math.log(table.cell(row, task, Measure.VALIDATION).mean()));
                }
            }
            double[] values = logs.stream().mapToDouble(Double::doubleValue).toArray();
            double mean = Arrays.stream(values).average().orElse(0);
            this.logLoss = Arrays.stream(values).map(value -> value - mean).toArray();
        }

        /** Minus the logarithm of the density of the losses. */
        double surprise(double[] sd, double[] sensitivity) {
            int n = logLoss.length;
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] = covariance(sd, i, j) * sensitivity[taskOf.get(i)] * sensitivity[taskOf.get(j)]
                            + (taskOf.get(i).equals(taskOf.get(j)) ? LEVEL_VARIANCE : 0);
                }
            }
            return gaussian(covariance, logLoss);
        }

        private double covariance(double[] sd, int i, int j) {
            double[] x = effects.get(i);
            double[] y = effects.get(j);
            boolean same = taskOf.get(i).equals(taskOf.get(j));
            double sum = i == j ? sd[6] * sd[6] : 0;
            for (int e = 0; e < x.length; e++) {
                if (x[e] != 0 && y[e] != 0) {
                    int common = Math.min(e, 2) * 2;
                    double variance = sd[common] * sd[common] + (same ? sd[common + 1] * sd[common + 1] : 0);
                    sum += variance * x[e] * y[e];
                }
            }
            return sum;
        }
    }

    private final List<Observed> tables;

    private PriorFit(List<LossTable> tables) {
        this.tables = tables.stream().map(Observed::new).toList();
    }

    static GuidedPrior of(List<LossTable> tables) {
        return new PriorFit(tables).fit();
    }

    private GuidedPrior fit() {
        double[] at = new double
                [SCALES + tables.stream().mapToInt(table -> table.tasks).sum()];
        Arrays.fill(at, 0, SCALES, USUAL);
        double best = surprise(at);
        for (double step = 0.4; step > FINEST_STEP; ) {
            double before = best;
            for (int i = 0; i < at.length; i++) {
                for (double move : new double[] {step, -step}) {
                    at[i] += move;
                    double now = surprise(at);
                    if (now < best) {
                        best = now;
                        break;
                    }
                    at[i] -= move;
                }
            }
            step = before - best < 1e-3 ? step / 2 : step;
        }
        double[] sd = Arrays.stream(at).limit(SCALES).map(Math::exp).toArray();
        return new GuidedPrior(sd[0], sd[1], sd[2], sd[3], sd[4], sd[5], sd[6], SENSITIVITY, LUCK_RANGE);
    }

    private double surprise(double[] at) {
        double[] sd = Arrays.stream(at).limit(SCALES).map(Math::exp).toArray();
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            double z = i < SCALES ? (at[i] - USUAL) / USUAL_SD : at[i] / SENSITIVITY;
            sum += z * z / 2;
        }
        int from = SCALES;
        for (Observed table : tables) {
            double[] sensitivity =
                    Arrays.stream(at, from, from + table.tasks).map(Math::exp).toArray();
            sum += table.surprise(sd, sensitivity);
            from += table.tasks;
        }
        return sum;
    }

    /** Minus the logarithm of a normal density, without its constant; the lower half of the covariance is overwritten. */
    private static double gaussian(double[][] covariance, double[] values) {
        double sum = 0;
        double[] z = values.clone();
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= covariance[i][k] * covariance[j][k];
                }
                covariance[i][j] = i == j ? Math.sqrt(rest) : rest / covariance[j][j];
            }
            for (int k = 0; k < i; k++) {
                z[i] -= covariance[i][k] * z[k];
            }
            z[i] /= covariance[i][i];
            sum += z[i] * z[i] / 2 + Math.log(covariance[i][i]);
        }
        return sum;
    }
}
