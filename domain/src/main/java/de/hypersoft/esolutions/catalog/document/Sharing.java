package de.hypersoft.esolutions.catalog.document;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps equal values once: a till writes the same options out for each dish, and one menu has thousands of dishes. */
public final class Sharing {

    /** Longer texts are hardly ever there twice. */
    private static final int LONGEST_SHARED = 60;

    private final Map<Object, Object> kept = new HashMap<>();
    private final Map<Class<?>, Shape> shapes = new HashMap<>();

    private record Shape(RecordComponent[] components, Constructor<?> constructor) {}

    /** An equal value that was seen before, else this one. Only for what never changes. */
    @SuppressWarnings("unchecked")
    public <T> T one(T value) {
        Object known = kept.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }

    /** The same record, with lists and maps that cannot be changed and take no more room than they need, shared. */
    @SuppressWarnings("unchecked")
    <T extends Record> T compact(T element) {
        Shape shape = shapes.computeIfAbsent(element.getClass(), Sharing::shape);
        Object[] values = new Object[shape.components().length];
        try {
            for (int i = 0; i < values.length; i++)
                values[i] = small(shape.components()[i].getAccessor().invoke(element));
            return (T) shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be taken apart and put together again", e);
        }
    }

    private @Nullable Object small(@Nullable Object value) {
        if (value instanceof String text) return text.length() > LONGEST_SHARED ? text : one(text);
        if (value instanceof List<?> list)
            return one(list.stream().map(this::small).toList());
        if (value instanceof Map<?, ?> map) return one(copy(map));
        if (value instanceof Record element) return compact(element);
        return value;
    }

    private Map<Object, Object> copy(Map<?, ?> map) {
        Map<Object, Object> shared = new LinkedHashMap<>();
        map.forEach((key, value) -> shared.put(one(key), small(value)));
        return Map.copyOf(shared);
    }

    private static Shape shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            for (RecordComponent component : components) component.getAccessor().setAccessible(true);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Shape(components, constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a constructor of all its components", e);
        }
    }
}
