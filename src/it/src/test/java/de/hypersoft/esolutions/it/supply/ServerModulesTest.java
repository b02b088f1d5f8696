package de.hypersoft.esolutions.it.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which modules a server needs, on a server of five modules. */
class ServerModulesTest {

    private Path server;

    @BeforeEach
    void a_server(@TempDir Path folder) throws IOException {
        server = folder;
        layer(
                "shop/web/main",
                "<module name='shop.web'><dependencies><module name='shop.http'/>"
                        + "<module name='shop.mail' optional='true'/><module name='java.logging'/></dependencies></module>");
        layer(
                "shop/http/main",
                "<module name='shop.http'><dependencies><module name='shop.old'/></dependencies></module>");
        layer("shop/old/main", "<module-alias name='shop.old' target-name='shop.io'/>");
        layer("shop/io/main", "<module name='shop.io'/>");
        layer("shop/mail/main", "<module name='shop.mail'/>");
    }

    @Test
    void a_module_needs_what_it_depends_on_and_what_that_depends_on_but_nothing_optional() throws IOException {
        assertThat(ServerModules.of(server).reachedFrom(List.of("shop.web")).names())
                .containsExactly("shop.http", "shop.io", "shop.old", "shop.web");
    }

    @Test
    void the_list_holds_the_folders_of_the_servers_own_modules() throws IOException {
        write(
                "modules/ours/main",
                "<module name='ours'><dependencies><module name='shop.io'/></dependencies></module>");

        assertThat(ServerModules.of(server).reachedFrom(List.of("ours")).patterns())
                .containsExactly("shop/io/main/**");
    }

    @Test
    void a_module_of_ours_stands_in_the_place_of_the_servers_of_the_same_name() throws IOException {
        write("modules/shop/http/main", "<module name='shop.http'/>");

        assertThat(ServerModules.of(server).reachedFrom(List.of("shop.web")).names())
                .containsExactly("shop.http", "shop.web");
    }

    @Test
    void a_module_without_one_that_it_needs_is_found() throws IOException {
        Files.delete(server.resolve("modules/system/layers/base/shop/io/main/module.xml"));

        assertThat(ServerModules.of(server).missing()).isEqualTo(Map.of("shop.old", Set.of("shop.io")));
    }

    @Test
    void a_configuration_names_its_extensions_and_the_modules_of_its_parts() {
        assertThat(ServerModules.namedIn("""
                        <extension module="org.jboss.as.ee"/>
                        <driver name="postgresql" module="org.postgresql"/>
                        """)).containsExactly("org.jboss.as.ee", "org.postgresql");
    }

    private void layer(String folder, String description) throws IOException {
        write("modules/system/layers/base/" + folder, description);
    }

    private void write(String folder, String description) throws IOException {
        Files.writeString(
                Files.createDirectories(server.resolve(folder)).resolve("module.xml"), description.replace('\'', '"'));
    }
}
