package app.tandem.grouping;

/**
 * What {@link GuidedSearch} takes losses to be like before it has seen any: standard deviations of effects on the logarithm of
 * a loss, for a task of usual sensitivity (0.05 is about 5 %). {@link TransferModel} says what each of them is.
 *
 * @param smaller what all tasks have in common when the encoder is halved
 * @param smallerByTask what a task has of its own there
 * @param crowd what all tasks have in common when they share the encoder with more others
 * @param crowdByTask what a task has of its own there
 * @param companion what a companion does to every task alike
 * @param pair what a companion does to one task in particular
 * @param luck what belongs to one task in one network alone and cannot be foreseen
 * @param sensitivity of the logarithm of the factor by which a task reacts more or less than others
 * @param luckRange of the logarithm of the factor by which a task's luck is more or less than usual; 0 if it is the same for
 *     all
 */
public record GuidedPrior(
        double smaller,
        double smallerByTask,
        double crowd,
        double crowdByTask,
        double companion,
        double pair,
        double luck,
        double sensitivity,
        double luckRange) {

    /**
     * What makes the published losses of Standley et al., settings 1 to 3, most likely; found by the benchmark of the guided
     * search, which also finds it without each of the settings.
     */
    public static final GuidedPrior STANDLEY =
            new GuidedPrior(0.045, 0.017, 0.039, 0.014, 0.056, 0.043, 0.041, 0.6, 0.5);

    /** @throws IllegalArgumentException if a standard deviation is not positive; the last may be 0 */
    public GuidedPrior {
        for (double sd :
                new double[] {smaller, smallerByTask, crowd, crowdByTask, companion, pair, luck, sensitivity}) {
            if (!(sd > 0)) {
                throw new IllegalArgumentException("a standard deviation must be positive, not " + sd);
            }
        }
        if (!(luckRange >= 0)) {
            throw new IllegalArgumentException("a standard deviation must not be negative: " + luckRange);
        }
    }
}
