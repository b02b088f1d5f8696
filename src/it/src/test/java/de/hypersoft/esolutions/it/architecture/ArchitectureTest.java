package de.hypersoft.esolutions.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static de.hypersoft.esolutions.it.architecture.FeatureMap.MAY_SEE;
import static de.hypersoft.esolutions.it.architecture.FeatureMap.OPEN_ROOMS;
import static de.hypersoft.esolutions.it.architecture.FeatureMap.ROOT;
import static de.hypersoft.esolutions.it.architecture.FeatureMap.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that cannot fail a build is a wish: each rule is checked on the product, and shown to catch a trespasser. */
class ArchitectureTest {

    private static final JavaClasses FEATURES = Compiled.product(List.of("domain", "web-kit"));
    private static final JavaClasses PRODUCT = Compiled.product(Compiled.MODULES);
    private static final JavaClasses TRESPASSERS =
            new ClassFileImporter().importPackages(ROOT + "kernel.fixture", ROOT + "shop.fixture");

    @TestFactory
    Stream<DynamicTest> the_product_keeps_every_rule() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_catches_its_trespasser() {
        return HouseRules.all().entrySet().stream()
                .filter(rule ->
                        !rule.getKey().startsWith("arrows of ") || rule.getKey().endsWith(" kernel"))
                .filter(rule ->
                        !rule.getKey().startsWith("seal of ") || rule.getKey().endsWith(" kernel"))
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertThat(caught(rule.getValue()))
                        .as("violations among the trespassers")
                        .isNotEmpty()));
    }

    @Test
    void each_wire_is_caught_inside_a_transaction() {
        ArchRule rule = Objects.requireNonNull(HouseRules.all().get("no wire inside a transaction"));

        List<String> caught = caught(rule);

        assertThat(TRESPASSERS.stream()
                        .filter(type -> type.getSimpleName().startsWith("By"))
                        .filter(type ->
                                caught.stream().noneMatch(violation -> violation.contains("<" + type.getName())))
                        .map(JavaClass::getSimpleName))
                .isEmpty();
    }

    /** The reason stands at {@code NodeReadiness}. */
    @Test
    void the_server_has_one_readiness_check_and_so_never_answers_500_while_it_registers_them() {
        assertThat(PRODUCT.stream()
                        .filter(type -> type.isAnnotatedWith("org.eclipse.microprofile.health.Readiness"))
                        .map(JavaClass::getSimpleName))
                .containsExactly("NodeReadiness");
    }

    @Test
    void the_map_names_every_feature() {
        Set<String> features = FEATURES.stream()
                .map(type -> FeatureMap.feature(type.getPackageName()))
                .filter(feature -> !feature.isEmpty()) // compiled templates have a root of their own
                .collect(Collectors.toSet());

        assertThat(features).isEqualTo(MAY_SEE.keySet());
    }

    @Test
    void every_arrow_of_the_map_is_used() {
        Map<String, Set<String>> unused = new TreeMap<>();
        MAY_SEE.forEach((feature, seen) -> {
            Set<String> left = new TreeSet<>(seen);
            left.removeAll(FeatureMap.seen(feature, PRODUCT));
            if (!left.isEmpty()) left.removeAll(TablesTest.read(feature));
            if (!left.isEmpty()) unused.put(feature, left);
        });

        assertThat(unused).isEmpty();
    }

    @Test
    void every_open_room_is_entered_from_outside() {
        Map<String, Set<String>> entered = new TreeMap<>();
        for (JavaClass type : PRODUCT)
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .forEach(used -> OPEN_ROOMS.keySet().stream()
                            .filter(feature -> !type.getPackageName().startsWith(ROOT + feature))
                            .forEach(feature -> room(feature, used)
                                    .ifPresent(room -> entered.computeIfAbsent(feature, any -> new TreeSet<>())
                                            .add(room))));

        OPEN_ROOMS.forEach(
                (feature, rooms) -> assertThat(entered.get(feature)).as(feature).containsAll(rooms));
    }

    @Test
    void what_both_web_modules_need_is_in_neither_of_them_twice() {
        Set<String> shop = namesBelow("shop.");
        Set<String> portal = namesBelow("portal.");

        assertThat(shop).isNotEmpty().contains("ShopProblemMapper");
        assertThat(portal).contains("ProblemMapper").doesNotContainAnyElementsOf(shop);
    }

    @Test
    void the_map_has_no_cycle_and_nobody_sees_notifications() {
        Set<String> settled = new HashSet<>();
        boolean progress = true;
        while (progress) {
            progress = settled.addAll(MAY_SEE.entrySet().stream()
                    .filter(feature -> settled.containsAll(feature.getValue()))
                    .map(Map.Entry::getKey)
                    .toList());
        }

        assertThat(settled).isEqualTo(MAY_SEE.keySet());
        assertThat(MAY_SEE.values()).noneMatch(seen -> seen.contains("notifications"));
    }

    @Test
    void the_module_of_the_server_needs_nothing_but_the_jdk() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "are neither its own nor the JDK's",
                        type -> !type.getPackageName()
                                        .matches(
                                                "(java|javax|org\\.jspecify|de\\.hypersoft\\.esolutions\\.tls)(\\..*)?")
                                && !type.isPrimitive()
                                && !type.isArray()))
                .check(new ClassFileImporter().importPath(Compiled.REPOSITORY.resolve("tls-module/target/classes")));
    }

    @Test
    void every_module_was_looked_at() {
        for (String module : Compiled.MODULES)
            assertThat(Compiled.product(List.of(module))).as(module).isNotEmpty();
    }

    private static Set<String> namesBelow(String module) {
        return PRODUCT.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT + module))
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet());
    }

    private static List<String> caught(ArchRule rule) {
        return rule.evaluate(TRESPASSERS).getFailureReport().getDetails();
    }
}
