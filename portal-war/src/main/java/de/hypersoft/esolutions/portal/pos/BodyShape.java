package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.Invalid;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a till's JSON against the record it is to become. JSON-B would cut a number until it fits, and a wrong number that
 * is believed is worse than none: it names another event or another fence. Numbers of the wire count something, so they
 * are whole and not below 0. Members that the record does not have may be anything, and null is as good as missing.
 */
final class BodyShape {

    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    /** Longer than any number that fits; spares the arithmetic with a million digits. */
    private static final int LONGEST_NUMBER = 100;

    private static final Map<Type, Long> HIGHEST = Map.of(
            Integer.class,
            (long) Integer.MAX_VALUE,
            int.class,
            (long) Integer.MAX_VALUE,
            Long.class,
            Long.MAX_VALUE,
            long.class,
            Long.MAX_VALUE);

    private final JsonParser parser;

    private BodyShape(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param json whole, as {@link de.hypersoft.esolutions.kernel.text.Json#checkWhole} knows it
     * @throws Invalid {@code wrong-type}, {@code out-of-range} or, of one that comes twice, {@code invalid-value} by the path of
     *     the member, such as {@code items[2].fence}
     */
    static void check(String json, Class<?> type) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            if (parser.hasNext()) new BodyShape(parser).value(parser.next(), type, "body");
        }
    }

    /** @param type null when nobody will read it */
    private void value(Event event, @Nullable Type type, String path) {
        if (type == null || event == Event.VALUE_NULL) skip(event);
        else if (HIGHEST.containsKey(type)) whole(event, HIGHEST.get(type), path);
        else if (type == String.class) expect(event == Event.VALUE_STRING, path, "a text");
        else if (type == Boolean.class)
            expect(event == Event.VALUE_TRUE || event == Event.VALUE_FALSE, path, "true or false");
        else if (type instanceof ParameterizedType list && list.getRawType() == List.class)
            array(event, list.getActualTypeArguments()[0], path);
        else if (type instanceof Class<?> record && record.isRecord()) object(event, record, path);
        else if (type instanceof Class<?> json && JsonValue.class.isAssignableFrom(json)) {
            expect(event == Event.START_OBJECT, path, "an object");
            skip(event);
        } else throw new IllegalStateException("no till sends a " + type);
    }

    private void object(Event event, Class<?> record, String path) {
        expect(event == Event.START_OBJECT, path, "an object");
        String before = path.equals("body") ? "" : path + ".";
        Set<String> here = new HashSet<>();
        for (Event next = parser.next(); next != Event.END_OBJECT; next = parser.next()) {
            String name = parser.getString();
            Optional<Type> type = type(record, name);
            value(parser.next(), type.orElse(null), before + name);
            if (type.isPresent() && !here.add(name))
                throw new Invalid("invalid-value", before + name + " comes twice", before + name);
        }
    }

    private void array(Event event, Type type, String path) {
        expect(event == Event.START_ARRAY, path, "an array");
        int index = 0;
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next())
            value(next, type, path + "[" + index++ + "]");
    }

    private void whole(Event event, long highest, String path) {
        expect(event == Event.VALUE_NUMBER, path, "a whole number");
        String text = parser.getString();
        if (text.length() > LONGEST_NUMBER) throw outOfRange(path, highest);
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException hugeExponent) {
            throw outOfRange(path, highest);
        }
        expect(number.signum() == 0 || number.stripTrailingZeros().scale() <= 0, path, "a whole number");
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(highest)) > 0) throw outOfRange(path, highest);
    }

    /** After it the parser stands at the end of the value. */
    private void skip(Event event) {
        int depth = event == Event.START_OBJECT || event == Event.START_ARRAY ? 1 : 0;
        while (depth > 0) {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {
                    // a name or a plain value
                }
            }
        }
    }

    private static Optional<Type> type(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(RecordComponent::getGenericType);
    }

    private static void expect(boolean right, String path, String what) {
        if (!right) throw new Invalid("wrong-type", path + " is to be " + what, path);
    }

    private static Invalid outOfRange(String path, long highest) {
        return new Invalid(
                "out-of-range",
                path + " is a whole number from 0 to " + highest,
                path,
                Map.of("lowest", 0, "highest", highest));
    }
}
