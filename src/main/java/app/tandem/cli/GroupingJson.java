package app.tandem.cli;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.MethodPoint;
import app.tandem.grouping.Optimal;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.grouping.Stability;
import app.tandem.loss.AffinityMatrix;
import app.tandem.study.Budget;
import app.tandem.study.TaskSet;
import app.tandem.training.JointAffinities;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Groupings as JSON: {@code method, setting, budget, cost, validation_loss, test_loss, networks: [{tasks, encoder,
 * serves}]}. Budget and cost are decimal numbers of SNT; {@code test_loss} is null where there is no test split.
 */
final class GroupingJson {

    private static final String OPTIMAL = new Optimal().id();

    private GroupingJson() {}

    /** One grouping, as one object. */
    static String selection(String method, String setting, List<String> taskIds, Budget budget, Selection selection) {
        return write(json -> writeSelection(json, method, setting, taskIds, budget, selection));
    }

    /**
     * The optimum as one object, with {@code stability: {resamples, seeds, pooled, wins, within_noise, runner_ups: [{networks,
     * wins, difference_percent, low_percent, high_percent}]}}, or null where nothing is claimed.
     */
    static String suggestion(
            String setting, List<String> taskIds, Budget budget, Selection best, Optional<Stability> stability) {
        return write(json -> {
            json.writeStartObject();
            writeFields(json, OPTIMAL, setting, taskIds, budget, best);
            json.writeFieldName("stability");
            if (stability.isPresent()) {
                writeStability(json, stability.get(), taskIds);
            } else {
                json.writeNull();
            }
            json.writeEndObject();
        });
    }

    private static void writeStability(JsonGenerator json, Stability stability, List<String> taskIds)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("resamples", stability.resamples());
        json.writeNumberField("seeds", stability.seeds());
        json.writeBooleanField("pooled", stability.isPooled());
        json.writeNumberField("wins", stability.wins());
        json.writeBooleanField("within_noise", stability.isWithinNoise());
        json.writeArrayFieldStart("runner_ups");
        for (Stability.Rival rival : stability.rivals()) {
            json.writeStartObject();
            writeNetworks(json, rival.selection().networks(), taskIds);
            json.writeNumberField("wins", rival.wins());
            json.writeNumberField("difference_percent", 100 * rival.difference());
            json.writeNumberField("low_percent", 100 * rival.low());
            json.writeNumberField("high_percent", 100 * rival.high());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One object for each budget at which the best grouping changes, ascending. */
    static String frontier(Frontier frontier) {
        return write(json -> {
            json.writeStartArray();
            for (Frontier.Point point : frontier.points()) {
                writeSelection(json, OPTIMAL, frontier.setting(), frontier.taskIds(), point.from(), point.selection());
            }
            json.writeEndArray();
        });
    }

    /** {@code setting, steps, tasks}, and for each affinity a row per source with a number per recipient, or null. */
    static String affinities(String setting, JointAffinities affinities) {
        List<String> tasks = affinities.lookahead().taskIds();
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("setting", setting);
            json.writeNumberField("steps", affinities.steps());
            json.writeArrayFieldStart("tasks");
            for (String task : tasks) {
                json.writeString(task);
            }
            json.writeEndArray();
            for (AffinityMatrix matrix : affinities.matrices()) {
                json.writeArrayFieldStart(matrix.id());
                for (int source = 0; source < tasks.size(); source++) {
                    json.writeStartArray();
                    for (int recipient = 0; recipient < tasks.size(); recipient++) {
                        double value = matrix.from(source, recipient);
                        if (Double.isFinite(value)) {
                            json.writeNumber(value);
                        } else {
                            json.writeNull();
                        }
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    /**
     * One object for each method and budget: {@code method, budget, test_loss, excess_percent, training_snt, networks}. Where
     * a method has no grouping, the numbers are null and there are no networks.
     */
    static String comparison(List<String> taskIds, List<MethodPoint> points) {
        return write(json -> {
            json.writeStartArray();
            for (MethodPoint point : points) {
                json.writeStartObject();
                json.writeStringField("method", point.method());
                json.writeNumberField("budget", point.budget().snt().toDouble());
                writeOptional(json, "test_loss", point.testLoss());
                writeOptional(json, "excess_percent", point.excessPercent());
                writeOptional(json, "training_snt", point.trainingSnt());
                writeNetworks(json, point.selection().map(Selection::networks).orElse(List.of()), taskIds);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String write(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeSelection(
            JsonGenerator json, String method, String setting, List<String> taskIds, Budget budget, Selection selection)
            throws IOException {
        json.writeStartObject();
        writeFields(json, method, setting, taskIds, budget, selection);
        json.writeEndObject();
    }

    private static void writeFields(
            JsonGenerator json, String method, String setting, List<String> taskIds, Budget budget, Selection selection)
            throws IOException {
        json.writeStringField("method", method);
        json.writeStringField("setting", setting);
        json.writeNumberField("budget", budget.snt().toDouble());
        json.writeNumberField("cost", selection.cost().snt().toDouble());
        json.writeNumberField("validation_loss", selection.validationLoss());
        writeOptional(json, "test_loss", selection.testLoss());
        writeNetworks(json, selection.networks(), taskIds);
    }

    private static void writeOptional(JsonGenerator json, String field, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.getAsDouble());
        } else {
            json.writeNullField(field);
        }
    }

    private static void writeNetworks(JsonGenerator json, List<Served> networks, List<String> taskIds)
            throws IOException {
        json.writeArrayFieldStart("networks");
        for (Served served : networks) {
            json.writeStartObject();
            writeTasks(json, "tasks", served.network().tasks(), taskIds);
            json.writeStringField("encoder", served.network().encoder().toString());
            writeTasks(json, "serves", served.serves(), taskIds);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTasks(JsonGenerator json, String field, TaskSet tasks, List<String> taskIds)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (int task : tasks) {
            json.writeString(taskIds.get(task));
        }
        json.writeEndArray();
    }
}
