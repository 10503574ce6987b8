package app.tandem.workbench.losses;

import app.tandem.loss.LossCell;
import app.tandem.study.Network;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of the losses page.
 *
 * @param network empty for the row of constant predictions
 * @param entries one for each task of the study
 * @param seeds the most seeds that any of its cells has
 * @param sum of its losses, each times its task's weight; empty unless every task of the network is measured
 */
public record LossRow(Optional<Network> network, List<Entry> entries, int seeds, OptionalDouble sum) {

    /**
     * The loss of one task.
     *
     * @param member whether the network has the task
     * @param gain over the half-size single-task network, (half - loss) / half, on the same split; empty where either is
     *     not measured, and for that network itself
     * @param best whether no network has a lower loss of this task
     */
    public record Entry(LossCell loss, boolean member, OptionalDouble gain, boolean best) {}

    public boolean isConstant() {
        return network.isEmpty();
    }
}
