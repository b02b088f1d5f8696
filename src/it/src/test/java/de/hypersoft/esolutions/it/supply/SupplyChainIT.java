package de.hypersoft.esolutions.it.supply;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.it.supply.Advisories.Shipped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ships is named, with its licence, and nothing is known against it that was not looked at. */
class SupplyChainIT {

    private static final Logger LOG = Logger.getLogger(SupplyChainIT.class.getName());
    private static final Path ROOT =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    private static final Path SERVER = Path.of(System.getProperty("server.home"));
    private static final Path BOM = SERVER.resolve("bom.json");

    /** A build must not begin to fail by time alone; so long after its day the list is said to be old. */
    private static final int OLD_AFTER_DAYS = 180;

    @Test
    void every_jar_of_the_server_and_of_the_ear_is_in_the_bill_of_materials() throws IOException {
        Set<String> places = components()
                .flatMap(component -> component.getJsonArray("properties").getValuesAs(JsonObject.class).stream())
                .map(property -> property.getString("value"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> jars = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SERVER)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .forEach(file -> jars.add(SERVER.relativize(file).toString()));
        }

        assertThat(jars).hasSizeGreaterThan(300).isSubsetOf(places);
        assertThat(places)
                .contains(
                        "esolutions.ear!/lib/flyway-core.jar",
                        "esolutions.ear!/portal-war.war!/WEB-INF/lib/qrcodegen-1.8.0.jar",
                        "pos-connector.jar",
                        "pos-connector.jar!/");
    }

    @Test
    void every_work_of_others_says_its_licence_and_stands_in_the_notices() throws IOException {
        String notices = Files.readString(SERVER.resolve("THIRD-PARTY.txt"));

        assertThat(components()
                        .filter(component -> component.getJsonArray("licenses") == null)
                        .map(component -> component.getString("purl")))
                .as("without a licence")
                .isEmpty();
        assertThat(Advisories.shipped(BOM))
                .allSatisfy(part -> assertThat(notices).contains("\n" + part + "\n"));
        assertThat(notices).contains("Apache License").doesNotContain("no licence is stated");
        assertThat(Files.readString(SERVER.resolve("LICENSE"))).contains("Hypersoft", "All rights reserved");
    }

    @Test
    void nothing_ships_that_is_known_to_be_affected_and_was_not_accepted() throws IOException {
        Advisories list = Advisories.read(ROOT.resolve("src/it/advisories.csv"));
        Set<Shipped> shipped = Advisories.shipped(BOM);

        assertThat(list.against(shipped))
                .as("take a fixed version, or say in src/it/advisories.csv why it may stay (docs/supply-chain.md)")
                .isEmpty();
        assertThat(list.acceptedInVain(shipped))
                .as("accepted, and not shipped any more")
                .isEmpty();
        assertThat(list.unnamed(shipped))
                .as("ships, and no row says that anybody looked")
                .isEmpty();
        long days = list.daysOld(LocalDate.now(ZoneOffset.UTC));
        if (days > OLD_AFTER_DAYS)
            LOG.warning("src/it/advisories.csv is " + days + " days old; docs/supply-chain.md says how to renew it");
    }

    private static Stream<JsonObject> components() throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(BOM)))) {
            List<JsonObject> all =
                    reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class);
            return List.copyOf(all).stream();
        }
    }
}
