package de.hypersoft.esolutions.kernel.text;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks whether each member that a record reads is there once. Members that nobody reads may be anything. */
final class MembersOnce {

    private final JsonParser parser;

    /** @param parser over whole JSON, before its beginning */
    MembersOnce(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws MemberTwice with the path of the first that comes again */
    void check(Class<?> type) {
        value(parser.next(), type, "");
    }

    private void value(Event event, @Nullable Type type, String path) {
        if (event == Event.START_OBJECT) object(type, path);
        else if (event == Event.START_ARRAY) array(type, path);
    }

    private void object(@Nullable Type type, String path) {
        Map<String, Type> members = members(type);
        Set<String> here = new HashSet<>();
        for (Event next = parser.next(); next != Event.END_OBJECT; next = parser.next()) {
            String name = parser.getString();
            String its = path.isEmpty() ? name : path + "." + name;
            if (members.containsKey(name) && !here.add(name)) throw new MemberTwice(its);
            value(parser.next(), members.get(name), its);
        }
    }

    private void array(@Nullable Type type, String path) {
        Type element = type != null && PlainRecords.isList(type) ? PlainRecords.element(type) : null;
        int place = 0;
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next())
            value(next, element, path + "[" + place++ + "]");
    }

    private static Map<String, Type> members(@Nullable Type type) {
        Map<String, Type> members = new HashMap<>();
        if (type instanceof Class<?> its && its.isRecord())
            for (RecordComponent part : its.getRecordComponents()) members.put(part.getName(), part.getGenericType());
        return members;
    }
}
