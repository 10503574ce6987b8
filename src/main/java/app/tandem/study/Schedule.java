package app.tandem.study;

/**
 * How long and how fast a network learns; part of the science, the same for every network of a setting.
 *
 * @param epochs passes over the training images
 * @param batch images a step
 * @param learningRate the highest learning rate
 * @param warmup share of the steps over which the learning rate rises linearly to its highest; 0 to below 1
 * @param momentum of stochastic gradient descent, 0 to below 1
 * @param weightDecay L2 penalty added to the gradient
 * @param clipNorm the gradient is scaled down to this global norm where it is longer; infinite for no clipping
 */
public record Schedule(
        int epochs,
        int batch,
        double learningRate,
        Decay decay,
        double warmup,
        double momentum,
        double weightDecay,
        double clipNorm) {

    /** The share of the schedule after which the early losses are kept (Standley et al. 2020, ESA). */
    public static final Fraction EARLY_SHARE = Fraction.of(1, 5);

    /** How the learning rate falls after the warm-up. */
    public enum Decay {
        /** Half a cosine, down to 0. */
        COSINE,
        /** A tenth after 60 % of the schedule, a hundredth after 85 %. */
        STEP
    }

    public Schedule {
        require(epochs >= 1, "In the schedule epochs must be at least 1, not " + epochs);
        require(batch >= 1, "In the schedule the batch must hold at least 1 image, not " + batch);
        require(
                learningRate > 0 && learningRate < 1e6,
                "In the schedule the learning rate must be above 0 and below 1000000, not " + learningRate);
        require(
                warmup >= 0 && warmup < 1,
                "In the schedule the warm-up must be a share from 0 to below 1, not " + warmup);
        require(momentum >= 0 && momentum < 1, "In the schedule the momentum must be 0 to below 1, not " + momentum);
        require(
                weightDecay >= 0 && weightDecay < 1e6,
                "In the schedule the weight decay must be 0 to below 1000000, not " + weightDecay);
        require(clipNorm > 0, "In the schedule the clipping norm must be above 0, not " + clipNorm);
    }

    public Schedule withEpochs(int newEpochs) {
        return new Schedule(newEpochs, batch, learningRate, decay, warmup, momentum, weightDecay, clipNorm);
    }

    /** The epoch, counted from 1, whose losses are kept as the early ones: the first at or after 20 % of the schedule. */
    public int earlyEpoch() {
        return Math.max(1, (int) -Math.floorDiv(-epochs * EARLY_SHARE.numerator(), EARLY_SHARE.denominator()));
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new UserException(problem, "", "Change the setting");
        }
    }
}
