package app.tandem.training;

import app.tandem.loss.Measure;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** How a run ended. */
public sealed interface TrainingOutcome {

    /**
     * The whole schedule was trained.
     *
     * @param reportedEpoch the epoch, from 1, with the lowest weighted validation loss; all losses but the early ones are
     *     from it
     * @param losses by measure, then by task id; finite. No test losses where there are no test images, no
     *     training loss where {@link EpochLosses} has none
     * @param history every epoch's losses
     * @param imagesPerSecond training images a second, without validation; of this process only
     * @param encoderMultiplyAdds of one image's forward pass through the encoder
     * @param headMultiplyAdds of one image's forward pass through all heads
     */
    record Finished(
            int reportedEpoch,
            Map<Measure, Map<String, Double>> losses,
            List<EpochLosses> history,
            double imagesPerSecond,
            long encoderMultiplyAdds,
            long headMultiplyAdds)
            implements TrainingOutcome {
        public Finished {
            losses = Map.copyOf(losses);
            history = List.copyOf(history);
        }

        /**
         * One of the losses.
         *
         * @throws NoSuchElementException if the network was not trained on the task
         */
        public double loss(Measure measure, String task) {
            Double loss = losses.getOrDefault(measure, Map.of()).get(task);
            if (loss == null) {
                throw new NoSuchElementException(task);
            }
            return loss;
        }
    }

    /**
     * A loss or a gradient was no longer a finite number; nothing of the run is reported.
     *
     * @param step the step, counted from 1, at which it was met; the last one done if an evaluation met it
     * @param epoch the epoch, counted from 1
     * @param what what was not finite
     * @param remedies what to try, the most promising first
     */
    record Diverged(long step, int epoch, String what, List<String> remedies) implements TrainingOutcome {
        public Diverged {
            remedies = List.copyOf(remedies);
        }
    }

    /**
     * The listener asked to stop.
     *
     * @param doneEpochs epochs that are in the checkpoint
     */
    record Stopped(int doneEpochs) implements TrainingOutcome {}
}
