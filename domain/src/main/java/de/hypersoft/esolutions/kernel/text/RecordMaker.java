package de.hypersoft.esolutions.kernel.text;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes a record of what was read: its only constructor, or the one method that is named for it.
 *
 * @param names of its parameters, in their order; {@code types} likewise
 */
record RecordMaker(Executable makes, List<String> names, List<Type> types) {

    /** Empty where it is left open which, or how the parameters are called. */
    static Optional<RecordMaker> of(Class<?> type) {
        List<Method> named = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonbCreator.class))
                .toList();
        if (named.isEmpty()) return canonical(type);
        Method maker = named.get(0);
        boolean open = named.size() > 1
                || !Modifier.isStatic(maker.getModifiers())
                || !Modifier.isPublic(maker.getModifiers())
                || maker.getReturnType() != type;
        return open ? Optional.empty() : named(maker);
    }

    private static Optional<RecordMaker> canonical(Class<?> type) {
        Constructor<?>[] all = type.getDeclaredConstructors();
        if (all.length != 1 || !Modifier.isPublic(all[0].getModifiers())) return Optional.empty();
        List<RecordComponent> parts = List.of(type.getRecordComponents());
        return Optional.of(new RecordMaker(
                all[0],
                parts.stream().map(RecordComponent::getName).toList(),
                parts.stream().map(RecordComponent::getGenericType).toList()));
    }

    private static Optional<RecordMaker> named(Method maker) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : maker.getParameters()) {
            JsonbProperty property = parameter.getAnnotation(JsonbProperty.class);
            if (property == null || property.value().isEmpty()) return Optional.empty();
            names.add(property.value());
        }
        return Optional.of(new RecordMaker(maker, List.copyOf(names), List.of(maker.getGenericParameterTypes())));
    }

    /** @throws ReflectiveOperationException when it does not take them */
    Object make(@Nullable Object[] values) throws ReflectiveOperationException {
        return makes instanceof Constructor<?> constructor
                ? constructor.newInstance(values)
                : ((Method) makes).invoke(null, values);
    }
}
