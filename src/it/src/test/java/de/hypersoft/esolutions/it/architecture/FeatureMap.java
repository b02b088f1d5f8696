package de.hypersoft.esolutions.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which feature may call which. With the arrow: call. Against the arrow: event. */
final class FeatureMap {

    static final String ROOT = "de.hypersoft.esolutions.";

    static final Map<String, Set<String>> MAY_SEE = new TreeMap<>(Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("tenancy", Set.of("kernel")),
            Map.entry("identity", Set.of("kernel", "tenancy")),
            Map.entry("catalog", Set.of("kernel", "tenancy")),
            Map.entry("hostnames", Set.of("kernel", "tenancy", "identity")),
            Map.entry("certificates", Set.of("kernel", "tenancy", "identity", "hostnames")),
            Map.entry("acme", Set.of("kernel", "tenancy", "identity", "hostnames", "certificates")),
            Map.entry("pricing", Set.of("kernel", "tenancy", "catalog")),
            Map.entry("ordering", Set.of("kernel", "tenancy", "identity", "catalog", "hostnames", "pricing")),
            Map.entry("pos", Set.of("kernel", "tenancy", "identity", "catalog", "pricing", "ordering", "sync")),
            Map.entry("sync", Set.of("kernel", "tenancy", "catalog", "pricing")),
            Map.entry("closing", Set.of("kernel", "tenancy", "ordering", "pos")),
            Map.entry("retention", Set.of("kernel", "tenancy", "ordering", "pos")),
            Map.entry("web", Set.of("kernel", "tenancy", "identity", "hostnames", "certificates")),
            Map.entry("onboarding", Set.of("kernel", "tenancy", "identity", "hostnames", "pos")),
            Map.entry(
                    "notifications",
                    Set.of(
                            "kernel",
                            "tenancy",
                            "identity",
                            "catalog",
                            "hostnames",
                            "certificates",
                            "acme",
                            "pricing",
                            "ordering",
                            "pos",
                            "sync",
                            "closing",
                            "retention"))));

    private FeatureMap() {}

    /** Forbidden is every mapped feature that is not in the set, so the rule never aims at a package that is not there. */
    static ArchRule arrows(String feature) {
        String[] forbidden = MAY_SEE.keySet().stream()
                .filter(other -> !other.equals(feature)
                        && !MAY_SEE.getOrDefault(feature, Set.of()).contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("MAY_SEE is the map of this system");
    }

    /** Only a feature's root package is its API; what lies deeper is its own business. */
    static ArchRule seal(String feature) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + feature + ".(*)..")
                .because("only the root package of a feature is its API");
    }
}
