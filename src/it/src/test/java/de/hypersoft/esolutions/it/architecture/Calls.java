package de.hypersoft.esolutions.it.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which code runs which, as far as class files tell: calls and method references, those in lambdas too. A call of a
 * method may run every one that overrides it, and the one that is inherited.
 */
final class Calls {

    private final Map<String, Set<JavaCodeUnit>> byName = new HashMap<>();
    private final JavaClasses classes;

    Calls(JavaClasses classes) {
        this.classes = classes;
        classes.stream().flatMap(type -> type.getCodeUnits().stream()).forEach(unit -> byName.computeIfAbsent(
                        unit.getName(), name -> new HashSet<>())
                .add(unit));
    }

    /** All code of these classes and what it runs, however far away. */
    Set<JavaCodeUnit> reachedFrom(Predicate<JavaClass> begin) {
        Set<JavaCodeUnit> reached = new HashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>();
        classes.stream()
                .filter(begin)
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(reached::add)
                .forEach(next::add);
        while (!next.isEmpty())
            targets(next.remove())
                    .flatMap(target -> byName.getOrDefault(target.getName(), Set.of()).stream()
                            .filter(unit -> runs(target, unit)))
                    .filter(reached::add)
                    .forEach(next::add);
        return reached;
    }

    private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
                Stream.concat(
                        unit.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()),
                        unit.getConstructorReferencesFromSelf().stream().map(reference -> reference.getTarget())));
    }

    /** Parameters of a generic method may be narrower where it is overridden. */
    private static boolean runs(CodeUnitAccessTarget target, JavaCodeUnit unit) {
        JavaClass owner = target.getOwner();
        if (owner.equals(unit.getOwner()))
            return names(target.getRawParameterTypes()).equals(names(unit.getRawParameterTypes()));
        return !unit.isConstructor()
                && target.getRawParameterTypes().size()
                        == unit.getRawParameterTypes().size()
                && (owner.isAssignableTo(unit.getOwner().getName())
                        || unit.getOwner().isAssignableTo(owner.getName()));
    }

    private static List<String> names(List<JavaClass> types) {
        return types.stream().map(JavaClass::getName).toList();
    }
}
