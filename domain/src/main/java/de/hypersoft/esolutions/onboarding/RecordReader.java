package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.Utf8;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of texts, whole numbers, lists and records from JSON. Whatever is missing or of another kind is told with
 * its place, and a harmless value stands for it, so that all of it is told at once. Members that no record has are passed
 * over.
 */
final class RecordReader {

    /** May be left out or null. By name, because the server does not carry the annotations that say so in the source. */
    static final Set<String> OPTIONAL =
            Set.of("secondContact", "orderType", "freeFrom", "leadMinutes", "mail", "password");

    private final Consumer<Invalid> wrong;

    /** @param wrong is told {@code missing-member} and {@code unreadable-brand} */
    RecordReader(Consumer<Invalid> wrong) {
        this.wrong = wrong;
    }

    <T extends Record> T read(JsonObject json, Class<T> type) {
        return type.cast(record(json, type, ""));
    }

    /** The same record with another value for one of its members. */
    @SuppressWarnings("unchecked")
    static <T extends Record> T with(T given, String member, Object value) {
        RecordComponent[] components = given.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++)
            values[i] = components[i].getName().equals(member) ? value : get(components[i], given);
        return (T) made(given.getClass(), components, values);
    }

    private Object record(JsonObject json, Class<?> type, String place) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            boolean optional = OPTIONAL.contains(name) && components[i].getType() != int.class;
            String at = place.isEmpty() ? name : place + "." + name;
            values[i] = value(json.get(name), components[i].getGenericType(), at, optional);
        }
        return made(type, components, values);
    }

    private @Nullable Object value(@Nullable JsonValue json, Type type, String place, boolean optional) {
        if (json == null || json.getValueType() == JsonValue.ValueType.NULL) {
            if (optional) return null;
            wrong.accept(new Invalid("missing-member", place + " is missing", place));
            return harmless(type);
        }
        if (type == String.class && json instanceof JsonString text) return text(text.getString(), place);
        if (isWhole(type) && json instanceof JsonNumber number && number.isIntegral() && fits(number))
            return number.intValueExact();
        if (type instanceof Class<?> shape && shape.isRecord() && json instanceof JsonObject object)
            return record(object, shape, place);
        if (type instanceof ParameterizedType list && json instanceof JsonArray array)
            return list(array, list.getActualTypeArguments()[0], place);
        wrong.accept(unreadable("something else stands here than belongs here", place));
        return harmless(type);
    }

    private List<Object> list(JsonArray array, Type each, String place) {
        List<Object> read = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Object element = value(array.get(i), each, place + "[" + i + "]", false);
            if (element != null) read.add(element);
        }
        return read;
    }

    private String text(String text, String place) {
        if (Utf8.loneSurrogate(text).isEmpty()) return text;
        wrong.accept(unreadable("half a character", place));
        return "";
    }

    private static Invalid unreadable(String why, String place) {
        return new Invalid("unreadable-brand", why, place, Map.of("member", place));
    }

    private static boolean isWhole(Type type) {
        return type == int.class || type == Integer.class;
    }

    private static boolean fits(JsonNumber number) {
        return number.bigDecimalValue().precision() <= 10 && number.longValue() == number.intValue();
    }

    private Object harmless(Type type) {
        if (type == String.class) return "";
        if (isWhole(type)) return 0;
        if (type instanceof Class<?> shape && shape.isRecord())
            return new RecordReader(ignored -> {}).record(JsonValue.EMPTY_JSON_OBJECT, shape, "");
        return List.of();
    }

    private static @Nullable Object get(RecordComponent component, Record of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static Object made(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> whole = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return whole.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record of texts, numbers, lists and records", e);
        }
    }
}
