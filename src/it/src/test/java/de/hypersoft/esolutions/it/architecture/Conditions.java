package de.hypersoft.esolutions.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions that ArchUnit has no word for. */
final class Conditions {

    private Conditions() {}

    static ArchCondition<JavaClass> classes(String words, Predicate<JavaClass> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean satisfied = holds.test(type);
                events.add(new SimpleConditionEvent(
                        type, satisfied, type.getName() + (satisfied ? " does " : " does not ") + words));
            }
        };
    }

    static ArchCondition<JavaMethod> methods(String words, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean satisfied = holds.test(method);
                String message = method.getFullName() + (satisfied ? " does " : " does not ") + words;
                events.add(new SimpleConditionEvent(method, satisfied, message));
            }
        };
    }
}
