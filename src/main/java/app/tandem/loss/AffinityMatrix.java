package app.tandem.loss;

import java.util.Arrays;
import java.util.List;

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

    /** How much a step on {@code source} helps {@code recipient}; NaN where unknown. */
    public double from(int source, int recipient) {
        return scores[source][recipient];
    }
}
