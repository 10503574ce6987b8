package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network has learned, in the engine: its parameters, their momenta and its running statistics, each one flat
 * array.
 */
final class ModelState {

    private final SharedNetwork network;
    private final NDArray parameters;
    private final NDArray momenta;
    private final NDArray statistics;
    private final List<NDArray> statisticsViews;

    ModelState(NDManager manager, SharedNetwork network, long seed) {
        this.network = network;
        parameters = manager.create(network.parameters().initial(seed));
        momenta = manager.zeros(new Shape(network.parameters().length()));
        statistics = manager.create(network.statistics().initial(seed));
        statisticsViews = views(statistics, network.statistics());
        parameters.setRequiresGradient(true);
    }

    /** The parameters; their gradient is theirs after a backward pass. */
    NDArray parameters() {
        return parameters;
    }

    NDArray momenta() {
        return momenta;
    }

    NDArray statistics() {
        return statistics;
    }

    /** A pass whose arrays belong to a step's manager. */
    Pass pass(NDManager step, boolean training) {
        NDArray flat = JniUtils.slice(
                Pass.engine(parameters), 0, 0, network.parameters().length(), 1);
        flat.attach(step);
        return new Pass(views(flat, network.parameters()), statisticsViews, training);
    }

    /**
     * A training pass with other parameters, whose manager its arrays belong to. It uses the statistics of its batch and
     * leaves the running ones as they are.
     */
    Pass passWith(NDArray flat) {
        NDArray scratch = statistics.duplicate();
        scratch.attach(flat.getManager());
        return new Pass(views(flat, network.parameters()), views(scratch, network.statistics()), true);
    }

    /** A copy of what a prediction needs, outside the engine. */
    Snapshot snapshot() {
        return new Snapshot(parameters.toFloatArray(), statistics.toFloatArray());
    }

    /** Goes back to a snapshot. */
    void restore(Snapshot snapshot) {
        overwrite(parameters, snapshot.parameters);
        overwrite(statistics, snapshot.statistics);
    }

    void restoreMomenta(float[] values) {
        overwrite(momenta, values);
    }

    /** In place, so that every view sees it. */
    private static void overwrite(NDArray array, float[] values) {
        try (NDManager manager = array.getManager().newSubManager()) {
            NDArray detached = JniUtils.detachGradient(Pass.engine(array));
            detached.attach(manager);
            detached.set(new NDIndex(":"), manager.create(values));
        }
    }

    /** Parameters and running statistics, each flat. */
    static final class Snapshot {
        private final float[] parameters;
        private final float[] statistics;

        Snapshot(float[] parameters, float[] statistics) {
            this.parameters = parameters;
            this.statistics = statistics;
        }

        /** Room for a snapshot of this network. */
        static Snapshot empty(SharedNetwork network) {
            return new Snapshot(
                    new float[network.parameters().length()],
                    new float[network.statistics().length()]);
        }

        /** The arrays, to write or to fill. */
        List<Checkpoint.Section> sections(String prefix, SharedNetwork network) {
            return List.of(
                    new Checkpoint.Section(prefix, network.parameters(), parameters),
                    new Checkpoint.Section(prefix, network.statistics(), statistics));
        }
    }

    /** A flat array's entries. Weights come as {@code (out, in / groups, height, width)}, channels-last in memory. */
    static List<NDArray> views(NDArray flat, ParameterLayout layout) {
        List<ParameterLayout.Entry> entries = layout.entries();
        NDList parts = JniUtils.split(
                Pass.engine(flat),
                entries.stream().mapToLong(ParameterLayout.Entry::paddedSize).toArray(),
                0);
        List<NDArray> views = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            ParameterLayout.Entry entry = entries.get(i);
            NDArray part = parts.get(i);
            if (entry.size() < entry.paddedSize()) {
                part = JniUtils.slice(Pass.engine(part), 0, 0, entry.size(), 1);
            }
            boolean isWeight = entry.shape().dimension() == 4;
            views.add(isWeight ? part.reshape(entry.shape()).transpose(0, 3, 1, 2) : part);
        }
        return views;
    }
}
