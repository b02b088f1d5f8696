package de.hypersoft.esolutions.it.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Makes of a file that is right others, each with one thing that a rule of its schema forbids, or may forbid. */
final class BrokenFiles {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> RULES = Set.of(
            "type",
            "required",
            "enum",
            "not",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "propertyNames");

    /** At least one of them breaks each pattern. */
    private static final List<String> ODD = List.of("?", " ", "", "A b", "-", "/", "0.00");

    private final JsonNode schema;
    private final JsonNode file;
    private final List<Broken> broken = new ArrayList<>();

    /**
     * A file that is wrong at one place.
     *
     * @param rule where in the schema it stands, as {@link #rules} names it
     */
    record Broken(String rule, String place, JsonNode file) {}

    private BrokenFiles(JsonNode schema, JsonNode file) {
        this.schema = schema;
        this.file = file;
    }

    static List<Broken> of(JsonNode schema, JsonNode file) {
        BrokenFiles files = new BrokenFiles(schema, file);
        files.walk(schema, "", "");
        return files.broken;
    }

    /** Every rule of a schema, such as {@code /$defs/article/properties/price/pattern}. */
    static Set<String> rules(JsonNode schema) {
        Set<String> rules = new TreeSet<>();
        rules(schema, "", rules);
        return rules;
    }

    private static void rules(JsonNode schema, String path, Set<String> rules) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            String here = path + "/" + member.getKey();
            if (RULES.contains(member.getKey())) rules.add(here);
            else if (Set.of("properties", "$defs").contains(member.getKey()))
                for (Map.Entry<String, JsonNode> inner : member.getValue().properties())
                    rules(inner.getValue(), here + "/" + inner.getKey(), rules);
            else if (Set.of("items", "additionalProperties", "else").contains(member.getKey()))
                rules(member.getValue(), here, rules);
        }
    }

    private void walk(JsonNode rule, String path, String at) {
        if (rule.has("$ref")) {
            String target = rule.path("$ref").asText().substring(1);
            walk(schema.at(target), target, at);
            return;
        }
        JsonNode value = file.at(at);
        for (String keyword : value.isNull() ? Set.of("type") : RULES)
            if (rule.has(keyword))
                for (JsonNode wrong : wrong(keyword, rule.get(keyword), value))
                    broken.add(new Broken(path + "/" + keyword, at, with(at, wrong)));
        if (rule.has("else")) walk(rule.get("else"), path + "/else", at);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode named = rule.path("properties").path(member.getKey());
            String there = at + "/" + member.getKey();
            if (!named.isMissingNode()) walk(named, path + "/properties/" + member.getKey(), there);
            else if (rule.path("additionalProperties").isObject())
                walk(rule.get("additionalProperties"), path + "/additionalProperties", there);
        }
        if (value.isArray() && rule.has("items"))
            for (int i = 0; i < value.size(); i++) walk(rule.get("items"), path + "/items", at + "/" + i);
    }

    private static List<JsonNode> wrong(String keyword, JsonNode rule, JsonNode value) {
        return switch (keyword) {
            case "type" -> List.of(value.isBoolean() ? TextNode.valueOf("yes") : BooleanNode.TRUE);
            case "required" ->
                each(rule).stream().map(name -> without(value, name.asText())).toList();
            case "enum" -> List.of(TextNode.valueOf("NO_SUCH_VALUE"));
            case "not" -> each(rule.path("enum"));
            case "pattern" -> ODD.stream().<JsonNode>map(TextNode::valueOf).toList();
            case "format" -> List.of(TextNode.valueOf("2026-02-30"), TextNode.valueOf("today"));
            case "minLength" -> List.of(TextNode.valueOf("x".repeat(rule.asInt() - 1)));
            case "maxLength" -> value.isTextual() ? List.of(TextNode.valueOf("x".repeat(rule.asInt() + 1))) : List.of();
            case "minimum" -> List.of(LongNode.valueOf(rule.asLong() - 1));
            case "maximum" -> List.of(LongNode.valueOf(rule.asLong() + 1));
            case "minItems" -> List.of(JSON.arrayNode());
            case "maxItems" -> value.isArray() ? repeated(value, rule.asInt() + 1) : List.of();
            case "uniqueItems" -> value.isEmpty() ? List.of() : repeated(value, 2);
            case "minProperties" -> List.of(JSON.objectNode());
            case "propertyNames" -> List.of(renamed(value, "??"), renamed(value, "NONE"));
            default -> throw new IllegalArgumentException(keyword);
        };
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static JsonNode without(JsonNode value, String member) {
        ObjectNode less = value.deepCopy();
        less.remove(member);
        return less;
    }

    private static List<JsonNode> repeated(JsonNode list, int times) {
        ArrayNode many = JSON.arrayNode();
        JsonNode shortest = each(list).stream()
                .min(Comparator.comparing(item -> item.toString().length()))
                .orElse(MissingNode.getInstance());
        if (shortest.isMissingNode()) return List.of();
        for (int i = 0; i < times; i++) many.add(shortest);
        return List.of(many);
    }

    private static JsonNode renamed(JsonNode value, String name) {
        ObjectNode other = JSON.objectNode();
        Iterator<JsonNode> values = value.elements();
        if (values.hasNext()) other.set(name, values.next());
        return other;
    }

    private JsonNode with(String at, JsonNode value) {
        if (at.isEmpty()) return value;
        JsonPointer place = JsonPointer.compile(at);
        JsonNode copy = file.deepCopy();
        JsonNode around = copy.at(place.head());
        if (around instanceof ArrayNode list) list.set(place.last().getMatchingIndex(), value);
        else ((ObjectNode) around).set(place.last().getMatchingProperty(), value);
        return copy;
    }
}
