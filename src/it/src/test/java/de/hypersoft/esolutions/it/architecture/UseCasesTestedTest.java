package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What begins a transaction is run by a test: called by one, or by something that one calls. */
class UseCasesTestedTest {

    private static final JavaClasses ALL = Compiled.ALL;

    @Test
    void every_public_method_of_a_use_case_is_run_by_a_test() {
        Predicate<JavaClass> test = Compiled::isTest;

        assertThat(useCases(ALL, test.negate())).hasSizeGreaterThan(300);
        assertThat(untested(ALL, test)).isEmpty();
    }

    @Test
    void what_no_test_runs_is_found_and_nothing_else() {
        JavaClasses planted = new ClassFileImporter().importPackages(FeatureMap.ROOT + "kernel.fixture");

        assertThat(untested(planted, type -> type.getSimpleName().equals("Trial")))
                .containsExactly("Untried.byNobody()", "Untried.overloaded(int)");
    }

    private static Set<String> untested(JavaClasses classes, Predicate<JavaClass> test) {
        Set<JavaMethod> useCases = useCases(classes, test.negate());
        useCases.removeAll(new Calls(classes).reachedFrom(test));
        return useCases.stream().map(UseCasesTestedTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<JavaMethod> useCases(JavaClasses classes, Predicate<JavaClass> product) {
        return classes.stream()
                .filter(product)
                .filter(type -> type.isAnnotatedWith(ApplicationScoped.class))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> method.isAnnotatedWith(Transactional.class)
                        || method.getOwner().isAnnotatedWith(Transactional.class))
                .collect(Collectors.toSet());
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName() + "("
                + method.getRawParameterTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
