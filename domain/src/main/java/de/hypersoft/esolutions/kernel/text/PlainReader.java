package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Money;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain records in one go over the text, as long as all in it is what was expected. Where anything is not, JSON-B is
 * to read it anew: it knows other ways to write the same, and says what is wrong.
 */
final class PlainReader {

    private static final ClassValue<Optional<PlainReader>> READERS = new ClassValue<>() {
        @Override
        protected Optional<PlainReader> computeValue(Class<?> type) {
            return type != Money.class && type.isRecord() && PlainRecords.areRead(type)
                    ? RecordMaker.of(type).map(PlainReader::new)
                    : Optional.empty();
        }
    };

    private final RecordMaker maker;
    private final Map<String, Integer> places = new HashMap<>();

    private PlainReader(RecordMaker maker) {
        this.maker = maker;
        for (int i = 0; i < maker.names().size(); i++) places.put(maker.names().get(i), i);
    }

    /** Something that may be right or wrong, and is not for here to say. */
    static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusual(String what) {
            super(what, null, false, false);
        }
    }

    static boolean reads(Class<?> type) {
        return READERS.get(type).isPresent();
    }

    /**
     * All that the parser has left.
     *
     * @param deepest so many objects and arrays in each other
     * @throws RuntimeException when anything is not as expected
     */
    static <T> T read(JsonParser parser, Class<T> type, int deepest) {
        expect(parser.next() == JsonParser.Event.START_OBJECT, "no object");
        T read = type.cast(READERS.get(type).orElseThrow().members(parser, deepest - 1));
        expect(!parser.hasNext(), "more than one value");
        return read;
    }

    private Object members(JsonParser parser, int deepest) {
        expect(deepest >= 0, "nested too deep");
        @Nullable Object[] values = new @Nullable Object[maker.names().size()];
        boolean[] here = new boolean[values.length];
        for (JsonParser.Event next = parser.next(); next != JsonParser.Event.END_OBJECT; next = parser.next()) {
            Integer place = places.get(text(parser));
            JsonParser.Event value = parser.next();
            if (place == null) {
                passOver(parser, value, deepest);
                continue;
            }
            expect(!here[place], "a member comes twice");
            here[place] = true;
            values[place] = value(parser, value, maker.types().get(place), deepest);
        }
        return made(values);
    }

    private Object made(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++)
            expect(values[i] != null || !isPrimitive(maker.types().get(i)), "a number is missing");
        try {
            return maker.make(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonParser.Event event, Type type, int deepest) {
        return switch (event) {
            case VALUE_STRING -> ofText(text(parser), type);
            case VALUE_NUMBER -> ofNumber(parser, type);
            case VALUE_TRUE -> ofTruth(true, type);
            case VALUE_FALSE -> ofTruth(false, type);
            case VALUE_NULL -> {
                expect(type != JsonValue.class, "null");
                yield null;
            }
            case START_OBJECT -> ofObject(parser, type, deepest - 1);
            case START_ARRAY -> ofArray(parser, type, deepest - 1);
            default -> throw new Unusual("no value");
        };
    }

    private static Object ofText(String text, Type type) {
        if (type == String.class) return text;
        if (type == Instant.class) return Instant.parse(text);
        if (type == UUID.class) return UUID.fromString(text);
        if (type instanceof Class<?> its && its.isEnum()) return constant(its, text);
        throw new Unusual("a text");
    }

    private static Object constant(Class<?> type, String name) {
        for (Object each : type.getEnumConstants()) if (((Enum<?>) each).name().equals(name)) return each;
        throw new Unusual("no such constant");
    }

    private static Object ofNumber(JsonParser parser, Type type) {
        if (type == JsonValue.class) return parser.getValue();
        if (type == int.class || type == Integer.class) return Integer.valueOf(parser.getString());
        if (type == long.class || type == Long.class) return Long.valueOf(parser.getString());
        throw new Unusual("a number");
    }

    private static Object ofTruth(boolean truth, Type type) {
        if (type == boolean.class || type == Boolean.class) return truth;
        throw new Unusual("a truth");
    }

    private static Object ofObject(JsonParser parser, Type type, int deepest) {
        if (type == Money.class) {
            Object read = READERS.get(Json.MoneyShape.class).orElseThrow().members(parser, deepest);
            Json.MoneyShape money = (Json.MoneyShape) read;
            return Money.parse(money.amount(), Currency.getInstance(money.currency()));
        }
        expect(type instanceof Class<?> its && its.isRecord(), "an object");
        return READERS.get((Class<?>) type).orElseThrow().members(parser, deepest);
    }

    private static List<@Nullable Object> ofArray(JsonParser parser, Type type, int deepest) {
        expect(deepest >= 0 && PlainRecords.isList(type), "an array");
        Type element = PlainRecords.element(type);
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonParser.Event next = parser.next(); next != JsonParser.Event.END_ARRAY; next = parser.next())
            list.add(value(parser, next, element, deepest));
        return list;
    }

    private static void passOver(JsonParser parser, JsonParser.Event first, int deepest) {
        int depth = 0;
        for (JsonParser.Event event = first; ; event = parser.next()) {
            switch (event) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case KEY_NAME, VALUE_STRING -> text(parser);
                default -> {} // nothing to look at
            }
            expect(depth <= deepest, "nested too deep");
            if (depth == 0) return;
        }
    }

    private static String text(JsonParser parser) {
        String text = parser.getString();
        expect(Utf8.loneSurrogate(text).isEmpty(), "half a character");
        return text;
    }

    private static boolean isPrimitive(Type type) {
        return type instanceof Class<?> its && its.isPrimitive();
    }

    private static void expect(boolean usual, String otherwise) {
        if (!usual) throw new Unusual(otherwise);
    }
}
