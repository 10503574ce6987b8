package app.tandem.grouping;

import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Cost;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which network of a grouping serves each task: the one with the lowest loss on the measure that selects; among equals the
 * cheaper one, then the first in the pool's order.
 */
final class Serving {

    private static final int NOBODY = -1;

    private final SearchInstance instance;
    private final int[] networks;
    private final int[] servers;

    /**
     * @param networks indices in the loss table
     * @param mayServe the tasks that each of them may serve, as masks; only those with a loss
     */
    Serving(SearchInstance instance, int[] networks, long[] mayServe) {
        this.instance = instance;
        this.networks = networks;
        this.servers = new int[instance.taskCount()];
        Arrays.fill(servers, NOBODY);
        for (int position = 0; position < networks.length; position++) {
            for (long rest = mayServe[position]; rest != 0; rest &= rest - 1) {
                int task = Long.numberOfTrailingZeros(rest);
                if (servers[task] == NOBODY
                        || instance.servesBefore(networks[position], networks[servers[task]], task)) {
                    servers[task] = position;
                }
            }
        }
    }

    /** The networks may serve whatever they have a loss for. */
    static Serving of(SearchInstance instance, int[] networks) {
        return new Serving(
                instance,
                networks,
                Arrays.stream(networks).mapToLong(instance::servable).toArray());
    }

    /** The tasks that the network at this position serves. */
    TaskSet servedBy(int position) {
        long served = 0;
        for (int task = 0; task < servers.length; task++) {
            if (servers[task] == position) {
                served |= 1L << task;
            }
        }
        return new TaskSet(served);
    }

    TaskSet unserved() {
        return servedBy(NOBODY);
    }

    /** The grouping with its losses; every task must be served. */
    Selection selection() {
        LossTable table = instance.table();
        List<Served> served = new ArrayList<>();
        Cost cost = Cost.ZERO;
        for (int position = 0; position < networks.length; position++) {
            served.add(new Served(table.networks().get(networks[position]), servedBy(position)));
            cost = cost.plus(table.networks().get(networks[position]).cost());
        }
        List<ServedTask> tasks = new ArrayList<>();
        for (int task = 0; task < servers.length; task++) {
            tasks.add(new ServedTask(
                    task,
                    servers[task],
                    table.cell(networks[servers[task]], task, instance.options().measure())
                            .mean(),
                    testLoss(task)));
        }
        return new Selection(served, cost, validationTotal(), testTotal(tasks), tasks);
    }

    private double validationTotal() {
        long units = 0;
        for (int task = 0; task < servers.length; task++) {
            units += instance.loss(networks[servers[task]], task);
        }
        return instance.unit().toLoss((double) units);
    }

    private OptionalDouble testLoss(int task) {
        LossCell cell = instance.table().cell(networks[servers[task]], task, Measure.TEST);
        return cell.isPresent() ? OptionalDouble.of(cell.mean()) : OptionalDouble.empty();
    }

    /** In the unit of the validation losses. */
    private OptionalDouble testTotal(List<ServedTask> tasks) {
        List<Double> weighted = new ArrayList<>();
        for (ServedTask task : tasks) {
            if (task.testLoss().isEmpty()) {
                return OptionalDouble.empty();
            }
            weighted.add(instance.table().weights().get(task.task())
                    * task.testLoss().getAsDouble());
        }
        return OptionalDouble.of(instance.unit().sum(weighted));
    }
}
