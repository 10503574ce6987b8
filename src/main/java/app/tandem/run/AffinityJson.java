package app.tandem.run;

import app.tandem.loss.AffinityMatrix;
import app.tandem.training.JointAffinities;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The affinities of a joint run in an event: a row per source, null where nothing was measured. */
final class AffinityJson {

    private AffinityJson() {}

    static void write(ObjectNode node, JointAffinities affinities) {
        node.put("steps", affinities.steps());
        ArrayNode tasks = node.putArray("tasks");
        affinities.lookahead().taskIds().forEach(tasks::add);
        for (AffinityMatrix matrix : affinities.matrices()) {
            ArrayNode rows = node.putArray(matrix.id());
            for (int i = 0; i < tasks.size(); i++) {
                ArrayNode row = rows.addArray();
                for (int j = 0; j < tasks.size(); j++) {
                    double value = matrix.from(i, j);
                    if (Double.isFinite(value)) {
                        row.add(value);
                    } else {
                        row.addNull();
                    }
                }
            }
        }
    }

    /** @throws RuntimeException if it is not what {@link #write} gives */
    static JointAffinities read(JsonFields fields) {
        List<String> tasks = new ArrayList<>();
        fields.array("tasks").forEach(task -> tasks.add(task.asText()));
        return new JointAffinities(
                fields.whole("steps"),
                matrix(JointAffinities.LOOKAHEAD, tasks, fields),
                matrix(JointAffinities.COSINE, tasks, fields),
                matrix(JointAffinities.FIRST_ORDER, tasks, fields));
    }

    private static AffinityMatrix matrix(String id, List<String> tasks, JsonFields fields) {
        double[][] scores = new double[tasks.size()][tasks.size()];
        int row = 0;
        for (JsonNode values : fields.array(id)) {
            for (int column = 0; column < tasks.size(); column++) {
                JsonNode value = values.get(column);
                scores[row][column] = value == null || value.isNull() ? Double.NaN : value.doubleValue();
            }
            row++;
        }
        return new AffinityMatrix(id, tasks, scores);
    }
}
