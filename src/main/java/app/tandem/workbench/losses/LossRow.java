package app.tandem.workbench.losses;

import app.tandem.loss.LossCell;
import app.tandem.study.Network;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A row of the losses page.
 *
 * @param network empty for the row of constant predictions
 * @param seed the seed of a row below its network's; empty for the mean over the seeds
 * @param entries one for each task of the study
 * @param seeds the most seeds that any of its cells has
 * @param sum of its losses, each times its task's weight; empty unless every task of the network is measured
 */
public record LossRow(
        String setting,
        Optional<Network> network,
        OptionalInt seed,
        RowState state,
        List<Entry> entries,
        int seeds,
        OptionalDouble sum) {

    /** What a row is of, whatever it shows. */
    public record Key(String setting, Optional<Network> network, OptionalInt seed) {}

    /**
     * The loss of one task.
     *
     * @param member whether the network has the task
     * @param gain over the single-task network that is compared with, (single - loss) / single, on the same split; empty
     *     where either is not measured, and for that network itself
     * @param best whether no network of the setting has a lower loss of this task
     */
    public record Entry(LossCell loss, boolean member, OptionalDouble gain, boolean best) {

        /** What the cell of a task holds that the network does not have. */
        static final Entry NONE = new Entry(LossCell.ABSENT, false, OptionalDouble.empty(), false);
    }

    public Key key() {
        return new Key(setting, network, seed);
    }

    public boolean isConstant() {
        return network.isEmpty();
    }
}
