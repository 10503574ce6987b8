package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Network;
import java.util.Collection;
import java.util.List;

/** A loss table written down network by network, with keys as in {@link Network#key}. */
final class SmallTable {

    private final List<String> tasks;
    private final LossTable.Builder table;

    private SmallTable(List<String> tasks) {
        this.tasks = tasks;
        this.table =
                LossTable.builder("s", tasks, tasks.stream().map(task -> 1.0).toList());
    }

    static SmallTable of(String... tasks) {
        return new SmallTable(List.of(tasks));
    }

    /** A network that was not trained yet. */
    SmallTable untrained(String key) {
        table.network(Network.parse(key, tasks));
        return this;
    }

    /** Validation losses, one for each of the network's tasks; the test losses are a hundredth more. */
    SmallTable trained(String key, double... losses) {
        add(key, Measure.VALIDATION, losses, 0);
        return add(key, Measure.TEST, losses, 0.01);
    }

    /** Validation losses at 20 % of the schedule. */
    SmallTable early(String key, double... losses) {
        return add(key, Measure.EARLY, losses, 0);
    }

    private SmallTable add(String key, Measure measure, double[] losses, double more) {
        Network network = Network.parse(key, tasks);
        int i = 0;
        for (int task : network.tasks()) {
            table.add(network, 0, measure, task, losses[i++] + more);
        }
        return this;
    }

    LossTable build() {
        return table.build();
    }

    /** The networks' keys, sorted. */
    static List<String> keys(LossTable table, Collection<Network> networks) {
        return networks.stream()
                .map(network -> network.key(table.taskIds()))
                .sorted()
                .toList();
    }

    /** The keys of the networks of a grouping. */
    static List<String> chosen(LossTable table, MethodOutcome outcome) {
        return keys(table, ChosenNetworks.networksOf(((MethodOutcome.Chosen) outcome).selection()));
    }
}
