package de.hypersoft.esolutions.catalog;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members of a catalogue that nobody here reads: each is named once, however many dishes have it. */
final class LeftOut {

    private static final int MOST = 50;

    private final Set<String> members = new LinkedHashSet<>();
    private final Map<Class<?>, Map<String, Type>> shapes = new HashMap<>();

    /** @param shape the record whose components are what is read */
    void look(String path, JsonObject json, Class<?> shape) {
        Map<String, Type> known = shapes.computeIfAbsent(shape, LeftOut::components);
        for (Map.Entry<String, JsonValue> member : json.entrySet()) {
            String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            Type type = known.get(member.getKey());
            if (type == null) add(name);
            else inside(name, member.getValue(), type);
        }
    }

    private void inside(String name, JsonValue value, Type type) {
        Class<?> one = record(type);
        Class<?> each = element(type);
        if (value instanceof JsonObject inner && one != null) look(name, inner, one);
        if (value instanceof JsonArray list && each != null)
            for (JsonValue item : list) if (item instanceof JsonObject inner) look(name, inner, each);
    }

    void add(String member) {
        if (members.size() < MOST) members.add(ElementName.printable(member, 80));
    }

    List<Finding> findings() {
        return members.stream()
                .map(member ->
                        Finding.of("catalogue", member, "left-out", member + " is not used here and was left out"))
                .toList();
    }

    private static Map<String, Type> components(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
    }

    private static @Nullable Class<?> record(Type type) {
        return type instanceof Class<?> c && c.isRecord() ? c : null;
    }

    private static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType list && list.getActualTypeArguments().length == 1
                ? record(list.getActualTypeArguments()[0])
                : null;
    }
}
