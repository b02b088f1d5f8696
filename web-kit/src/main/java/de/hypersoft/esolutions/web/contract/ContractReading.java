package de.hypersoft.esolutions.web.contract;

import de.hypersoft.esolutions.web.contract.Contract.Answer;
import de.hypersoft.esolutions.web.contract.Contract.Body;
import de.hypersoft.esolutions.web.contract.Contract.ErrorCode;
import de.hypersoft.esolutions.web.contract.Contract.Kind;
import de.hypersoft.esolutions.web.contract.Contract.Member;
import de.hypersoft.esolutions.web.contract.Contract.Operation;
import de.hypersoft.esolutions.web.contract.Contract.Part;
import de.hypersoft.esolutions.web.contract.Contract.Shape;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what our own contracts are made of; it is no reader of every OpenAPI document. */
final class ContractReading {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObject document;

    ContractReading(JsonObject document) {
        this.document = document;
    }

    Contract contract() {
        JsonObject info = document.getJsonObject("info");
        List<Part> parts = document.getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .map(this::part)
                .toList();
        List<Shape> shapes = objects(object(document, "components"), "schemas")
                .map(shape -> shape(shape.getKey(), shape.getValue()))
                .toList();
        List<ErrorCode> codes = object(document, "x-error-codes").entrySet().stream()
                .map(code -> new ErrorCode(code.getKey(), ((JsonString) code.getValue()).getString()))
                .toList();
        return new Contract(
                text(info, "title"), text(info, "version"), text(info, "description"), parts, shapes, codes);
    }

    private Part part(JsonObject tag) {
        List<Operation> operations = new ArrayList<>();
        objects(document, "paths").forEach(path -> METHODS.stream()
                .filter(method -> path.getValue().containsKey(method))
                .map(method -> operation(method, path.getKey(), path.getValue().getJsonObject(method)))
                .forEach(operations::add));
        operations.removeIf(operation -> !tagged(operation, text(tag, "name")));
        return new Part(text(tag, "name"), text(tag, "description"), operations);
    }

    private boolean tagged(Operation operation, String tag) {
        return strings(
                        document.getJsonObject("paths")
                                .getJsonObject(operation.path())
                                .getJsonObject(operation.method().toLowerCase(Locale.ROOT)),
                        "tags")
                .contains(tag);
    }

    private Operation operation(String method, String path, JsonObject json) {
        List<Member> parameters = array(json, "parameters").stream()
                .map(JsonValue::asJsonObject)
                .map(this::parameter)
                .toList();
        List<Answer> answers = objects(json, "responses")
                .map(answer -> answer(answer.getKey(), resolved(answer.getValue())))
                .toList();
        return new Operation(
                text(json, "operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                text(json, "summary"),
                text(json, "description"),
                parameters,
                bodies(object(json, "requestBody")),
                answers);
    }

    private Member parameter(JsonObject json) {
        JsonObject schema = object(json, "schema");
        return new Member(
                text(json, "name"),
                text(json, "in"),
                kind(schema),
                json.getBoolean("required", false),
                strings(schema, "enum"),
                text(json, "description"));
    }

    private Answer answer(String status, JsonObject json) {
        List<String> codes = objects(json, "content")
                .map(content -> object(object(object(content.getValue(), "schema"), "properties"), "code"))
                .flatMap(code -> strings(code, "enum").stream())
                .toList();
        return new Answer(status, text(json, "description"), bodies(json), codes);
    }

    private static List<Body> bodies(JsonObject json) {
        return objects(json, "content")
                .map(content -> new Body(
                        content.getKey(),
                        name(referred(object(content.getValue(), "schema"))),
                        example(content.getValue().get("example"))))
                .toList();
    }

    /** Refusals are problems with some codes; everything else refers to its shape at once. */
    private static JsonObject referred(JsonObject schema) {
        JsonArray all = array(schema, "allOf");
        return all.isEmpty() ? schema : all.getJsonObject(0);
    }

    private Shape shape(String name, JsonObject schema) {
        List<String> required = strings(schema, "required");
        List<Member> members = objects(schema, "properties")
                .map(member -> new Member(
                        member.getKey(),
                        "",
                        kind(member.getValue()),
                        required.contains(member.getKey()),
                        strings(member.getValue(), "enum"),
                        text(member.getValue(), "description")))
                .toList();
        return new Shape(name, text(schema, "description"), members, strings(schema, "enum"));
    }

    private static Kind kind(JsonObject schema) {
        String shape = name(schema);
        if (!shape.isEmpty()) return new Kind("", shape, "");
        JsonArray any = array(schema, "anyOf");
        if (!any.isEmpty()) {
            Kind first = kind(any.getJsonObject(0));
            return new Kind(first.before(), first.shape(), first.after() + " | null");
        }
        List<String> types = types(schema);
        String orElse =
                String.join("", types.stream().skip(1).map(type -> " | " + type).toList());
        String type = types.get(0);
        if (type.equals("array")) return nested("array of ", object(schema, "items"), orElse);
        if (type.equals("object") && schema.get("additionalProperties") instanceof JsonObject values)
            return nested("object of ", values, orElse);
        String format = text(schema, "format");
        return new Kind(format.isEmpty() ? type : type + " (" + format + ")", "", orElse);
    }

    private static Kind nested(String before, JsonObject schema, String after) {
        Kind inner = kind(schema);
        return new Kind(before + inner.before(), inner.shape(), inner.after() + after);
    }

    private static List<String> types(JsonObject schema) {
        if (schema.get("type") instanceof JsonString one) return List.of(one.getString());
        List<String> several = strings(schema, "type");
        return several.isEmpty() ? List.of("any") : several;
    }

    /** The last part of where it refers to; empty when it refers to nothing. */
    private static String name(JsonObject schema) {
        return text(schema, "$ref").replaceFirst(".*/", "");
    }

    private JsonObject resolved(JsonObject json) {
        String name = name(json);
        return name.isEmpty() ? json : object(object(object(document, "components"), "responses"), name);
    }

    private static String example(@Nullable JsonValue example) {
        if (example == null) return "";
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(text)) {
            generator.write(example);
        }
        return text.toString().strip();
    }

    private static Stream<Map.Entry<String, JsonObject>> objects(JsonObject json, String member) {
        return object(json, member).entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().asJsonObject()));
    }

    private static JsonObject object(JsonObject json, String member) {
        return json.get(member) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonArray array(JsonObject json, String member) {
        return json.get(member) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** Those of a list that are texts: null among the values of an enumeration is said by the kind. */
    private static List<String> strings(JsonObject json, String member) {
        return array(json, member).stream()
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .toList();
    }

    private static String text(JsonObject json, String member) {
        return json.getString(member, "");
    }
}
