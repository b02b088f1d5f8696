package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Money;
import jakarta.json.JsonValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which types of records need none of what JSON-B can do beside: public ones of texts, whole numbers, truths, moments, ids,
 * money, enums, lists and such records. Whatever looks as if JSON-B could see more in it is not one of them.
 */
final class PlainRecords {

    private static final String JSONB = "jakarta.json.bind";
    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            boolean.class,
            Boolean.class,
            Instant.class,
            UUID.class,
            Money.class);

    private PlainRecords() {}

    /** Whether it can be written member by member. */
    static boolean areWritten(Class<?> type) {
        return areWritten(type, new HashSet<>());
    }

    private static boolean areWritten(Type type, Set<Type> seen) {
        if (VALUES.contains(type) || isEnum(type) || !seen.add(type)) return true;
        if (isList(type)) return areWritten(element(type), seen);
        return type instanceof Class<?> its
                && isPlain(its)
                && Arrays.stream(its.getRecordComponents()).allMatch(part -> areWritten(part.getGenericType(), seen));
    }

    /** Whether it has one maker whose parameters can be read one by one. */
    static boolean areRead(Class<?> type) {
        return areRead(type, new HashSet<>());
    }

    private static boolean areRead(Type type, Set<Type> seen) {
        if (VALUES.contains(type) || type == JsonValue.class || isEnum(type) || !seen.add(type)) return true;
        if (isList(type)) return areRead(element(type), seen);
        return type instanceof Class<?> its
                && isPlain(its)
                && RecordMaker.of(its)
                        .filter(maker -> maker.types().stream().allMatch(part -> areRead(part, seen)))
                        .isPresent();
    }

    static boolean isList(Type type) {
        return type instanceof ParameterizedType its && its.getRawType() == List.class;
    }

    static Type element(Type list) {
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    static boolean isEnum(Type type) {
        return type instanceof Class<?> its && its.isEnum() && !isAnnotated(its) && fieldsOf(its);
    }

    private static boolean fieldsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).noneMatch(PlainRecords::isAnnotated);
    }

    private static boolean isPlain(Class<?> type) {
        return type.isRecord()
                && type.getTypeParameters().length == 0
                && Modifier.isPublic(type.getModifiers())
                && !isAnnotated(type)
                && fieldsOf(type)
                && Arrays.stream(type.getRecordComponents()).noneMatch(PlainRecords::isAnnotated)
                && methods(type).noneMatch(PlainRecords::isSeen)
                && Arrays.stream(type.getDeclaredConstructors()).noneMatch(PlainRecords::isAnnotated);
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class);
    }

    /** A method that may be taken for a property. What makes one of its parameters is no such method. */
    private static boolean isSeen(Method method) {
        String name = method.getName();
        boolean property = name.startsWith("get") || name.startsWith("is") || name.startsWith("set");
        return property || !Modifier.isStatic(method.getModifiers()) && isAnnotated(method);
    }

    static boolean isAnnotated(AnnotatedElement element) {
        for (Annotation each : element.getAnnotations())
            if (each.annotationType().getName().startsWith(JSONB)) return true;
        return false;
    }
}
