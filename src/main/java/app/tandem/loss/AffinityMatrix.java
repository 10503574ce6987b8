package app.tandem.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How much training on one task helps another, as measured in one joint run: TAG's lookahead affinity, the cosine of
 * gradients, or any other score of which more is better. Not symmetric. Immutable.
 */
public final class AffinityMatrix {

    private final String id;
    private final List<String> taskIds;
    private final double[][] scores;

    /**
     * @param id which affinity it is: {@code tag}, {@code cs}, …
     * @param scores {@code scores[source][recipient]}; NaN where unknown; the diagonal is not used
     * @throws IllegalArgumentException if the matrix is not as large as there are tasks
     */
    public AffinityMatrix(String id, List<String> taskIds, double[][] scores) {
        if (scores.length != taskIds.size() || Arrays.stream(scores).anyMatch(row -> row.length != taskIds.size())) {
            throw new IllegalArgumentException(
                    "a row and a column for each of " + taskIds.size() + " tasks are needed");
        }
        this.id = id;
        this.taskIds = List.copyOf(taskIds);
        this.scores = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
    }

    public String id() {
        return id;
    }

    public List<String> taskIds() {
        return taskIds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AffinityMatrix matrix
                && id.equals(matrix.id)
                && taskIds.equals(matrix.taskIds)
                && Arrays.deepEquals(scores, matrix.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, taskIds, Arrays.deepHashCode(scores));
    }

    /** The mean of several of the same kind and tasks, entry by entry over those that are known. */
    public static AffinityMatrix mean(List<AffinityMatrix> matrices) {
        AffinityMatrix first = matrices.get(0);
        int n = first.taskIds.size();
        double[][] means = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int source = i;
                int recipient = j;
                means[i][j] = matrices.stream()
                        .mapToDouble(matrix -> matrix.from(source, recipient))
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN);
            }
        }
        return new AffinityMatrix(first.id, first.taskIds, means);
    }

    /** How much a step on {@code source} helps {@code recipient}; NaN where unknown. */
    public double from(int source, int recipient) {
        return scores[source][recipient];
    }
}
