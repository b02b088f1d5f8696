package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node that was killed while it proved a certificate and whose key file was lost, as guests and hosting staff see it. */
@OwnServers
class LostKeyFileIT {

    private static final int FURTHER = 60;
    private static final String HOST = "shop.gasthaus-linde.example";
    private static final String PASSWORD = "pässwort 7";
    private static final TestPki PKI = new TestPki(TestRun.home().resolveSibling("pki-lost"))
            .leaf("first", HOST, 90)
            .leaf("second", HOST, 90)
            .leaf("third", HOST, 90);

    private static Server server;
    private static DomainStaff staff;

    @BeforeAll
    static void aServer() {
        server = Server.started(
                "lost-key-file",
                FURTHER,
                Map.of("DNS_SERVER", "127.0.0.1:9"),
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        staff = new DomainStaff(server, HOST);
        staff.signIn();
        staff.register(HOST);
    }

    @AfterAll
    static void end() {
        staff.close();
        server.close();
    }

    @Test
    void while_the_key_file_is_lost_nothing_is_called_in_service_and_what_was_activated_is_served_once_it_is_back()
            throws IOException {
        activated("first");
        staff.awaitShown(HOST, PKI.serial("first"));
        activated("second");
        server.kill(); // before or after its proof
        Path keys = server.data().resolve("keys/certificates.keys");
        Path backup = Files.move(keys, server.data().resolveSibling("backup.keys"));
        server.startUnready();

        assertThat(keys).doesNotExist();
        assertThat(server.management().get("/health/ready").body())
                .contains("the key file is not there", "put it back from its backup");
        assertThat(server.log()).containsOnlyOnce("No new file is made in its place");
        assertThatThrownBy(() -> TlsLine.to(server.port(8443), HOST)).isInstanceOf(SSLException.class);
        Page page = staff.open();
        assertThat(page.locator("h1 + p .state").textContent()).contains("Schlüsseldatei fehlt");
        assertThat(page.locator("section:has(#certificate) .state-ok").count()).isZero();
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        staff.browser().photograph("domain-key-file-lost");
        staff.upload(PKI.pfx("third", PASSWORD), PASSWORD);
        assertThat(staff.browser().page().locator("[role=alert]").first().textContent())
                .contains("Schlüsseldatei");
        page.navigate(staff.address("/portal/domains"));
        assertThat(page.locator("[role=alert]").textContent()).contains("Schlüsseldatei", "Sicherung");
        assertThat(staff.browser().accessibilityFindings()).isEmpty();

        Files.move(backup, keys);

        Eventually.within(
                Duration.ofMinutes(1),
                "the domain served again",
                () -> staff.serialShown(HOST),
                PKI.serial("second")::equals);
        Eventually.within(
                Duration.ofMinutes(1),
                "the node ready",
                () -> server.management().get("/health/ready").statusCode(),
                status -> status == 200);
        assertThat(staff.open().locator("section:has(#certificate) .state-ok").count())
                .isPositive();
    }

    private static void activated(String name) {
        assertThat(staff.upload(PKI.pfx(name, PASSWORD), PASSWORD)).containsExactly("private-authority");
        staff.activate();
    }
}
