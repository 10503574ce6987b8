package app.tandem.grouping;

/** The lower triangular root of a small symmetric positive definite matrix, A = L Lᵀ. O(n³) to make, O(n²) to use. */
final class Cholesky {

    private final double[][] lower;

    /** @throws ArithmeticException if the matrix is not positive definite */
    Cholesky(double[][] matrix) {
        int n = matrix.length;
        this.lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite");
                }
            }
        }
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /** A⁻¹ b. */
    double[] solve(double[] b) {
        int n = lower.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        backward(x);
        return x;
    }

    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    /** A normal vector with mean 0 and covariance A. */
    double[] normal(Draws random) {
        int n = lower.length;
        double[] z = random.normals(n);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                x[i] += lower[i][k] * z[k];
            }
        }
        return x;
    }

    /** A normal vector with mean 0 and covariance A⁻¹. */
    double[] normalOfInverse(Draws random) {
        double[] x = random.normals(lower.length);
        backward(x);
        return x;
    }

    private void backward(double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
    }
}
