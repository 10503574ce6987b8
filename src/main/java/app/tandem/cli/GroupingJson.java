package app.tandem.cli;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.study.Budget;
import app.tandem.study.TaskSet;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Groupings as JSON: {@code method, setting, budget, cost, validation_loss, test_loss, networks: [{tasks, encoder,
 * serves}]}. Budget and cost are decimal numbers of SNT; {@code test_loss} is null where there is no test split.
 */
final class GroupingJson {

    private static final String METHOD = "optimal";

    private GroupingJson() {}

    /** One grouping, as one object. */
    static String selection(String setting, List<String> taskIds, Budget budget, Selection selection) {
        return write(json -> writeSelection(json, setting, taskIds, budget, selection));
    }

    /** One object for each budget at which the best grouping changes, ascending. */
    static String frontier(Frontier frontier) {
        return write(json -> {
            json.writeStartArray();
            for (Frontier.Point point : frontier.points()) {
                writeSelection(json, frontier.setting(), frontier.taskIds(), point.from(), point.selection());
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
            JsonGenerator json, String setting, List<String> taskIds, Budget budget, Selection selection)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("method", METHOD);
        json.writeStringField("setting", setting);
        json.writeNumberField("budget", budget.snt().toDouble());
        json.writeNumberField("cost", selection.cost().snt().toDouble());
        json.writeNumberField("validation_loss", selection.validationLoss());
        if (selection.testLoss().isPresent()) {
            json.writeNumberField("test_loss", selection.testLoss().getAsDouble());
        } else {
            json.writeNullField("test_loss");
        }
        json.writeArrayFieldStart("networks");
        for (Served served : selection.networks()) {
            json.writeStartObject();
            writeTasks(json, "tasks", served.network().tasks(), taskIds);
            json.writeStringField("encoder", served.network().encoder().toString());
            writeTasks(json, "serves", served.serves(), taskIds);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
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
