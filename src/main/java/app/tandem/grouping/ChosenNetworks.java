package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** From networks that a method chose on estimates to the grouping that they make once they are trained. */
final class ChosenNetworks {

    private ChosenNetworks() {}

    /**
     * The grouping of these networks, with who serves decided by the table's validation losses.
     *
     * @param bill what was trained before the choice
     */
    static MethodOutcome outcome(LossTable table, List<Network> networks, TrainingBill bill) {
        List<Network> missing = networks.stream()
                .filter(network -> !isMeasured(table, network, Measure.VALIDATION))
                .toList();
        if (!missing.isEmpty()) {
            return new MethodOutcome.Untrained(networks, missing);
        }
        return new MethodOutcome.Chosen(selection(table, networks), bill.plus(networks));
    }

    /** The grouping of trained networks that together serve every task. */
    static Selection selection(LossTable table, List<Network> networks) {
        int[] rows =
                networks.stream().mapToInt(table.networks()::indexOf).sorted().toArray();
        return Serving.of(new SearchInstance(table, SearchOptions.COVER), rows).selection();
    }

    static boolean isMeasured(LossTable table, Network network, Measure measure) {
        int row = table.indexOf(network);
        return row >= 0 && table.isMeasured(row, measure);
    }

    /** The networks without losses of this measure. */
    static List<Network> unmeasured(LossTable table, List<Network> networks, Measure measure) {
        return networks.stream()
                .filter(network -> !isMeasured(table, network, measure))
                .toList();
    }

    static MethodOutcome infeasible(Frontier frontier, Budget budget) {
        Infeasibility why = frontier.infeasibility(budget).orElseThrow();
        return new MethodOutcome.Lacking(why.describe(frontier.taskIds()), TrainingBill.of(List.of()));
    }

    static List<Network> networksOf(Selection selection) {
        return selection.networks().stream().map(Served::network).toList();
    }

    /** What a task's single-task network loses: the full-size one, else the half-size one; empty if neither was measured. */
    static OptionalDouble single(LossTable table, int task, Measure measure) {
        for (EncoderSize size : List.of(EncoderSize.FULL, EncoderSize.HALF)) {
            int row = table.indexOf(Network.of(TaskSet.of(task), size));
            if (row >= 0 && table.cell(row, task, measure).isPresent()) {
                return OptionalDouble.of(table.cell(row, task, measure).mean());
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * Estimated losses beside measured ones, for the networks that a filter lets through.
     *
     * @param estimates a table of the same networks whose losses of {@code measure} are the estimates
     */
    static List<Estimate> compare(
            LossTable table, LossTable estimates, Measure measure, java.util.function.Predicate<Network> which) {
        List<Estimate> pairs = new ArrayList<>();
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            int estimatedRow = estimates.indexOf(network);
            if (!which.test(network) || estimatedRow < 0) {
                continue;
            }
            for (int task : network.tasks()) {
                double measured = gain(table, row, task, Measure.VALIDATION);
                double estimated = gain(estimates, estimatedRow, task, measure);
                if (Double.isFinite(measured) && Double.isFinite(estimated)) {
                    pairs.add(new Estimate(network, task, estimated, measured));
                }
            }
        }
        return pairs;
    }

    /** Over the single-task network on the same measure; NaN where either is missing. */
    static double gain(LossTable table, int row, int task, Measure measure) {
        OptionalDouble single = single(table, task, measure);
        double loss = table.cell(row, task, measure).mean();
        return single.isPresent() ? (single.getAsDouble() - loss) / single.getAsDouble() : Double.NaN;
    }
}
