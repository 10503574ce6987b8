package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The baseline that shares nothing: one network per task, all of the same size, that together cost exactly the budget
 * (Standley et al., ICML 2020, section 4). It stands only at budgets whose share, a budget of b for n tasks meaning encoders of
 * size b/n, is among the candidates, and is never interpolated.
 *
 * <p>Cost: these networks.
 */
public record Independent() implements GroupingMethod {

    @Override
    public String id() {
        return "independent";
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        Fraction share = budget.snt().times(Fraction.of(1, table.taskCount()));
        List<Network> singles = IntStream.range(0, table.taskCount())
                .boxed()
                .flatMap(task -> table.networks().stream()
                        .filter(network -> network.tasks().size() == 1
                                && network.tasks().contains(task)
                                && network.cost().snt().equals(share))
                        .limit(1))
                .toList();
        return singles.size() == table.taskCount()
                ? ChosenNetworks.outcome(table, singles, TrainingBill.of(List.of()))
                : new MethodOutcome.Lacking(
                        "There are no single-task networks of size " + share + " for every task",
                        TrainingBill.of(List.of()));
    }
}
