package de.hypersoft.esolutions.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static de.hypersoft.esolutions.it.architecture.FeatureMap.ROOT;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the classes of the table rows may be met: inside the transaction, so not in the modules around the domain. */
final class Entities {

    /** Templates are classes of {@code gg.jte}. */
    private static final String[] OUTSIDE = {
        ROOT + "shop..", ROOT + "portal..", ROOT + "timers..", ROOT + "web..", "gg.jte.."
    };

    private Entities() {}

    static ArchRule stayInTheDomain() {
        return classes()
                .that()
                .resideInAnyPackage(OUTSIDE)
                .should(meetNone())
                .because("a use case answers records, made inside its transaction");
    }

    /** A record is a value, also where it is kept in columns of its entity. */
    static boolean is(JavaClass type) {
        JavaClass one = type.getBaseComponentType();
        return one.isAnnotatedWith(Entity.class) || one.isAnnotatedWith(Embeddable.class) && !one.isRecord();
    }

    /** Those that a class names, and those that a method which it calls takes or returns. */
    private static Set<String> metBy(JavaClass type) {
        Stream<JavaClass> named = type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
        Stream<JavaClass> handed = Stream.concat(
                        type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getPackageName().startsWith(ROOT))
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .flatMap(Entities::signature);
        return Stream.concat(named, handed)
                .filter(Entities::is)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> signature(JavaCodeUnit called) {
        return Stream.concat(Stream.of(called.getReturnType()), called.getParameterTypes().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream);
    }

    private static ArchCondition<JavaClass> meetNone() {
        return new ArchCondition<>("meet no entity") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<String> met = metBy(type);
                events.add(new SimpleConditionEvent(type, met.isEmpty(), type.getName() + " meets " + met));
            }
        };
    }
}
