package de.hypersoft.esolutions.sync.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object of a foreign file. What of it nobody has asked for is counted as left out. */
final class Node {

    private final JsonObject json;
    private final String path;
    private final Map<String, Integer> leftOut;
    private final Set<String> asked = new HashSet<>();

    Node(JsonObject json, String path, Map<String, Integer> leftOut) {
        this.json = json;
        this.path = path;
        this.leftOut = leftOut;
    }

    /** A text, or a number, true or false as they are written; empty for anything else. */
    String text(String member) {
        return written(get(member));
    }

    /** Whole and decimal numbers, as numbers or in a text. */
    Optional<BigDecimal> number(String member) {
        String text = text(member).strip().replace(',', '.');
        return text.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    Optional<Integer> count(String member) {
        return number(member)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(number -> number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    }

    /** The object of that name; an empty one when there is none. */
    Node object(String member) {
        return get(member) instanceof JsonObject object
                ? child(member, object)
                : child(member, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The objects of a list; one alone is a list of one. */
    List<Node> list(String member) {
        List<Node> nodes = new ArrayList<>();
        JsonValue value = get(member);
        if (value instanceof JsonObject one) nodes.add(child(member, one));
        if (value instanceof JsonArray several)
            for (JsonValue each : several) if (each instanceof JsonObject one) nodes.add(child(member, one));
        return nodes;
    }

    /** The texts of a list; one alone is a list of one. */
    List<String> texts(String member) {
        JsonValue value = get(member);
        if (!(value instanceof JsonArray several))
            return written(value).isEmpty() ? List.of() : List.of(written(value));
        return several.stream()
                .map(Node::written)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Its own members are words by language. */
    Set<String> members() {
        asked.addAll(json.keySet());
        return json.keySet();
    }

    boolean isEmpty() {
        return json.isEmpty();
    }

    /** What nobody loses: ids of the other system, times of changes. */
    Node passOver(String... members) {
        asked.addAll(List.of(members));
        return this;
    }

    /** No more is asked of it. */
    void leave() {
        for (Map.Entry<String, JsonValue> member : json.entrySet())
            if (!asked.contains(member.getKey()) && !blank(member.getValue()))
                leftOut.merge(path + "." + member.getKey(), 1, Integer::sum);
    }

    static void leave(Collection<Node> nodes) {
        nodes.forEach(Node::leave);
    }

    private JsonValue get(String member) {
        asked.add(member);
        return json.getOrDefault(member, JsonValue.NULL);
    }

    private Node child(String member, JsonObject object) {
        return new Node(object, path.isEmpty() ? member : path + "." + member, leftOut);
    }

    private static String written(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER, TRUE, FALSE -> value.toString();
            default -> "";
        };
    }

    private static boolean blank(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL, FALSE -> true;
            case STRING -> ((JsonString) value).getString().isBlank();
            case ARRAY -> value.asJsonArray().isEmpty();
            case OBJECT -> value.asJsonObject().values().stream().allMatch(Node::blank);
            default -> false;
        };
    }
}
