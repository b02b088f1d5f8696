package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A certificate whose key never leaves the server: asked for here, signed by an authority, brought back, and served for
 * both names of a shop. Each test goes on where the last ended. The first tests of {@link CertificateFilesIT}, on its
 * server.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class RequestedCertificateIT {

    private static final int FURTHER = 60;
    private static final String HOST = "gasthaus-linde.example";
    private static final String WWW = "www." + HOST;
    private static final TestPki PKI = new TestPki(TestRun.home().resolveSibling("pki-requested"));

    static Server server;
    private static DomainStaff staff;

    @BeforeAll
    static void start() {
        server = Server.started(
                "certificate-files",
                FURTHER,
                Map.of("DNS_SERVER", "127.0.0.1:9"),
                "esolutions.demo=true",
                "esolutions.intermediates-file=" + CertificateFilesIT.PKI.file("listed.pem"),
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        staff = new DomainStaff(server, HOST);
    }

    @AfterAll
    static void stop() {
        if (staff != null) staff.close();
        if (server != null) server.close();
    }

    @Test
    @Order(1)
    void staff_register_a_shop_with_two_names() {
        staff.signIn();
        staff.register(HOST);
        staff.open().locator("input[name=canonical][value='" + HOST + "']").check();
        staff.browser().leave("form[action$='/canonical'] button");
        assertThat(staff.open()
                        .locator("input[name=canonical][value='" + HOST + "']")
                        .isChecked())
                .isTrue();
    }

    @Test
    @Order(2)
    void what_is_asked_for_here_and_signed_elsewhere_is_served_for_both_names() throws IOException {
        staff.open();
        staff.browser().leave("form[action$='/requests'] button");
        String request = downloaded();
        assertThat(request)
                .startsWith("-----BEGIN CERTIFICATE REQUEST-----")
                .isEqualTo(page().locator("section pre").textContent());
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        Path signed = PKI.signed("signed", request, HOST, WWW);
        assertThat(Files.readString(signed)).doesNotContain("PRIVATE KEY");

        assertThat(staff.upload(signed, "")).containsExactlyInAnyOrder("key-was-here", "private-authority");
        assertThat(page().locator("input[name=also]").getAttribute("value")).isEqualTo(WWW);
        staff.activate();

        staff.awaitShown(HOST, PKI.serial("signed"));
        staff.awaitShown(WWW, PKI.serial("signed"));
        assertThat(staff.open().locator("pre").count()).as("requests left").isZero();
    }

    @Test
    @Order(3)
    void the_second_name_sends_on_to_the_first_by_both_protocols() throws IOException {
        HttpResponse<String> plain = Eventually.eventually(
                "a redirect to the first name",
                () -> server.visitor().get("/linde-mitte?lang=de", "Host", WWW),
                answer -> answer.headers().firstValue("Location").orElse("").startsWith("https://" + HOST));
        String there = plain.headers().firstValue("Location").orElseThrow();

        assertThat(there).endsWith("/linde-mitte?lang=de");
        assertThat(plain.statusCode()).isEqualTo(308);
        assertThat(plain.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(plain.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        try (TlsLine line = TlsLine.to(server.port(8443), WWW)) {
            assertThat(line.head(WWW, "/linde-mitte?lang=de"))
                    .startsWith("HTTP/1.1 308 ")
                    .contains("Location: " + there);
        }
        try (TlsLine line = TlsLine.to(server.port(8443), HOST)) {
            assertThat(line.head(HOST, "/linde-mitte?lang=de")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    @Order(4)
    void what_people_carry_elsewhere_is_copied_or_at_least_marked() {
        page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Locator button = serialButton();
        String copy = button.textContent();
        button.click();
        awaitOther(button, copy);
        assertThat(page().evaluate("() => navigator.clipboard.readText()")).isEqualTo(marked());

        page().addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        button = serialButton();
        button.click();
        awaitOther(button, copy);

        page().addInitScript("document.execCommand = () => false");
        button = serialButton();
        button.click();
        assertThat(button.textContent()).as("it says nothing that is not true").isEqualTo(copy);
        assertThat(marked()).isEqualTo(serialOnPage()).isNotEmpty();
    }

    private static Locator serialButton() {
        return staff.open().locator("dl.facts dt:text-is('Seriennummer') + dd button.copy");
    }

    private static String serialOnPage() {
        return page().locator("dl.facts dt:text-is('Seriennummer') + dd code").textContent();
    }

    private static void awaitOther(Locator button, String copy) {
        Eventually.eventually("that it was copied", button::textContent, text -> !text.equals(copy));
    }

    private static String marked() {
        return String.valueOf(page().evaluate("() => getSelection().toString()"));
    }

    private static String downloaded() throws IOException {
        Path file = page().waitForDownload(
                        () -> page().locator("a[href*='/requests/'][download]").click())
                .path();
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    private static Page page() {
        return staff.browser().page();
    }
}
