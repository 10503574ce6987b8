package app.tandem.training;

import app.tandem.loss.AffinityMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Sums of affinities over the measured steps of a joint run, source by source, and how often each was measured: a batch
 * without labels of a task says nothing of it.
 */
final class AffinitySums {

    private static final int KINDS = 3;

    private final int tasks;
    private final double[] values;
    private long steps;

    AffinitySums(int tasks) {
        this.tasks = tasks;
        this.values = new double[(KINDS + 1) * tasks * tasks];
    }

    /**
     * Adds a measured step.
     *
     * @param losses of each task, before the step; NaN for one of which no label of the batch counts
     * @param ahead {@code ahead[i][j]}: the loss of j after a step on i alone
     * @param gram {@code gram[i][j]}: the dot product of the gradients of L_i and L_j at the shared parameters
     * @param rates the step's length along each task's gradient: learning rate times weight
     */
    void add(double[] losses, double[][] ahead, double[][] gram, double[] rates) {
        steps++;
        for (int i = 0; i < tasks; i++) {
            for (int j = 0; j < tasks; j++) {
                double norms = Math.sqrt(gram[i][i]) * Math.sqrt(gram[j][j]);
                if (Double.isNaN(losses[i]) || !(losses[j] > 0) || !(norms > 0)) {
                    continue;
                }
                add(0, i, j, 1 - ahead[i][j] / losses[j]);
                add(1, i, j, gram[i][j] / norms);
                add(2, i, j, rates[i] * gram[i][j] / losses[j]);
                add(KINDS, i, j, 1);
            }
        }
    }

    private void add(int kind, int i, int j, double value) {
        values[index(kind, i, j)] += value;
    }

    private int index(int kind, int i, int j) {
        return (kind * tasks + i) * tasks + j;
    }

    /** The averages so far. */
    JointAffinities means(List<String> taskIds) {
        return new JointAffinities(
                steps,
                mean(JointAffinities.LOOKAHEAD, taskIds, 0),
                mean(JointAffinities.COSINE, taskIds, 1),
                mean(JointAffinities.FIRST_ORDER, taskIds, 2));
    }

    private AffinityMatrix mean(String id, List<String> taskIds, int kind) {
        double[][] means = new double[tasks][tasks];
        for (int i = 0; i < tasks; i++) {
            for (int j = 0; j < tasks; j++) {
                // Nothing measured is 0 / 0: not a number, as it should be.
                means[i][j] = values[index(kind, i, j)] / values[index(KINDS, i, j)];
            }
        }
        return new AffinityMatrix(id, taskIds, means);
    }

    /** Exact, without spaces, quotes or bars. */
    String encode() {
        StringJoiner text = new StringJoiner(",");
        text.add(Long.toString(steps));
        Arrays.stream(values).mapToObj(Double::toHexString).forEach(text::add);
        return text.toString();
    }

    /**
     * Goes back to what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it is of another number of tasks
     */
    void decode(String text) {
        List<String> parts = List.of(text.split(",", -1));
        if (parts.size() != values.length + 1) {
            throw new IllegalArgumentException(parts.size() + " numbers are not those of " + tasks + " tasks");
        }
        steps = Long.parseLong(parts.get(0));
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(parts.get(i + 1));
        }
    }
}
