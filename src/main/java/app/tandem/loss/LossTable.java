package app.tandem.loss;

import app.tandem.study.Later;
import app.tandem.study.Network;
import app.tandem.study.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Network × task → loss, for one setting. Immutable. Networks stand in the pool's order, which breaks ties between
 * groupings; a network that was not trained, or not to the end, has absent cells.
 */
public final class LossTable {

    private final String setting;
    private final List<String> taskIds;
    private final List<Double> weights;
    private final List<Network> networks;
    private final Map<Network, Integer> indices = new HashMap<>();
    /** By network; null where nothing was measured. */
    private final Map<Measure, Later<@Nullable NetworkLosses[]>> losses = new EnumMap<>(Measure.class);

    private final Later<String> contentHash = new Later<>(() -> hash(rows()));
    private final Later<String> measuredHash = new Later<>(() -> hash(rows().filter(this::isKnown)
            .boxed()
            .sorted(Comparator.comparing(network -> networks().get(network).key(taskIds())))
            .mapToInt(Integer::intValue)));

    private LossTable(Builder builder) {
        this.setting = builder.setting;
        this.taskIds = builder.taskIds;
        this.weights = builder.weights;
        this.networks = List.copyOf(builder.rows.keySet());
        networks.forEach(each -> indices.put(each, indices.size()));
        for (Measure measure : Measure.values()) {
            if (builder.has(measure)) {
                @Nullable NetworkLosses[] now = builder.losses(measure);
                losses.put(measure, new Later<>(() -> now));
            }
        }
        builder.later.forEach((measure, fill) -> losses.put(measure, new Later<>(() -> losses(measure, fill))));
    }

    private @Nullable NetworkLosses[] losses(Measure measure, Consumer<Builder> fill) {
        Builder builder = new Builder(setting, taskIds, weights);
        networks.forEach(builder::network);
        fill.accept(builder);
        return builder.losses(measure);
    }

