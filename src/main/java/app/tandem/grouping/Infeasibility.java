package app.tandem.grouping;

import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.TaskSet;
import java.util.List;

/** Why there is no grouping. */
public sealed interface Infeasibility {

    /** No network has a loss for these tasks, so none can serve them at any budget. */
    record NobodyServes(TaskSet tasks) implements Infeasibility {}

    /** Every task could be served, but no choice of measured networks trains each task exactly once. */
    record NoPartition() implements Infeasibility {}

    /** The budget is too small; the cheapest grouping that serves every task costs {@code cheapest}. */
    record BudgetTooSmall(Budget budget, Cost cheapest) implements Infeasibility {}

    /** What is the matter, as a sentence without its full stop. */
    default String describe(List<String> taskIds) {
        if (this instanceof NobodyServes nobody) {
            return "No network has a loss for "
                    + String.join(
                            ", ", nobody.tasks().stream().mapToObj(taskIds::get).toList());
        }
        if (this instanceof BudgetTooSmall small) {
            return "No grouping serves every task for " + small.budget() + " SNT; the cheapest costs "
                    + small.cheapest() + " SNT";
        }
        return "No choice of the measured networks trains every task exactly once";
    }

    /** What to do about it, as a sentence without its full stop. */
    default String remedy() {
        if (this instanceof NobodyServes) {
            return "Train networks with these tasks";
        }
        if (this instanceof BudgetTooSmall small) {
            return "Give a budget of at least " + small.cheapest().snt() + " SNT, or train cheaper networks";
        }
        return "Allow tasks to be trained in several networks, or train more networks";
    }
}
