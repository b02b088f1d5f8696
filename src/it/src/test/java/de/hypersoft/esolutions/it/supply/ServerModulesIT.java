package de.hypersoft.esolutions.it.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server ships with the modules that it can reach from its configuration, and with no other. */
@Tag("smoke")
class ServerModulesIT {

    private static final Path ROOT =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    private static final String SERVER = System.getProperty("server.artifact");
    private static final Path LISTS = ROOT.resolve("ear/src/main/server-modules");
    private static final Path WHOLE = ROOT.resolve("ear/target/wildfly");
    private static final Path SHIPPED = Path.of(System.getProperty("server.home"));

    @Test
    void the_list_names_what_a_start_can_reach() throws IOException {
        Set<String> start =
                ServerModules.namedIn(Files.readString(SHIPPED.resolve("standalone/configuration/standalone.xml")));
        start.addAll(roots());
        ServerModules whole = ServerModules.of(WHOLE);
        Set<String> reached = whole.reachedFrom(start).patterns();
        Path list = LISTS.resolve(SERVER + ".txt");
        Set<String> listed = new TreeSet<>(Files.readAllLines(list));

        Path made = ROOT.resolve("src/it/target/server-modules").resolve(SERVER + ".txt");
        Files.createDirectories(made.getParent());
        Files.write(made, reached);

        assertThat(start).as("named, and no module of the server").isSubsetOf(whole.names());
        assertThat(minus(reached, listed))
                .as("needed and not in the list; cp %s %s", ROOT.relativize(made), ROOT.relativize(list))
                .isEmpty();
        assertThat(minus(listed, reached))
                .as("in the list and not needed; cp %s %s", ROOT.relativize(made), ROOT.relativize(list))
                .isEmpty();
    }

    @Test
    void the_shipped_server_has_the_modules_of_the_list_and_no_other() throws IOException {
        ServerModules shipped = ServerModules.of(SHIPPED);

        assertThat(shipped.patterns()).isEqualTo(new TreeSet<>(Files.readAllLines(LISTS.resolve(SERVER + ".txt"))));
        assertThat(shipped.missing()).as("needed by a shipped module").isEmpty();
    }

    @Test
    void nothing_is_shipped_that_only_a_makers_own_tools_need() {
        assertThat(SHIPPED.resolve("bin").toFile().list())
                .containsExactlyInAnyOrder(
                        "esolutions.sh",
                        "profile.sh",
                        "rotate-certificate-keys.sh",
                        "compact-database.sh",
                        "product.conf");
        assertThat(SHIPPED.toFile().list())
                .containsOnly(
                        "LICENSE",
                        "THIRD-PARTY.txt",
                        "bin",
                        "bom.json",
                        "copyright.txt",
                        "jboss-modules.jar",
                        "licenses",
                        "modules",
                        "standalone");
    }

    private static List<String> roots() throws IOException {
        return Files.readAllLines(LISTS.resolve("roots.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\s+")[0])
                .toList();
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
