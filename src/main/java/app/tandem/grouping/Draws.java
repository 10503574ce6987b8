package app.tandem.grouping;

import java.util.SplittableRandom;

/**
 * Uniform and normal random numbers of one thread. A decision of the guided search takes a million of them, of which {@link
 * java.util.Random} makes a third as many in the same time.
 */
final class Draws {

    private final SplittableRandom random;
    private double spare = Double.NaN;

    Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to below 1. */
    double uniform() {
        return random.nextDouble();
    }

    /** Of mean 0 and variance 1, by the polar method, which makes two at a time. */
    double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double factor = Math.sqrt(-2 * Math.log(square) / square);
                spare = y * factor;
                return x * factor;
            }
        }
    }

    double[] normals(int n) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = normal();
        }
        return z;
    }
}
