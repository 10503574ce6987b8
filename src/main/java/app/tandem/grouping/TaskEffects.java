package app.tandem.grouping;

/** One draw of how the loss of a task depends on the network it is trained in, as {@link TransferModel} says. */
final class TaskEffects {

    private final double sensitivity;
    private final double level;
    private final double[] own;
    private final double luck;

    /** @param own the common effects and the task's own together; not copied */
    TaskEffects(double sensitivity, double level, double[] own, double luck) {
        this.sensitivity = sensitivity;
        this.level = level;
        this.own = own;
        this.luck = luck;
    }

    /**
     * The mean of the logarithm of the loss.
     *
     * @param x the effects of a network, by {@link TransferModel#effectsOf}
     */
    double mean(double[] x) {
        return sensitivity * (level + TaskEvidence.dot(own, x));
    }

    /** The standard deviation of the logarithm of the loss: what no effect foretells. */
    double sd() {
        return sensitivity * luck;
    }
}
