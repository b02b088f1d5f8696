package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of customers from the upload to the browser of a guest, and what happens to them when the key file is lost. */
@OwnServers
class CertificateFilesIT extends RequestedCertificateIT {

    private static final String HOST = "shop.gasthaus-linde.example";
    private static final String PASSWORD = "passwort 7";
    private static final String SERVING = "keyUsage=critical,digitalSignature,keyEncipherment";
    /** One of its issuers is on the server's list of intermediates. */
    static final TestPki PKI = new TestPki(
                    TestRun.home().resolveSibling("pki-files"),
                    TrustingChromium.fixture("root.pem"),
                    TrustingChromium.fixture("root.key"))
            .issuer("clients", "extendedKeyUsage=clientAuth")
            .issuer("listed", "keyUsage=critical,keyCertSign")
            .issuer("unknown", "keyUsage=critical,keyCertSign")
            .rsa("nosignature", HOST, "middle", "keyUsage=critical,keyEncipherment")
            .rsa("byclients", HOST, "clients", SERVING)
            .rsa("alone-unlisted", HOST, "unknown", SERVING)
            .rsa("other", "www.other.example", "middle", SERVING)
            .rsa("sha1", HOST, "middle", SERVING, " -sha1")
            .leaf("first", HOST, 90)
            .leaf("second", HOST, 90)
            .leaf("third", HOST, 90);

    private static final CustomerFiles FILES = new CustomerFiles(PKI, HOST, PASSWORD);

    private static DomainStaff staff;

    @BeforeAll
    static void its_staff() {
        staff = new DomainStaff(server, HOST);
        staff.signIn();
        staff.register(HOST);
    }

    @AfterAll
    static void end() {
        if (staff != null) staff.close();
    }

    static List<CustomerFiles.Sent> kinds() throws IOException {
        return FILES.kinds();
    }

    static List<CustomerFiles.Sent> programs() throws IOException {
        return FILES.programs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    @Order(11)
    void what_is_taken_opens_in_a_browser_that_checks_it(CustomerFiles.Sent sent) {
        opens(sent);
    }

    /** That each is taken whole, with the same findings, is held by {@code ForeignFilesTest} in every run. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    @Order(12)
    @Tag("long")
    void whatever_program_wrote_it_opens_in_a_browser_that_checks_it(CustomerFiles.Sent sent) {
        opens(sent);
    }

    private static void opens(CustomerFiles.Sent sent) {
        List<String> said = new ArrayList<>(sent.said());
        said.add("private-authority");

        assertThat(staff.upload(sent.files(), PASSWORD)).containsExactlyInAnyOrderElementsOf(said);
        staff.activate();
        Eventually.within(Duration.ofSeconds(5), sent.name(), () -> staff.serialShown(HOST), sent.serial()::equals);
        assertThat(chromium().visits(HOST, server.port(8443))).contains("<main").doesNotContain("ERR_");
    }

    @ParameterizedTest
    @CsvSource({
        "middle, nosignature, ERR_SSL_KEY_USAGE_INCOMPATIBLE, no-digital-signature",
        "clients, byclients, ERR_CERT_INVALID, intermediate-not-for-servers",
        "alone-unlisted, alone-unlisted, ERR_CERT_AUTHORITY_INVALID, intermediate-missing",
        "middle, other, ERR_CERT_COMMON_NAME_INVALID, other-name",
        "middle, sha1, ERR_CERT_INVALID, weak-signature"
    })
    @Order(13)
    void what_a_browser_refuses_is_refused(String issuer, String name, String error, String said) throws Exception {
        Path file = PKI.pfxBy(issuer, name, PASSWORD);
        try (ForeignListener listener = new ForeignListener(file, PASSWORD)) {
            assertThat(chromium().visits(HOST, listener.port())).contains(error);
        }
        assertThat(staff.upload(file, PASSWORD)).contains(said);
    }

    @Test
    @Order(13)
    void a_file_that_does_not_belong_to_the_others_is_named_and_the_page_stays_good_to_read() throws IOException {
        Path zip = Files.write(PKI.file("alles.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});

        assertThat(staff.upload(List.of(PKI.file("middle.pem"), zip), PASSWORD))
                .containsExactly("is-archive", "in-this-file");
        assertThat(staff.browser().page().locator("[data-finding=in-this-file]").textContent())
                .contains("alles.zip");
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        staff.browser().photograph("domain-upload-several");
    }

    @Test
    @Order(14)
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
        assertThat(staff.upload(PKI.pfx(name, PASSWORD), PASSWORD)).contains("private-authority");
        staff.activate();
    }

    private static TrustingChromium chromium() {
        return new TrustingChromium(TestRun.home().resolveSibling("trusting-chromium"));
    }
}
