package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.shop.guard.Rejected;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a body against the record it is to become, and names the first member that is of another kind. JSON-B names none,
 * and takes a number for a text and a text for a truth. What the record does not have may be anything, and so may null.
 */
final class BodyKinds {

    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private final JsonParser parser;

    private BodyKinds(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param json whole, as {@link de.hypersoft.esolutions.kernel.text.Json#checkWhole} knows it
     * @throws Rejected {@code malformed-json} by the path of the member, such as {@code lines[0].articleId}
     */
    static void check(String json, Class<?> type) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            if (parser.next() != Event.START_OBJECT) throw Rejected.malformedJson();
            new BodyKinds(parser).members(type, "");
        }
    }

    private void members(Class<?> record, String before) {
        for (Event next = parser.next(); next != Event.END_OBJECT; next = parser.next()) {
            String name = parser.getString();
            value(parser.next(), type(record, name), before + name);
        }
    }

    /** @param type null when nobody will read it */
    private void value(Event event, @Nullable Type type, String path) {
        if (type == null || type == JsonValue.class || event == Event.VALUE_NULL) skip(event);
        else if (type == String.class) expect(event == Event.VALUE_STRING, path, "a text");
        else if (type == Instant.class)
            expect(event == Event.VALUE_STRING && isTime(parser.getString()), path, "a time like 2026-11-22T18:30:00Z");
        else if (type == Boolean.class)
            expect(event == Event.VALUE_TRUE || event == Event.VALUE_FALSE, path, "true or false");
        else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            expect(event == Event.START_ARRAY, path, "an array");
            elements(list.getActualTypeArguments()[0], path);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            expect(event == Event.START_OBJECT, path, "an object");
            members(record, path + ".");
        } else throw new IllegalStateException("no order has a " + type);
    }

    private void elements(Type type, String path) {
        int index = 0;
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next())
            value(next, type, path + "[" + index++ + "]");
    }

    private void skip(Event event) {
        if (event == Event.START_OBJECT) parser.skipObject();
        if (event == Event.START_ARRAY) parser.skipArray();
    }

    private static @Nullable Type type(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .map(RecordComponent::getGenericType)
                .orElse(null);
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static void expect(boolean right, String path, String what) {
        if (!right) throw Rejected.malformedJson(path, path + " is to be " + what);
    }
}
