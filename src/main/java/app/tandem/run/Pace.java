package app.tandem.run;

import java.util.List;

/**
 * How long a step takes, as far as it was measured: {@code a + b × multiply-adds} by least squares over the runs, since
 * small networks do not shrink in proportion.
 */
public record Pace(double secondsPerStep, double secondsPerMultiplyAdd) {

    /** The part of a step that does not depend on the network, where runs of one size only were measured. */
    private static final double FIXED_SHARE = 0.3;

    /**
     * One run.
     *
     * @param multiplyAdds of its network for one image; 0 where unknown
     * @param seconds of its steps so far, with validation
     * @param steps or anything else that grows with them, the same in all samples
     */
    public record Sample(long multiplyAdds, double seconds, double steps) {}

    /** Samples without a step count for nothing; of none, a pace that {@link #isKnown} denies. */
    public static Pace of(List<Sample> samples) {
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        for (Sample sample : samples) {
            weights += sample.steps;
            meanX += sample.steps * sample.multiplyAdds;
            meanY += sample.seconds;
        }
        if (weights <= 0) {
            return new Pace(Double.NaN, Double.NaN);
        }
        meanX /= weights;
        meanY /= weights;
        double covariance = 0;
        double variance = 0;
        for (Sample sample : samples) {
            if (sample.steps > 0) {
                double x = sample.multiplyAdds - meanX;
                covariance += sample.steps * x * (sample.seconds / sample.steps - meanY);
                variance += sample.steps * x * x;
            }
        }
        double slope = variance > 0 ? covariance / variance : Double.NaN;
        if (!(slope >= 0) || meanY - slope * meanX < 0) {
            slope = meanX > 0 ? (1 - FIXED_SHARE) * meanY / meanX : 0;
        }
        return new Pace(meanY - slope * meanX, slope);
    }

    /** Whether anything was measured. */
    public boolean isKnown() {
        return !Double.isNaN(secondsPerStep);
    }

    /** How long so many steps take. */
    public double secondsOf(double steps, long multiplyAdds) {
        return steps * (secondsPerStep + secondsPerMultiplyAdd * multiplyAdds);
    }
}
