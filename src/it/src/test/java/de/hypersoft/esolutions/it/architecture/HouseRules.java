package de.hypersoft.esolutions.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static de.hypersoft.esolutions.it.architecture.FeatureMap.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchRule;
import de.hypersoft.esolutions.kernel.Time;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;

/** Every rule of the house that compiled classes can break, each by a name of its own. */
final class HouseRules {

    private static final String[] OUTER = {ROOT + "shop..", ROOT + "portal..", ROOT + "timers.."};
    private static final String[] DOMAIN = FeatureMap.MAY_SEE.keySet().stream()
            .filter(feature -> !feature.equals("web"))
            .map(feature -> ROOT + feature + "..")
            .toArray(String[]::new);
    private static final DescribedPredicate<JavaClass> INEXACT =
            belongToAnyOf(BigDecimal.class, Double.class, Float.class).or(named("double"), named("float"));

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        FeatureMap.MAY_SEE.keySet().stream()
                .filter(feature -> !feature.equals("notifications"))
                .forEach(feature -> rules.put("arrows of " + feature, FeatureMap.arrows(feature)));
        FeatureMap.MAY_SEE.keySet().forEach(feature -> rules.put("seal of " + feature, FeatureMap.seal(feature)));
        rules.putAll(transactions());
        rules.putAll(entities());
        rules.putAll(manners());
        return rules;
    }

    private static Map<String, ArchRule> transactions() {
        return Map.of(
                "no persistence in the outer modules",
                noClasses()
                        .that()
                        .resideInAnyPackage(OUTER)
                        .should()
                        .dependOnClassesThat(are(belongToAnyOf(Entity.class, EntityManager.class, Transactional.class)))
                        .because("one transaction, one use case: it begins in domain"),
                "no HTTP in the domain",
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..", "io.undertow..", "gg.jte..")
                        .because("what a rule says is the same for a page, a till and a mail; HTTP is said in web-kit"),
                "no wire inside a transaction",
                noClasses()
                        .that(are(Wires.TRANSACTIONAL))
                        .should()
                        .dependOnClassesThat(are(Wires.ANY.or(Wires.HOLDER)))
                        .because("remote calls sit between transactions"),
                "no asynchronous event",
                noClasses()
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "Event.fireAsync",
                                call -> call.getName().equals("fireAsync")
                                        && call.getTargetOwner().isAssignableTo(Event.class)))
                        .because("an event that can be lost is no event"),
                "events are observed by the outbox alone",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat(are(not(resideInAPackage(ROOT + "kernel.outbox"))))
                        .should(Conditions.methods("observe a domain event", HouseRules::observesDomainEvent))
                        .because("a listener gets its own row in the outbox, and with it its own retry"));
    }

    private static Map<String, ArchRule> entities() {
        return Map.of(
                "entities stay in the domain",
                Entities.stayInTheDomain(),
                "entities have no setter",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveNameMatching("set[A-Z].*")
                        .because("the model refuses; nobody else checks"),
                "entities have private fields",
                fields().that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .and()
                        .areNotStatic()
                        .should()
                        .bePrivate()
                        .because("state moves through the verbs of the aggregate"),
                "entities have no public empty constructor",
                noConstructors()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .and()
                        .haveRawParameterTypes(new Class<?>[0])
                        .should()
                        .bePublic()
                        .because("an entity starts its life valid"),
                "events are records",
                classes()
                        .that()
                        .areAssignableTo(DomainEvent.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .beRecords()
                        .because("an event is ids and values, never an entity"));
    }

    private static Map<String, ArchRule> manners() {
        return Map.of(
                "names say what a class is",
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Dto|DTO|Controller)$")
                        .because("such a name tells nothing about the trade"),
                "no inexact number in a field",
                noFields()
                        .that()
                        .areDeclaredInClassesThat(are(not(resideInAPackage(ROOT + "kernel"))))
                        .should()
                        .haveRawType(INEXACT)
                        .because("money is whole cents"),
                "no inexact number in a method",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat(are(not(resideInAPackage(ROOT + "kernel"))))
                        .should(Conditions.methods("take or return an inexact number", HouseRules::inexact))
                        .because("money is whole cents"),
                "no environment and no old date",
                noClasses()
                        .that(are(not(named(ROOT + "certificates.check.Validity"))))
                        .should()
                        .callMethod(System.class, "getenv")
                        .orShould()
                        .callMethod(System.class, "getenv", String.class)
                        .orShould()
                        .dependOnClassesThat(are(belongToAnyOf(java.util.Date.class, java.util.Calendar.class)))
                        .because("settings come through MicroProfile Config, time through java.time"),
                "time is handed in",
                noClasses()
                        .that(are(not(belongToAnyOf(Time.class))))
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .because("a test moves the clock instead of waiting"),
                "pages have the constructor that RESTEasy looks for",
                classes()
                        .that()
                        .areAnnotatedWith(jakarta.ws.rs.Path.class)
                        .and()
                        .areNotInterfaces()
                        .should(Conditions.classes(
                                "have a public empty constructor", HouseRules::publicEmptyConstructor))
                        .because("without it the WAR does not deploy (RESTEASY003190), with or without CDI"),
                "nothing is made without what it needs",
                classes()
                        .should(Conditions.classes(
                                "have no empty constructor beside the one that is injected",
                                HouseRules::isMadeOnlyWhole))
                        .because("the server makes proxies without a constructor (weld.properties)"),
                "cookies are read by the name that the connection gives them",
                noMethods()
                        .should(Conditions.methods("take a @CookieParam", HouseRules::takesCookie))
                        .because("by HTTPS each of our cookies has another name (HostCookie)"),
                "no field is public and can change",
                noFields().that().arePublic().should().notBeFinal().because("state moves through methods"));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }

    private static boolean observesDomainEvent(JavaMethod method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.isAnnotatedWith(Observes.class))
                .map(JavaParameter::getRawType)
                .anyMatch(type -> type.isAssignableTo(DomainEvent.class));
    }

    private static boolean publicEmptyConstructor(JavaClass type) {
        return type.tryGetConstructor()
                .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                .isPresent();
    }

    private static boolean isMadeOnlyWhole(JavaClass type) {
        boolean injected = type.getConstructors().stream().anyMatch(made -> made.isAnnotatedWith(Inject.class));
        return !injected
                || type.isAnnotatedWith(jakarta.ejb.Singleton.class) // the specification wants one
                || type.getConstructors().stream()
                        .filter(made -> !made.isAnnotatedWith(Inject.class))
                        .noneMatch(made -> made.getRawParameterTypes().isEmpty());
    }

    private static boolean takesCookie(JavaMethod method) {
        return method.getParameters().stream()
                .anyMatch(parameter -> parameter.isAnnotatedWith(jakarta.ws.rs.CookieParam.class));
    }

    private static boolean inexact(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (INEXACT.test(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(INEXACT));
    }
}
