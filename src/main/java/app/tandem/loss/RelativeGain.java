package app.tandem.loss;

/**
 * By how much a loss is better than a baseline, as a share: positive is better. The two formulas of the literature differ
 * in what they divide by; both are 0 where the losses are equal.
 */
public enum RelativeGain {
    /** (baseline − loss) / baseline: the tables of setting 1 in Standley et al. (ICML 2020), and their Table 1. */
    OF_BASELINE {
        @Override
        public double of(double baseline, double loss) {
            return (baseline - loss) / baseline;
        }
    },
    /**
     * baseline / loss − 1: the tables of settings 2 and 3 there. It exceeds {@link #OF_BASELINE}, most so for large gains,
     * and has no upper bound.
     */
    OF_LOSS {
        @Override
        public double of(double baseline, double loss) {
            return baseline / loss - 1;
        }
    };

    /** The gain; not finite where the divisor is 0. */
    public abstract double of(double baseline, double loss);
}
