package app.tandem.study;

/** How far a prediction is from its label; lower is better. */
public enum LossFunction {
    /** Mean negative log-likelihood in nats, over the pixels or images whose label is not ignored. */
    CROSS_ENTROPY("cross-entropy"),
    /** Mean absolute error on standardised targets, over the values that are not missing. */
    L1("L1"),
    /** Mean squared error on standardised targets, over the values that are not missing. */
    SQUARED_ERROR("squared error");

    private final String label;

    LossFunction(String label) {
        this.label = label;
    }

    /** The field's name for it, as tables print it. */
    public String label() {
        return label;
    }

    public boolean fits(TaskKind kind) {
        return kind.isCategorical() == (this == CROSS_ENTROPY);
    }
}
