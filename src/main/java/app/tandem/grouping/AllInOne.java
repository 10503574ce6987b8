package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;

/**
 * The baseline that shares everything: one network with all tasks whose encoder costs exactly the budget (Standley et al.,
 * ICML 2020, section 4). It stands only at budgets for which such an encoder was trained, and is never interpolated; encoders
 * larger than the full-size one are not known here.
 *
 * <p>Cost: that network.
 */
public record AllInOne() implements GroupingMethod {

    @Override
    public String id() {
        return "all-in-one";
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        TaskSet all = TaskSet.all(table.taskCount());
        for (Network network : table.networks()) {
            if (network.tasks().equals(all) && network.cost().snt().equals(budget.snt())) {
                return ChosenNetworks.outcome(table, List.of(network), TrainingBill.of(List.of()));
            }
        }
        return new MethodOutcome.Lacking(
                "No network with all tasks costs exactly " + budget + " SNT", TrainingBill.of(List.of()));
    }
}
