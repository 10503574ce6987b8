package app.tandem.run;

import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.nio.file.Path;
import java.util.Map;

/** What a worker does with its job; the seam between processes and files here, and the engine. */
public interface Training {

    /**
     * Trains to the end, or until {@link Observer#shouldStop}.
     *
     * @param device the CPU or a CUDA GPU
     * @param checkpoint to go on from, if it exists, and to write at the end of every epoch
     */
    Outcome train(Job job, Device device, Path checkpoint, Observer observer);

    /** Component to version, for the provenance. */
    Map<String, String> versions();

    /** Bytes in use on a device's GPU; 0 for the CPU. */
    default long gpuBytes(Device device) {
        return 0;
    }

    /** Told of the training's progress, on its thread. */
    interface Observer {

        void started(int doneEpochs, long totalSteps, long multiplyAdds);

        void stepped(long step, double imagesPerSecond);

        void epochEnded(EpochLosses losses);

        void checkpointed(int epoch);

        /** The affinities as measured so far, before the epoch that ended is told. */
        default void affinitiesMeasured(JointAffinities affinities) {}

        /** Whether to end as soon as that can be; asked at every step. */
        boolean shouldStop();
    }

    /** How the training ended. */
    sealed interface Outcome {

        record Finished(
                int reportedEpoch,
                Map<app.tandem.loss.Measure, Map<String, Double>> losses,
                double imagesPerSecond,
                long multiplyAdds)
                implements Outcome {}

        record Diverged(long step, java.util.List<String> remedies) implements Outcome {}

        record Stopped() implements Outcome {}
    }
}
