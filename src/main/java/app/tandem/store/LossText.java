package app.tandem.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The losses of a network's tasks as a JSON array in the order of the tasks, null where a task has none. */
final class LossText {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
    private static final ObjectMapper MAPPER = JsonMapper.builder(JSON).build();

    private LossText() {}

    /** @throws IllegalArgumentException if a loss is of another task */
    static String write(List<String> tasks, Map<String, Double> losses) {
        @Nullable Double[] inOrder = new Double[tasks.size()];
        losses.forEach((task, loss) -> {
            int place = tasks.indexOf(task);
            if (place < 0) {
                throw new IllegalArgumentException("the network has no task ‘" + task + "’");
            }
            inOrder[place] = loss;
        });
        try {
            return MAPPER.writeValueAsString(inOrder);
        } catch (IOException e) {
            throw new IllegalStateException("numbers can always be written", e);
        }
    }

    /**
     * As many losses as tasks, NaN where there is none.
     *
     * @throws IllegalArgumentException if it is not what {@link #write} writes of so many tasks
     */
    static double[] read(List<String> tasks, String text) {
        double[] losses = new double[tasks.size()];
        Arrays.fill(losses, Double.NaN);
        try (JsonParser json = JSON.createParser(text)) {
            require(json.nextToken() == JsonToken.START_ARRAY, text);
            int place = 0;
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                require(token != null && place < losses.length, text);
                if (token != JsonToken.VALUE_NULL) {
                    losses[place] = json.getDoubleValue();
                }
                place++;
            }
            require(place == losses.length && json.nextToken() == null, text);
        } catch (IOException e) {
            throw new IllegalArgumentException("‘" + text + "’ are no losses", e);
        }
        return losses;
    }

    private static void require(boolean holds, String text) {
        if (!holds) {
            throw new IllegalArgumentException("‘" + text + "’ are no losses of these tasks");
        }
    }
}