    private @Nullable NetworkLosses losses(int network, Measure measure) {
        Later<@Nullable NetworkLosses[]> byNetwork = losses.get(measure);
        return byNetwork == null ? null : byNetwork.get()[network];
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

    /** The row of a network; -1 where the table has none. */
    public int indexOf(Network network) {
        return indices.getOrDefault(network, -1);
    }

    /** Mean and spread over the seeds; {@link LossCell#ABSENT} where nothing was measured. */
    public LossCell cell(int network, int task, Measure measure) {
        NetworkLosses ofNetwork = losses(network, measure);
        return ofNetwork == null ? LossCell.ABSENT : ofNetwork.cell(task);
    }

    /** The mean over the seeds; NaN where nothing was measured. */
    public double mean(int network, int task, Measure measure) {
        NetworkLosses ofNetwork = losses(network, measure);
        return ofNetwork == null ? Double.NaN : ofNetwork.mean(task);
    }

    /** The loss of each seed; empty where nothing was measured. */
    public SortedMap<Integer, Double> values(int network, int task, Measure measure) {
        NetworkLosses ofNetwork = losses(network, measure);
        return ofNetwork == null ? Collections.emptySortedMap() : ofNetwork.bySeed(task);
    }

    /** Whether every task of the network has a loss of this measure. */
    public boolean isMeasured(int network, Measure measure) {
        return networks.get(network).tasks().stream()
                .allMatch(task -> cell(network, task, measure).isPresent());
    }

    /** Whether any network has a loss of this measure. */
    public boolean has(Measure measure) {
        return losses.containsKey(measure);
    }

    /** SHA-256 over everything in the table, in hexadecimal. */
    public String contentHash() {
        return contentHash.get();
    }

    /**
     * The same of what was measured, whatever other networks are listed and in which order. A suggestion keeps it, and is
     * out of date once it differs.
     */
    public String measuredHash() {
        return measuredHash.get();
    }

    private IntStream rows() {
        return IntStream.range(0, networks.size());
    }

    private String hash(IntStream some) {
        MessageDigest digest = Sha256.begin();
        Sha256.addLine(digest, setting);
        for (int task = 0; task < taskIds.size(); task++) {
            Sha256.addLine(digest, taskIds.get(task) + " " + weights.get(task));
        }
        some.forEachOrdered(network -> addTo(digest, network));
        return Sha256.hex(digest);
    }

    private void addTo(MessageDigest digest, int network) {
        Sha256.addLine(digest, networks.get(network).key(taskIds));
        for (int task : networks.get(network).tasks()) {
            for (Measure measure : Measure.values()) {
                values(network, task, measure)
                        .forEach((seed, loss) -> Sha256.addLine(digest, measure.id() + " " + seed + " " + loss));
            }
        }
    }

    /** Whether anything of a network was measured. */
    private boolean isKnown(int network) {
        return Arrays.stream(Measure.values()).anyMatch(measure -> losses(network, measure) != null);
    }

    /** Collects losses in any order. */
    public static final class Builder {

        /** The losses of one network. */
        public final class Row {

            private final Network network;
            private final Map<Measure, NetworkLosses> byMeasure = new EnumMap<>(Measure.class);

            private Row(Network network) {
                this.network = network;
            }

            /**
             * Adds one loss.
             *
             * @throws IllegalArgumentException if the loss is not finite, the task not in the network, or the cell has a
             *     value for this seed already
             */
            public Row add(int seed, Measure measure, int task, double loss) {
                if (!network.tasks().contains(task)) {
                    throw new IllegalArgumentException(
                            "the network " + network.key(taskIds) + " has no task ‘" + nameOf(task) + "’");
                }
                if (!Double.isFinite(loss)) {
                    throw new IllegalArgumentException("the loss of ‘" + nameOf(task) + "’ is " + loss);
                }
                NetworkLosses ofMeasure =
                        byMeasure.computeIfAbsent(measure, ignored -> new NetworkLosses(network.tasks()));
                if (!ofMeasure.add(seed, task, loss)) {
                    throw new IllegalArgumentException(
                            "the loss of ‘" + nameOf(task) + "’ with seed " + seed + " is there twice");
                }
                return this;
            }
        }

        private final String setting;
        private final List<String> taskIds;
        private final List<Double> weights;
        private final Map<Network, Row> rows = new LinkedHashMap<>();
        private final Map<Measure, Consumer<Builder>> later = new EnumMap<>(Measure.class);

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
            row(network);
            return this;
        }

        /** Where the losses of one network are added; it has its place in the order from then on. */
        public Row row(Network network) {
            return rows.computeIfAbsent(network, Row::new);
        }

        /**
         * Adds one loss.
         *
         * @throws IllegalArgumentException as {@link Row#add} does
         */
        public Builder add(Network network, int seed, Measure measure, int task, double loss) {
            row(network).add(seed, measure, task, loss);
            return this;
        }

        /**
         * Leaves the losses of a measure to be added when somebody first asks the table for one: there may be hundreds of
         * thousands, and few measures are looked at.
         *
         * @param fill adds losses of that measure, and of networks that are named here
         */
        public Builder later(Measure measure, Consumer<Builder> fill) {
            later.put(measure, fill);
            return this;
        }

        private boolean has(Measure measure) {
            return rows.values().stream().anyMatch(row -> row.byMeasure.containsKey(measure));
        }

        /** By network; null where nothing was measured. */
        private @Nullable NetworkLosses[] losses(Measure measure) {
            @Nullable NetworkLosses[] losses = new NetworkLosses[rows.size()];
            int network = 0;
            for (Row row : rows.values()) {
                NetworkLosses known = row.byMeasure.get(measure);
                losses[network++] = known == null ? null : known.copy();
            }
            return losses;
        }

        private String nameOf(int task) {
            return task >= 0 && task < taskIds.size() ? taskIds.get(task) : Integer.toString(task);
        }

        public LossTable build() {
            return new LossTable(this);
        }
    }
}
