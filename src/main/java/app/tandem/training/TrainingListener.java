package app.tandem.training;

/** Follows a run, and may stop it. Called on the training thread; every method has a default that does nothing. */
public interface TrainingListener {

    /** A listener that lets the run go on to its end. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * The run starts, or goes on from its checkpoint.
     *
     * @param doneEpochs epochs already in the checkpoint; 0 for a fresh start
     * @param totalSteps steps of the whole schedule
     * @param encoderMultiplyAdds of one image's forward pass through the encoder
     * @param headMultiplyAdds of one image's forward pass through all heads
     */
    default void onStart(int doneEpochs, long totalSteps, long encoderMultiplyAdds, long headMultiplyAdds) {}

    /** A step is done; called at most a few times a second. */
    default void onStep(long step, double imagesPerSecond) {}

    /**
     * An epoch is done. It is reported before its checkpoint is written: after a kill in between, the same epoch is
     * reported once more, with the same losses.
     */
    default void onEpoch(EpochLosses losses) {}

    /** The affinities as measured so far; called at the end of each epoch, before {@link #onEpoch}, where they are. */
    default void onAffinities(JointAffinities affinities) {}

    /** Asked at every step; the run then ends as {@link TrainingOutcome.Stopped}, with its last checkpoint in place. */
    default boolean shouldStop() {
        return false;
    }
}
