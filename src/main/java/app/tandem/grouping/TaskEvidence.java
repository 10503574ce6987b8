package app.tandem.grouping;

import java.util.Arrays;
import java.util.List;

/**
 * What the networks trained so far say of one task, reduced to what {@link TransferModel} asks for again and again. With the
 * task's own effects w and its level integrated out, the observations z = y/a − Xβ are normal with covariance X D Xᵀ + ν² I,
 * whose inverse with the level taken out is P.
 *
 * <p>There is one reduction for each level of luck ν. O(n³) time for n observations.
 */
final class TaskEvidence {

    /** The reduction at one level of luck. */
    static final class AtLuck {

        private final double luck;
        private final double yPy;
        private final double[] xPy;
        private final double[][] xPx;
        private final double logDensity;
        private final double[][] toOwn;
        private final Cholesky ownCovariance;

        private AtLuck(
                double luck,
                double yPy,
                double[] xPy,
                double[][] xPx,
                double logDensity,
                double[][] toOwn,
                Cholesky ownCovariance) {
            this.luck = luck;
            this.yPy = yPy;
            this.xPy = xPy;
            this.xPx = xPx;
            this.logDensity = logDensity;
            this.toOwn = toOwn;
            this.ownCovariance = ownCovariance;
        }

        double luck() {
            return luck;
        }

        /** yᵀ P y. */
        double yPy() {
            return yPy;
        }

        /** Xᵀ P y. */
        double[] xPy() {
            return xPy;
        }

        /** Xᵀ P X. */
        double[][] xPx() {
            return xPx;
        }

        /** The part of the log density of the observations that depends on the luck alone. */
        double logDensity() {
            return logDensity;
        }
    }

    private final double[][] x;
    private final double[] y;
    private final List<AtLuck> levels;

    /**
     * @param x the effects in each observation, (observations × effects); at least one observation
     * @param y the logarithms of the losses
     * @param own the variance of each of the task's own effects
     * @param luck the levels to be prepared for
     */
    TaskEvidence(double[][] x, double[] y, double[] own, double[] luck) {
        this.x = x;
        this.y = y;
        this.levels = Arrays.stream(luck).mapToObj(level -> reduce(own, level)).toList();
    }

    int observations() {
        return y.length;
    }

    AtLuck at(int level) {
        return levels.get(level);
    }

    int levels() {
        return levels.size();
    }

    private AtLuck reduce(double[] own, double luck) {
        int n = y.length;
        int effects = own.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? luck * luck : 0;
                for (int e = 0; e < effects; e++) {
                    sum += x[i][e] * own[e] * x[j][e];
                }
                covariance[i][j] = sum;
                covariance[j][i] = sum;
            }
        }
        Cholesky root = new Cholesky(covariance);
        double[][] p = root.inverse();
        double[] rowSums =
                Arrays.stream(p).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double total = Arrays.stream(rowSums).sum();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                p[i][j] -= rowSums[i] * rowSums[j] / total;
            }
        }
        double[][] xp = timesTransposed(p, effects);
        double[] py = times(p, y);
        double logDensity = -0.5 * root.logDeterminant() - 0.5 * Math.log(total);
        return new AtLuck(
                luck,
                dot(y, py),
                times(xp, y),
                gram(xp, effects),
                logDensity,
                scaled(xp, own),
                new Cholesky(ownCovariance(gram(xp, effects), own)));
    }

    /** Xᵀ P, (effects × observations). */
    private double[][] timesTransposed(double[][] p, int effects) {
        double[][] product = new double[effects][y.length];
        for (int i = 0; i < y.length; i++) {
            for (int e = 0; e < effects; e++) {
                if (x[i][e] != 0) {
                    for (int j = 0; j < y.length; j++) {
                        product[e][j] += x[i][e] * p[i][j];
                    }
                }
            }
        }
        return product;
    }

    private double[][] gram(double[][] xp, int effects) {
        double[][] gram = new double[effects][effects];
        for (int e = 0; e < effects; e++) {
            for (int f = 0; f < effects; f++) {
                for (int i = 0; i < y.length; i++) {
                    gram[e][f] += xp[e][i] * x[i][f];
                }
            }
        }
        return gram;
    }

    private static double[][] scaled(double[][] xp, double[] own) {
        double[][] scaled = new double[xp.length][];
        for (int e = 0; e < xp.length; e++) {
            double variance = own[e];
            scaled[e] = Arrays.stream(xp[e]).map(value -> variance * value).toArray();
        }
        return scaled;
    }

    /** D − D Xᵀ P X D, with a touch on the diagonal against rounding. */
    private static double[][] ownCovariance(double[][] xPx, double[] own) {
        double[][] covariance = new double[own.length][own.length];
        for (int e = 0; e < own.length; e++) {
            for (int f = 0; f < own.length; f++) {
                covariance[e][f] = (e == f ? own[e] * (1 + 1e-9) : 0) - own[e] * xPx[e][f] * own[f];
            }
        }
        return covariance;
    }

    /**
     * Draws the task's own effects and its level, given the common effects.
     *
     * @param common effects
     * @param own to be filled with the common effects and the task's own together
     * @return the level, in units of the sensitivity
     */
    double drawOwn(int level, double sensitivity, double[] common, double[] own, Draws random) {
        AtLuck at = levels.get(level);
        double[] z = new double[y.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = y[i] / sensitivity - dot(x[i], common);
        }
        double[] drawn = at.ownCovariance.normal(random);
        for (int e = 0; e < own.length; e++) {
            own[e] = common[e] + dot(at.toOwn[e], z) + drawn[e];
        }
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += y[i] / sensitivity - dot(x[i], own);
        }
        return sum / z.length + at.luck() / Math.sqrt(z.length) * random.normal();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }
}
