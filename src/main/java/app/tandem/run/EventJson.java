package app.tandem.run;

import app.tandem.training.EpochLosses;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** One event as one line of JSON. */
final class EventJson {

    private EventJson() {}

    /** Without the line's end. */
    static byte[] write(RunEvent event) {
        ObjectNode node = JsonFields.object();
        node.put("at", event.at().toString());
        if (event instanceof RunEvent.Started started) {
            node.put("event", "started");
            node.put("pid", started.pid());
            node.put("device", started.device());
            node.put("done_epochs", started.doneEpochs());
            node.put("total_steps", started.totalSteps());
            node.put("multiply_adds", started.multiplyAdds());
        } else if (event instanceof RunEvent.Stepped stepped) {
            node.put("event", "step");
            node.put("step", stepped.step());
            node.put("images_per_second", stepped.imagesPerSecond());
            node.put("resident_bytes", stepped.load().residentBytes());
            if (stepped.load().cores() > 0) {
                node.put("cores", stepped.load().cores());
            }
            if (stepped.load().gpuBytes() > 0) {
                node.put("gpu_bytes", stepped.load().gpuBytes());
            }
        } else if (event instanceof RunEvent.EpochEnded ended) {
            node.put("event", "epoch");
            node.put("epoch", ended.losses().epoch());
            putAll(node.putObject("train"), ended.losses().train());
            putAll(node.putObject("validation"), ended.losses().validation());
        } else if (event instanceof RunEvent.AffinitiesMeasured measured) {
            node.put("event", "affinities");
            AffinityJson.write(node, measured.affinities());
        } else if (event instanceof RunEvent.Checkpointed checkpointed) {
            node.put("event", "checkpoint");
            node.put("epoch", checkpointed.epoch());
        } else if (event instanceof RunEvent.Ended ended) {
            node.put("event", "ended");
            node.put("outcome", ended.outcome());
        }
        return JsonFields.bytes(node);
    }

    /** @throws RuntimeException if it is not what {@link #write} gives */
    static RunEvent read(byte[] line) {
        JsonFields fields = JsonFields.parse(line);
        Instant at = Instant.parse(fields.text("at"));
        String event = fields.text("event");
        return switch (event) {
            case "started" ->
                new RunEvent.Started(
                        at,
                        fields.whole("pid"),
                        fields.text("device"),
                        fields.integer("done_epochs"),
                        fields.whole("total_steps"),
                        fields.whole("multiply_adds"));
            case "step" ->
                new RunEvent.Stepped(at, fields.whole("step"), fields.number("images_per_second"), load(fields));
            case "epoch" ->
                new RunEvent.EpochEnded(
                        at,
                        new EpochLosses(
                                fields.integer("epoch"), fields.numbers("train"), fields.numbers("validation")));
            case "affinities" -> new RunEvent.AffinitiesMeasured(at, AffinityJson.read(fields));
            case "checkpoint" -> new RunEvent.Checkpointed(at, fields.integer("epoch"));
            case "ended" -> new RunEvent.Ended(at, fields.text("outcome"));
            default -> throw new IllegalArgumentException("the event ‘" + event + "’ is unknown");
        };
    }

    /** What is not known, as in the first files, is not written. */
    private static WorkerLoad load(JsonFields fields) {
        return new WorkerLoad(
                fields.whole("resident_bytes"),
                fields.has("cores") ? fields.number("cores") : 0,
                fields.has("gpu_bytes") ? fields.whole("gpu_bytes") : 0);
    }

    static void putAll(ObjectNode node, Map<String, Double> numbers) {
        numbers.forEach(node::put);
    }
}
