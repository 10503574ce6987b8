package app.tandem.grouping;

import app.tandem.study.Cost;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A grouping whose losses are known: its networks, and which of them serves each task.
 *
 * @param networks in the pool's order (a grouping drawn by hand keeps its own order)
 * @param cost the sum over the networks, exact
 * @param validationLoss the weighted sum of the tasks' losses on the measure that selects: validation, or validation
 *     early in the schedule. It is summed in decimal fixed point ({@link GroupingSolver} says how), so equal selections
 *     have equal losses whatever the order of summation
 * @param testLoss the same sum of the test losses, with the servers that validation chose; empty if any of them is missing
 * @param tasks one entry for each task, in the order of the tasks
 */
public record Selection(
        List<Served> networks, Cost cost, double validationLoss, OptionalDouble testLoss, List<ServedTask> tasks) {

    public Selection {
        networks = List.copyOf(networks);
        tasks = List.copyOf(tasks);
    }

    /** The network that serves a task. */
    public Served server(int task) {
        return networks.get(tasks.get(task).server());
    }
}
