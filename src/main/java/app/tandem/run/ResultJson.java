package app.tandem.run;

import app.tandem.loss.Measure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code result.json}, version 1. */
final class ResultJson {

    static final int VERSION = 1;

    private ResultJson() {}

    static byte[] write(RunResult result) {
        ObjectNode root = JsonFields.object();
        root.put("version", VERSION);
        if (result instanceof RunResult.Finished finished) {
            root.put("outcome", "finished");
            root.put("reported_epoch", finished.reportedEpoch());
            ObjectNode losses = root.putObject("losses");
            finished.losses().forEach((measure, byTask) -> EventJson.putAll(losses.putObject(measure.id()), byTask));
            write(root.putObject("provenance"), finished.provenance());
        } else if (result instanceof RunResult.Diverged diverged) {
            root.put("outcome", "diverged");
            root.put("step", diverged.step());
            ArrayNode remedies = root.putArray("remedies");
            diverged.remedies().forEach(remedies::add);
            write(root.putObject("provenance"), diverged.provenance());
        } else if (result instanceof RunResult.Failed failed) {
            root.put("outcome", "failed");
            root.put("failure", failed.failure().name());
            root.put("reason", failed.reason());
        }
        return JsonFields.bytes(root);
    }

    private static void write(ObjectNode node, Provenance provenance) {
        node.put("seed", provenance.seed());
        node.put("data_hash", provenance.dataHash());
        node.put("design_hash", provenance.designHash());
        ObjectNode versions = node.putObject("versions");
        provenance.versions().forEach(versions::put);
        node.put("device", provenance.device());
        node.put("threads", provenance.threads());
        node.put("duration_ms", provenance.duration().toMillis());
        node.put("multiply_adds", provenance.multiplyAdds());
        node.put("images_per_second", provenance.imagesPerSecond());
    }

    /** @throws RuntimeException if it is not what {@link #write} gives */
    static RunResult read(byte[] text) {
        JsonFields root = JsonFields.parse(text);
        root.requireVersion(VERSION);
        String outcome = root.text("outcome");
        return switch (outcome) {
            case "finished" ->
                new RunResult.Finished(
                        root.integer("reported_epoch"),
                        readLosses(root.object("losses")),
                        readProvenance(root.object("provenance")));
            case "diverged" ->
                new RunResult.Diverged(
                        root.whole("step"),
                        readTexts(root.array("remedies")),
                        readProvenance(root.object("provenance")));
            case "failed" -> new RunResult.Failed(RunResult.Failure.valueOf(root.text("failure")), root.text("reason"));
            default -> throw new IllegalArgumentException("the outcome ‘" + outcome + "’ is unknown");
        };
    }

    private static Map<Measure, Map<String, Double>> readLosses(JsonFields fields) {
        Map<Measure, Map<String, Double>> losses = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            if (fields.has(measure.id())) {
                losses.put(measure, fields.numbers(measure.id()));
            }
        }
        return losses;
    }

    private static List<String> readTexts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Provenance readProvenance(JsonFields fields) {
        return new Provenance(
                fields.integer("seed"),
                fields.text("data_hash"),
                fields.text("design_hash"),
                fields.texts("versions"),
                fields.text("device"),
                fields.integer("threads"),
                Duration.ofMillis(fields.whole("duration_ms")),
                fields.whole("multiply_adds"),
                fields.number("images_per_second"));
    }
}
