package de.hypersoft.esolutions.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a newer contract takes back of an older one. More may be answered, and less may be asked for: members, addresses and
 * codes may come, and none may go.
 */
final class ContractChanges {

    private static final List<String> LEAST = List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> MOST = List.of("maximum", "maxLength", "maxItems", "maxProperties");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> broken = new ArrayList<>();

    private ContractChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** A sentence for each thing that a client of the older one would miss. */
    static List<String> broken(JsonNode before, JsonNode after) {
        ContractChanges changes = new ContractChanges(before, after);
        changes.compare();
        return changes.broken;
    }

    private void compare() {
        each(
                before.path("paths"),
                (path, operations) -> each(operations, (method, operation) -> {
                    String where = method + " " + path;
                    JsonNode now = kept(after.path("paths").path(path), method, where);
                    if (now != null) operation(where, operation, now);
                }));
        Set<String> asked = reached(before, true);
        Set<String> answered = reached(before, false);
        each(before.path("components").path("schemas"), (name, schema) -> {
            JsonNode now = kept(after.path("components").path("schemas"), name, name);
            if (now == null) return;
            if (asked.contains(name)) schema(name, schema, now, true);
            if (answered.contains(name)) schema(name, schema, now, false);
        });
        each(before.path("components").path("responses"), (name, answer) -> {
            JsonNode now = kept(after.path("components").path("responses"), name, name);
            if (now != null) answer(name, answer, now);
        });
        each(before.path("x-error-codes"), (code, meaning) -> kept(after.path("x-error-codes"), code, "code " + code));
    }

    private void operation(String where, JsonNode old, JsonNode now) {
        same(where + " security", old.path("security"), now.path("security"));
        for (JsonNode parameter : old.path("parameters")) {
            JsonNode found = named(now.path("parameters"), parameter);
            String what = where + " " + parameter.path("name").asText();
            if (found == null) broken.add(what + " is gone");
            else schema(what, parameter.path("schema"), found.path("schema"), true);
        }
        for (JsonNode parameter : now.path("parameters")) {
            JsonNode found = named(old.path("parameters"), parameter);
            boolean wasRequired = found != null && found.path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !wasRequired)
                broken.add(where + " " + parameter.path("name").asText() + " is required now");
        }
        if (now.path("requestBody").path("required").asBoolean()
                && !old.path("requestBody").path("required").asBoolean()) broken.add(where + " needs a body now");
        contents(where + " body", old.path("requestBody"), now.path("requestBody"), true);
        each(old.path("responses"), (status, answer) -> {
            JsonNode kept = kept(now.path("responses"), status, where + " " + status);
            if (kept != null) answer(where + " " + status, answer, kept);
        });
    }

    private void answer(String where, JsonNode old, JsonNode now) {
        same(where, old.path("$ref"), now.path("$ref"));
        each(old.path("headers"), (header, any) -> kept(now.path("headers"), header, where + " " + header));
        contents(where, old, now, false);
    }

    private void contents(String where, JsonNode old, JsonNode now, boolean asked) {
        each(old.path("content"), (type, content) -> {
            JsonNode kept = kept(now.path("content"), type, where + " " + type);
            if (kept != null) schema(where, content.path("schema"), kept.path("schema"), asked);
        });
    }

    private void schema(String where, JsonNode old, JsonNode now, boolean asked) {
        for (String exact : List.of("$ref", "const", "pattern", "propertyNames"))
            same(where + " " + exact, old.path(exact), now.path(exact));
        if (old.has("format") || !now.path("format").asText().equals("int64"))
            same(where + " format", old.path("format"), now.path("format"));
        Set<String> types = texts(old.path("type"));
        Set<String> typesNow = texts(now.path("type"));
        boolean fits = asked ? typesNow.containsAll(types) || typesNow.isEmpty() : types.containsAll(typesNow);
        if (!types.isEmpty() && (!fits || !asked && typesNow.isEmpty()))
            broken.add(where + " was " + types + " and is " + typesNow);
        Set<String> gone = texts(old.path("enum"));
        gone.removeAll(texts(now.path("enum")));
        if (!gone.isEmpty()) broken.add(where + " has no " + gone + " any more");
        if (asked) bounds(where, old, now);
        required(where, old, now, asked);
        each(old.path("properties"), (name, member) -> {
            JsonNode kept = kept(now.path("properties"), name, where + "." + name);
            if (kept != null) schema(where + "." + name, member, kept, asked);
        });
        for (String inner : List.of("items", "additionalProperties"))
            if (old.path(inner).isObject()) schema(where + " " + inner, old.path(inner), now.path(inner), asked);
        for (String several : List.of("allOf", "anyOf"))
            for (int i = 0; i < old.path(several).size(); i++)
                schema(where, old.path(several).get(i), now.path(several).path(i), asked);
    }

    private void bounds(String where, JsonNode old, JsonNode now) {
        for (String least : LEAST)
            if (now.has(least) && now.path(least).asLong() > old.path(least).asLong(Long.MIN_VALUE))
                broken.add(where + " has another " + least);
        for (String most : MOST)
            if (now.has(most) && now.path(most).asLong() < old.path(most).asLong(Long.MAX_VALUE))
                broken.add(where + " has another " + most);
    }

    private void required(String where, JsonNode old, JsonNode now, boolean asked) {
        Set<String> missing = texts((asked ? now : old).path("required"));
        missing.removeAll(texts((asked ? old : now).path("required")));
        if (!missing.isEmpty()) broken.add(where + (asked ? " requires " : " does not promise any more ") + missing);
    }

    private void same(String where, JsonNode old, JsonNode now) {
        if (!old.equals(now)) broken.add(where + " was " + old + " and is " + now);
    }

    private @Nullable JsonNode kept(JsonNode in, String name, String where) {
        if (in.has(name)) return in.get(name);
        broken.add(where + " is gone");
        return null;
    }

    private static @Nullable JsonNode named(JsonNode parameters, JsonNode wanted) {
        for (JsonNode parameter : parameters)
            if (parameter.path("name").equals(wanted.path("name"))
                    && parameter.path("in").equals(wanted.path("in"))) return parameter;
        return null;
    }

    /** The shapes that what is sent, or what is answered, is made of. */
    private static Set<String> reached(JsonNode document, boolean asked) {
        List<JsonNode> open = new ArrayList<>();
        for (JsonNode path : document.path("paths"))
            for (JsonNode operation : path) {
                if (asked) open.addAll(List.of(operation.path("requestBody"), operation.path("parameters")));
                else open.add(operation.path("responses"));
            }
        if (!asked) open.add(document.path("components").path("responses"));
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty())
            for (JsonNode object : ContractDocument.objects(open.remove(0))) {
                String name = object.path("$ref").asText().replaceFirst("^#/components/schemas/", "");
                JsonNode shape = document.path("components").path("schemas").path(name);
                if (!name.isEmpty() && shape.isObject() && reached.add(name)) open.add(shape);
            }
        return reached;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        if (list.isTextual()) texts.add(list.asText());
        for (JsonNode text : list) texts.add(text.asText());
        return texts;
    }

    private interface Member {
        void is(String name, JsonNode value);
    }

    private static void each(JsonNode object, Member member) {
        for (Iterator<Map.Entry<String, JsonNode>> all = object.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> next = all.next();
            member.is(next.getKey(), next.getValue());
        }
    }
}
