package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Files of customers from the upload to the browser of a guest, and what happens to them when the key file is lost. */
@OwnServers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertificateFilesIT {

    private static final int FURTHER = 60;
    private static final String HOST = "shop.gasthaus-linde.example";
    private static final String PASSWORD = "passwort 7";
    private static final String SERVING = "keyUsage=critical,digitalSignature,keyEncipherment";
    private static final TestPki PKI = new TestPki(
                    TestRun.home().resolveSibling("pki-files"),
                    TrustingChromium.fixture("root.pem"),
                    TrustingChromium.fixture("root.key"))
            .issuer("clients", "extendedKeyUsage=clientAuth")
            .rsa("windows", HOST, "middle", SERVING)
            .rsa("text", HOST, "middle", SERVING)
            .rsa("rounds", HOST, "middle", SERVING)
            .rsa("nosignature", HOST, "middle", "keyUsage=critical,keyEncipherment")
            .rsa("byclients", HOST, "clients", SERVING)
            .leaf("first", HOST, 90)
            .leaf("second", HOST, 90)
            .leaf("third", HOST, 90);

    private static Server server;
    private static DomainStaff staff;

    @BeforeAll
    static void aServer() {
        server = Server.started(
                "certificate-files",
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
    @Order(1)
    void what_is_taken_opens_in_a_browser_that_checks_it() throws IOException {
        TrustingChromium chromium = chromium();
        opens(chromium, "windows", WindowsPfx.of(PKI.pfx("windows", PASSWORD)), "private-authority");
        opens(chromium, "text", PKI.pem("text", "middle"), "private-authority", "key-unprotected");
        opens(
                chromium,
                "rounds",
                PKI.pfx("rounds", PASSWORD, "-iter", "600000", "-macalg", "sha512"),
                "private-authority");
    }

    @Test
    @Order(2)
    void what_a_browser_refuses_is_refused() throws Exception {
        TrustingChromium chromium = chromium();
        refused(chromium, "middle", "nosignature", "ERR_SSL_KEY_USAGE_INCOMPATIBLE", "no-digital-signature");
        refused(chromium, "clients", "byclients", "ERR_CERT_INVALID", "intermediate-not-for-servers");
    }

    @Test
    @Order(3)
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

    private static TrustingChromium chromium() {
        return new TrustingChromium(TestRun.home().resolveSibling("trusting-chromium"));
    }

    private static void opens(TrustingChromium chromium, String name, Path file, String... said) {
        assertThat(staff.upload(file, PASSWORD)).containsExactlyInAnyOrder(said);
        staff.activate();
        Eventually.within(Duration.ofSeconds(5), name, () -> staff.serialShown(HOST), PKI.serial(name)::equals);
        assertThat(chromium.visits(HOST, server.port(8443))).contains("<main").doesNotContain("ERR_");
    }

    private static void refused(TrustingChromium chromium, String issuer, String name, String error, String said)
            throws GeneralSecurityException, IOException {
        Path file = PKI.pfxBy(issuer, name, PASSWORD);
        try (ForeignListener listener = new ForeignListener(file, PASSWORD)) {
            assertThat(chromium.visits(HOST, listener.port())).contains(error);
        }
        assertThat(staff.upload(file, PASSWORD)).contains(said);
    }
}
