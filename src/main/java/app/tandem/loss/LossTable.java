package app.tandem.loss;

import app.tandem.study.Network;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Network × task → loss, for one setting. Immutable. Networks stand in the pool's order, which breaks ties between
 * groupings; a network that was not trained, or not to the end, has absent cells.
 */
public final class LossTable {

    private record Key(int network, int task, Measure measure) {}

    private final String setting;
    private final List<String> taskIds;
    private final List<Double> weights;
    private final List<Network> networks;
    private final Map<Key, SortedMap<Integer, Double>> values;
    private final Map<Key, LossCell> cells;

    private LossTable(Builder builder, List<Network> networks, Map<Key, SortedMap<Integer, Double>> values) {
        this.setting = builder.setting;
        this.taskIds = builder.taskIds;
        this.weights = builder.weights;
        this.networks = networks;
        this.values = values;
        Map<Key, LossCell> means = new LinkedHashMap<>();
        values.forEach((key, seeds) -> means.put(key, LossCell.of(seeds.values())));
        this.cells = means;
    }

    /**
     * A table to be filled.
     *
     * @param weights the factor of each task in every sum of losses, in the order of the tasks; each above 0
     */
    public static Builder builder(String setting, List<String> taskIds, List<Double> weights) {
        return new Builder(setting, taskIds, weights);
    }

    public String setting() {
        return setting;
    }

    public List<String> taskIds() {
        return taskIds;
    }

    public int taskCount() {
        return taskIds.size();
    }

    public List<Double> weights() {
        return weights;
    }

    /** The networks in the pool's order; their indices name the rows. */
    public List<Network> networks() {
        return networks;
    }

    /** Mean and spread over the seeds; {@link LossCell#ABSENT} where nothing was measured. */
    public LossCell cell(int network, int task, Measure measure) {
        return cells.getOrDefault(new Key(network, task, measure), LossCell.ABSENT);
    }

    /** The loss of each seed; empty where nothing was measured. */
    public SortedMap<Integer, Double> values(int network, int task, Measure measure) {
        return values.getOrDefault(new Key(network, task, measure), Collections.emptySortedMap());
    }

    /** Whether every task of the network has a loss of this measure. */
    public boolean isMeasured(int network, Measure measure) {
        return networks.get(network).tasks().stream()
                .allMatch(task -> cell(network, task, measure).isPresent());
    }

    /** Whether any network has a loss of this measure. */
    public boolean has(Measure measure) {
        return cells.keySet().stream().anyMatch(key -> key.measure() == measure);
    }

    /**
     * SHA-256 over everything in the table, in hexadecimal. A suggestion keeps it, and is out of date once it differs.
     */
    public String contentHash() {
        MessageDigest digest = sha256();
        update(digest, setting);
        for (int task = 0; task < taskIds.size(); task++) {
            update(digest, taskIds.get(task) + " " + weights.get(task));
        }
        for (int network = 0; network < networks.size(); network++) {
            update(digest, networks.get(network).key(taskIds));
            for (int task : networks.get(network).tasks()) {
                for (Measure measure : Measure.values()) {
                    values(network, task, measure)
                            .forEach((seed, loss) -> update(digest, measure.id() + " " + seed + " " + loss));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Collects losses in any order. */
    public static final class Builder {

        private final String setting;
        private final List<String> taskIds;
        private final List<Double> weights;
        private final Map<Network, Map<Integer, Map<Measure, SortedMap<Integer, Double>>>> losses =
                new LinkedHashMap<>();

        private Builder(String setting, List<String> taskIds, List<Double> weights) {
            if (taskIds.size() != weights.size()) {
                throw new IllegalArgumentException("as many weights as tasks are needed");
            }
            this.setting = setting;
            this.taskIds = List.copyOf(taskIds);
            this.weights = List.copyOf(weights);
        }

        /** Names a network, so that it has its place in the order even before it has a loss. */
        public Builder network(Network network) {
            losses.computeIfAbsent(network, ignored -> new TreeMap<>());
            return this;
        }

        /**
         * Adds one loss.
         *
         * @throws IllegalArgumentException if the loss is not finite, the task not in the network, or the cell has a
         *     value for this seed already
         */
        public Builder add(Network network, int seed, Measure measure, int task, double loss) {
            if (!network.tasks().contains(task)) {
                throw new IllegalArgumentException(
                        "the network " + network.key(taskIds) + " has no task ‘" + nameOf(task) + "’");
            }
            if (!Double.isFinite(loss)) {
                throw new IllegalArgumentException("the loss of ‘" + nameOf(task) + "’ is " + loss);
            }
            network(network);
            Double before = losses.computeIfAbsent(network, ignored -> new TreeMap<>())
                    .computeIfAbsent(task, ignored -> new TreeMap<>())
                    .computeIfAbsent(measure, ignored -> new TreeMap<>())
                    .put(seed, loss);
            if (before != null) {
                throw new IllegalArgumentException(
                        "the loss of ‘" + nameOf(task) + "’ with seed " + seed + " is there twice");
            }
            return this;
        }

        private String nameOf(int task) {
            return task >= 0 && task < taskIds.size() ? taskIds.get(task) : Integer.toString(task);
        }

        public LossTable build() {
            List<Network> networks = new ArrayList<>(losses.keySet());
            Map<Key, SortedMap<Integer, Double>> values = new LinkedHashMap<>();
            for (int network = 0; network < networks.size(); network++) {
                int row = network;
                losses.getOrDefault(networks.get(network), Map.of())
                        .forEach((task, byMeasure) -> byMeasure.forEach((measure, bySeed) -> values.put(
                                new Key(row, task, measure),
                                Collections.unmodifiableSortedMap(new TreeMap<>(bySeed)))));
            }
            return new LossTable(this, List.copyOf(networks), values);
        }
    }
}
