package de.hypersoft.esolutions.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
            Map.entry("ordering", Set.of("kernel", "tenancy", "catalog", "pricing")),
            Map.entry("pos", Set.of("kernel", "tenancy", "catalog", "ordering", "sync")),
            Map.entry("sync", Set.of("kernel", "tenancy", "catalog")),
            Map.entry("menu", Set.of("kernel", "tenancy", "catalog", "sync")),
            Map.entry("closing", Set.of("kernel", "tenancy", "ordering", "pos")),
            Map.entry("retention", Set.of("kernel", "tenancy", "ordering", "pos")),
            Map.entry("reporting", Set.of("kernel", "tenancy", "ordering", "closing")),
            Map.entry("web", Set.of("kernel", "certificates")),
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
                            "ordering",
                            "pos",
                            "sync",
                            "closing",
                            "retention"))));

    /** The rooms of a feature that others may enter. */
    static final Map<String, Set<String>> OPEN_ROOMS = Map.ofEntries(
            Map.entry("catalog", Set.of("availability", "document", "picture")),
            Map.entry("certificates", Set.of("check", "keys", "pfx", "request", "serving")),
            Map.entry("hostnames", Set.of("dns", "shopfront")),
            Map.entry("identity", Set.of("password", "secondfactor", "session")),
            Map.entry("kernel", Set.of("audit", "database", "metrics", "outbox", "text")),
            Map.entry("notifications", Set.of("domain", "mail")),
            Map.entry("ordering", Set.of("cart", "click", "group", "guests", "limits", "quote", "search", "slot")),
            Map.entry("pos", Set.of("board", "report", "tills")),
            Map.entry("sync", Set.of("held", "menufile", "request", "spreadsheet", "upload")),
            Map.entry("tenancy", Set.of("delivery", "hours", "snapshot")),
            Map.entry("web", Set.of("asset", "body", "contract", "observe", "page", "problem")));

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

    /** Every feature that classes of this one depend on. */
    static Set<String> seen(String feature, JavaClasses classes) {
        return classes.stream()
                .filter(type -> feature.equals(feature(type.getPackageName())))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(used -> feature(used.getTargetClass().getPackageName()))
                .filter(other -> !other.equals(feature) && MAY_SEE.containsKey(other))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first word of a package below the root; empty for one that is not ours. */
    static String feature(String place) {
        return place.startsWith(ROOT) ? place.substring(ROOT.length()).split("\\.")[0] : "";
    }

    /** The root package of a feature and its open rooms are its API; every other room is its own business. */
    static ArchRule seal(String feature) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat(describe("are in a closed room of " + feature, type -> room(feature, type)
                        .filter(room ->
                                !OPEN_ROOMS.getOrDefault(feature, Set.of()).contains(room))
                        .isPresent()))
                .because("a room that OPEN_ROOMS does not name is the business of its feature alone");
    }

    /** The sub-package of the feature in which a class is; empty for one of its root package and of other features. */
    static Optional<String> room(String feature, JavaClass type) {
        String within = ROOT + feature + ".";
        String place = type.getPackageName();
        return place.startsWith(within)
                ? Optional.of(place.substring(within.length()).split("\\.")[0])
                : Optional.empty();
    }
}
