package de.hypersoft.esolutions.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small product: a server with two modules, an EAR with a WAR, a till's program, and what is known of their jars. */
class InventoryTest {

    private static final String OURS = "META-INF/maven/de.hypersoft.esolutions/";

    private Path folder;
    private Path server;

    @BeforeEach
    void a_product(@TempDir Path temporary) throws IOException {
        folder = temporary;
        server = folder.resolve("server");
        write(
                "server/modules/oven/main/oven-core-2.3.jar",
                jar(Map.of("oven.class", "heat", "LICENSE.txt", "Hot Licence")));
        write("server/modules/pan/main/pan.jar", jar(Map.of("pan.class", "iron", "META-INF/NOTICE", "Iron by Smith")));
        write("repo/org/pan/pan/1.1/pan-1.1.jar", Files.readAllBytes(server.resolve("modules/pan/main/pan.jar")));
        text(
                "repo/org/pan/pan/1.1/pan-1.1.pom",
                "<project><parent><groupId>org.pan</groupId>"
                        + "<artifactId>all</artifactId><version>9</version></parent></project>");
        text(
                "repo/org/pan/all/9/all-9.pom",
                "<project><licenses><license><name>Pan Licence</name>"
                        + "<url>https://pan.example</url></license></licenses></project>");
        text(
                "resolved.txt",
                "\nThe following files have been resolved:\n   org.pan:pan:jar:1.1:provided:"
                        + folder.resolve("repo/org/pan/pan/1.1/pan-1.1.jar") + " -- module pan (auto)\n");
        text(
                "licenses.xml",
                "<licenseSummary><dependencies><dependency><groupId>org.oven</groupId>"
                        + "<artifactId>oven-core</artifactId><version>2.3</version><licenses><license><name>Hot Licence</name>"
                        + "<url>https://oven.example</url></license></licenses></dependency></dependencies></licenseSummary>");
        byte[] domain = jar(Map.of(OURS + "domain/pom.properties", notes("de.hypersoft.esolutions", "domain", "1.0")));
        byte[] war =
                zip(Map.of("WEB-INF/lib/pan-1.1.jar", Files.readAllBytes(server.resolve("modules/pan/main/pan.jar"))));
        write("shop.ear", zip(Map.of("lib/domain.jar", domain, "shop.war", war)));
        write(
                "till.jar",
                jar(Map.of(
                        OURS + "till/pom.properties",
                        notes("de.hypersoft.esolutions", "till", "1.0"),
                        "META-INF/maven/org.spoon/spoon/pom.properties",
                        notes("org.spoon", "spoon", "4"))));
    }

    @Test
    void every_jar_is_named_with_version_licence_and_place() throws Exception {
        run();
        var bom = new JsonParser().parse(server.resolve("bom.json").toFile());

        assertThat(bom.getComponents())
                .extracting(part -> part.getGroup() + ":" + part.getName() + ":" + part.getVersion())
                .containsExactly(
                        "de.hypersoft.esolutions:domain:1.0",
                        "de.hypersoft.esolutions:till:1.0",
                        "org.oven:oven-core:2.3",
                        "org.pan:pan:1.1",
                        "org.spoon:spoon:4");
        assertThat(bom.getComponents().get(3).getProperties())
                .extracting(property -> property.getValue())
                .containsExactly("modules/pan/main/pan.jar", "shop.ear!/shop.war!/WEB-INF/lib/pan-1.1.jar");
        assertThat(bom.getComponents().get(3).getLicenses().getLicenses())
                .extracting(licence -> licence.getName() + " " + licence.getUrl())
                .as("of the POM above it")
                .containsExactly("Pan Licence https://pan.example");
        assertThat(bom.getComponents().get(3).getHashes()).hasSize(1);
        assertThat(bom.getComponents().get(4).getProperties())
                .extracting(property -> property.getValue())
                .as("copied into the till's program")
                .containsExactly("till.jar!/");
    }

    @Test
    void the_bill_of_materials_is_valid_and_the_same_each_time() throws Exception {
        run();
        byte[] first = Files.readAllBytes(server.resolve("bom.json"));
        run();

        assertThat(Files.readAllBytes(server.resolve("bom.json"))).isEqualTo(first);
        assertThat(new JsonParser().validate(first, Version.VERSION_16)).isEmpty();
    }

    @Test
    void the_notices_list_the_works_of_others_and_pass_on_their_texts() throws IOException {
        run();

        assertThat(server.resolve("THIRD-PARTY.txt"))
                .content()
                .contains("\norg.oven:oven-core:2.3\n    Hot Licence <https://oven.example>\n")
                .contains("\norg.pan:pan:1.1\n    Pan Licence <https://pan.example>\n")
                .contains(
                        "modules/pan/main/pan.jar!/META-INF/NOTICE\nshop.ear!/shop.war!/WEB-INF/lib/pan-1.1.jar!/META-INF/NOTICE\n")
                .containsOnlyOnce("Iron by Smith")
                .doesNotContain("de.hypersoft.esolutions:domain");
    }

    @Test
    void a_jar_that_nobody_knows_stops_the_build() throws IOException {
        write("server/modules/pot/main/pot.jar", jar(Map.of("pot.class", "clay")));

        assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("modules/pot/main/pot.jar");
    }

    private void run() throws IOException {
        Inventory.main(new String[] {
            server.toString(),
            folder.resolve("shop.ear").toString(),
            folder.resolve("till.jar").toString(),
            folder.resolve("resolved.txt").toString(),
            folder.resolve("licenses.xml").toString(),
            "1.0",
            "Hypersoft"
        });
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void text(String path, String content) throws IOException {
        write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String notes(String group, String artifact, String version) {
        return "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n";
    }

    private static byte[] jar(Map<String, String> entries) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        entries.forEach((name, content) -> bytes.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return zip(bytes);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : List.copyOf(new TreeMap<>(entries).entrySet())) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
