package app.tandem.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one JSON object, each asked for by name and type. What does not fit is an IllegalArgumentException. */
record JsonFields(JsonNode node) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

    /** @throws IllegalArgumentException if the text is not one JSON object */
    static JsonFields parse(byte[] text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
        if (node == null || !node.isObject()) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        return new JsonFields(node);
    }

    void requireVersion(int version) {
        int given = integer("version");
        if (given != version) {
            throw new IllegalArgumentException("its version is " + given + ", not " + version);
        }
    }

    String text(String name) {
        return field(name, JsonNode::isTextual, "a text").textValue();
    }

    int integer(String name) {
        return field(name, JsonNode::canConvertToInt, "a whole number").intValue();
    }

    long whole(String name) {
        return field(name, JsonNode::isIntegralNumber, "a whole number").longValue();
    }

    /** A number, or the texts that stand for what JSON has no numbers for. */
    double number(String name) {
        JsonNode field = node.path(name);
        if (field.isTextual()) {
            return Double.parseDouble(field.textValue());
        }
        return field(name, JsonNode::isNumber, "a number").doubleValue();
    }

    boolean flag(String name) {
        return field(name, JsonNode::isBoolean, "true or false").booleanValue();
    }

    JsonFields object(String name) {
        return new JsonFields(field(name, JsonNode::isObject, "an object"));
    }

    JsonNode array(String name) {
        return field(name, JsonNode::isArray, "an array");
    }

    boolean has(String name) {
        return node.has(name);
    }

    Map<String, Double> numbers(String name) {
        JsonFields fields = object(name);
        Map<String, Double> numbers = new LinkedHashMap<>();
        fields.node.fieldNames().forEachRemaining(key -> numbers.put(key, fields.number(key)));
        return numbers;
    }

    Map<String, String> texts(String name) {
        JsonFields fields = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        fields.node.fieldNames().forEachRemaining(key -> texts.put(key, fields.text(key)));
        return texts;
    }

    private JsonNode field(String name, java.util.function.Predicate<JsonNode> type, String what) {
        JsonNode field = node.path(name);
        if (!type.test(field)) {
            throw new IllegalArgumentException("‘" + name + "’ is not " + what);
        }
        return field;
    }
}
