package app.tandem.report;

import app.tandem.study.Network;
import app.tandem.training.EpochLosses;
import java.util.List;

/**
 * How the losses of one run went down.
 *
 * @param network which was trained
 * @param seed of the run
 * @param epochs by ascending number
 */
public record TrainingCourse(Network network, int seed, List<EpochLosses> epochs) {
    public TrainingCourse {
        epochs = List.copyOf(epochs);
    }
}
