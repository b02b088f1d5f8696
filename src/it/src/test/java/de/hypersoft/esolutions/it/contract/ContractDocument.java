package de.hypersoft.esolutions.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The contract of an API. Answers are held against it more strictly than by any client: a member that it does not name is
 * wrong, so that no member is without a description.
 */
public final class ContractDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final Set<String> met = new TreeSet<>();

    private ContractDocument(JsonNode document) {
        this.document = document;
    }

    /** What a server answers. */
    public static ContractDocument of(String json) {
        return new ContractDocument(read(json));
    }

    /** @param path below the repository's root */
    public static ContractDocument committed(String path) {
        return new ContractDocument(file(Path.of(System.getProperty("root")).resolve(path)));
    }

    static JsonNode file(Path path) {
        try {
            return read(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    public JsonNode json() {
        return document;
    }

    /** What it describes, such as {@code GET /api/v1/locations}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths").fields().forEachRemaining(path -> METHODS.stream()
                .filter(method -> path.getValue().has(method))
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** The operations of which an answer that is no refusal was held against the contract. */
    public Set<String> met() {
        return met;
    }

    JsonNode operation(String operation) {
        String[] words = operation.split(" ");
        JsonNode found = document.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
        assertThat(found.isObject()).as(operation).isTrue();
        return found;
    }

    /** The answer that the contract describes for this status. */
    JsonNode answer(String operation, int status) {
        JsonNode answers = operation(operation).path("responses");
        JsonNode answer = answers.path(String.valueOf(status));
        if (answer.isMissingNode()) answer = answers.path("default");
        return answer.has("$ref") ? resolved(answer) : answer;
    }

    JsonNode resolved(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    /**
     * Holds an answer against what is described for its operation, status and media type.
     *
     * @param operation as {@link #operations()} names it
     * @param type the header Content-Type, or empty
     */
    public void check(String operation, int status, String type, String body) {
        JsonNode answer = answer(operation, status);
        String what = operation + " answered " + status + " " + type + " " + body;
        if (status < 400)
            assertThat(operation(operation).path("responses").has(String.valueOf(status)))
                    .as(what)
                    .isTrue();
        if (answer.path("content").isMissingNode()) {
            assertThat(body).as(what).isEmpty();
        } else {
            JsonNode content = answer.path("content").path(type.replaceAll(";.*", ""));
            assertThat(content.isObject()).as(what).isTrue();
            assertThat(wrong(content.path("schema"), read(body))).as(what).isEmpty();
        }
        if (status < 400) met.add(operation);
    }

    /** Holds what a client would send against what the contract says of it. */
    public List<String> wrongBody(String operation, String json) {
        JsonNode content =
                operation(operation).path("requestBody").path("content").path("application/json");
        return wrong(content.path("schema"), read(json));
    }

    List<String> wrong(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(closed(schema.deepCopy()));
        whole.set("components", closed(document.path("components").deepCopy()));
        JsonSchema compiled = SCHEMAS.getSchema(whole, STRICT);
        return compiled.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** With no other members than those that are named. */
    private static JsonNode closed(JsonNode schema) {
        for (JsonNode object : objects(schema))
            if (object.has("properties") && object.has("type") && !object.has("additionalProperties"))
                ((ObjectNode) object).put("additionalProperties", false);
        return schema;
    }

    /** All objects within, itself included. */
    static List<JsonNode> objects(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        collect(node, all);
        return all;
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        if (node.isObject()) all.add(node);
        node.forEach(child -> collect(child, all));
    }

    /** The codes with which an operation, or any of them, refuses. */
    static Stream<String> codes(JsonNode part) {
        return objects(part).stream()
                .map(object -> object.path("properties").path("code").path("enum"))
                .filter(codes -> codes.isArray() && codes.size() > 0)
                .flatMap(codes ->
                        Stream.iterate(0, i -> i < codes.size(), i -> i + 1).map(codes::get))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
