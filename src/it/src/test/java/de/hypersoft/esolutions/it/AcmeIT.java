package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Automatic certificates from a real ACME server, as hosting staff live with them: each test goes on where the last ended. */
@Tag("long")
@OwnServers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcmeIT {

    private static final int FURTHER = 50;
    private static final String BY_HTTP = "bestellen.linde.example";
    private static final String BY_TLS = "shop.linde.example";
    private static final String REFUSED = "essen.linde.example";
    private static final String UPLOADED = "www.linde.example";
    private static final String PASSWORD = "geheim";
    private static final String CUSTOMER = "inhaberin@linde.example";
    private static final String HOSTING = "netz@hosting.example";

    private static Pebble pebble;
    private static PortEighty portEighty;
    private static Server server;
    private static DomainStaff staff;
    private static BigInteger firstSerial = BigInteger.ZERO;

    @BeforeAll
    static void aServerAndItsAuthority() {
        int offset = TestRun.offset() + FURTHER;
        Path folder = TestRun.home().resolveSibling("pebble");
        portEighty = new PortEighty(5080 + offset, "http://localhost:" + (8080 + offset));
        pebble = Pebble.started(folder, offset, 5080 + offset, 8443 + offset);
        Map<String, String> environment = new HashMap<>(pebble.settings());
        environment.putAll(Map.of(
                "SMTP_HOST", "127.0.0.1", "SMTP_PORT", String.valueOf(TestRun.smtpPort()), "HOSTING_MAIL", HOSTING));
        server = Server.started(
                "acme",
                FURTHER,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        staff = new DomainStaff(server, BY_HTTP);
        staff.signIn();
    }

    @AfterAll
    static void end() {
        staff.close();
        server.close();
        pebble.close();
        portEighty.close();
    }

    @Test
    @Order(1)
    void nobody_gets_one_who_was_not_asked() {
        register(BY_HTTP);

        assertThat(staff.open().locator("[data-automatic]").getAttribute("data-automatic"))
                .isEqualTo("NOT_ALLOWED");
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        HttpResponse<String> unknown =
                server.visitor().get("/.well-known/acme-challenge/no-such-token-at-all", "Host", BY_HTTP);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().map()).doesNotContainKeys("set-cookie", "location", "strict-transport-security");
    }

    @Test
    @Order(2)
    void obtained_by_http_it_is_served_within_seconds_of_allowing_it() throws IOException {
        allow(BY_HTTP);

        awaitServed(BY_HTTP);
        firstSerial = shown(BY_HTTP).getSerialNumber();
        Page page = staff.open();
        await(BY_HTTP, "SERVING");
        assertThat(page.locator(".history").textContent())
                .contains("Automatisches Zertifikat erlaubt", "Automatisches Zertifikat bestellt", "http-01");
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        staff.browser().photograph("domain-automatic");
        assertThat(server.visitor().get("/linde-mitte", "Host", BY_HTTP).statusCode())
                .as("guests are sent on, the authority is not")
                .isEqualTo(308);
        assertThat(server.visitor()
                        .get("/.well-known/acme-challenge/no-such-token-at-all", "Host", BY_HTTP)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void where_somebody_else_answers_on_port_80_it_is_obtained_by_tls() throws IOException {
        portEighty.isForeign(BY_TLS);
        register(BY_TLS);
        allow(BY_TLS);

        awaitServed(BY_TLS);
        assertThat(page(BY_TLS).locator(".history").textContent()).contains("tls-alpn-01");
    }

    @Test
    @Order(4)
    void a_refusal_is_told_with_its_remedy_and_tried_again_later() {
        register(REFUSED);
        awaitDnsRight(REFUSED);
        pebble.points(REFUSED, "127.0.0.9");
        allow(REFUSED);

        await(REFUSED, "FAILED");
        Page page = page(REFUSED);
        assertThat(page.locator("[data-reason]").getAttribute("data-reason")).isEqualTo("connection");
        assertThat(page.locator("section:has(#automatic)").textContent())
                .contains("A- und AAAA-Einträge", "Die Zertifizierungsstelle sagt", "Nächster Versuch");
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        staff.browser().photograph("domain-automatic-failed");
        staff.browser().page().navigate(staff.address("/portal/domains"));
        assertThat(staff.browser().page().locator("ul.domains > li").first().textContent())
                .contains(REFUSED, "nicht bekommen");

        pebble.pointsHere(REFUSED);
        advance(Duration.ofMinutes(31));
        awaitServed(REFUSED);
    }

    @Test
    @Order(5)
    void T48_behind_an_uploaded_one_it_waits_and_takes_over_before_the_end() throws IOException {
        TestPki pki = new TestPki(TestRun.home().resolveSibling("acme-pki")).leaf("theirs", UPLOADED, 90);
        register(UPLOADED);
        try (DomainStaff theirs = new DomainStaff(server, UPLOADED)) {
            theirs.signIn();
            theirs.upload(pki.pfx("theirs", PASSWORD), PASSWORD);
            theirs.activate();
            theirs.open().locator("#contact").fill(CUSTOMER);
            theirs.browser().page().locator("form[action$='/contact'] button").click();
        }
        Eventually.within(Duration.ofSeconds(20), "theirs is served", () -> serial(UPLOADED), s -> hex(s).equals(
                        pki.serial("theirs")));
        allow(UPLOADED);
        await(UPLOADED, "RESTING");

        advance(Duration.ofDays(61));
        await(UPLOADED, "READY");
        assertThat(hex(shown(UPLOADED).getSerialNumber())).isEqualTo(pki.serial("theirs"));

        advance(Duration.ofDays(26).plusHours(12));
        awaitServed(UPLOADED);
        await(UPLOADED, "SERVING");
        for (String whom : new String[] {CUSTOMER, HOSTING})
            Eventually.within(
                    Duration.ofSeconds(30),
                    "a mail to " + whom,
                    () -> MailServer.mailsTo(whom).stream()
                            .filter(mail ->
                                    mail.subject().equals("Automatisches Zertifikat für " + UPLOADED + " in Betrieb"))
                            .count(),
                    count -> count == 1);
    }

    @Test
    @Order(6)
    void renewed_when_its_time_has_come_with_a_new_serial_and_the_old_one_retired() throws IOException {
        advance(Duration.ofDays(53)); // 140 of 200 days

        Eventually.within(Duration.ofSeconds(60), "another serial", () -> serial(BY_HTTP), s -> !s.equals(firstSerial));
        awaitServed(BY_HTTP);
        await(BY_HTTP, "SERVING");
        assertThat(page(BY_HTTP).locator("section:has(#former)").textContent())
                .contains(firstSerial.toString(16), "abgelöst");
        String metrics = server.visitor().get("/portal/api/metrics/domains").body();
        assertThat(metrics).contains("esolutions_automatic_certificate_failures{host=\"" + BY_HTTP + "\"} 0");
    }

    @Test
    @Order(7)
    void after_kill_9_and_a_start_it_goes_on_and_no_key_stands_in_a_log() throws IOException {
        server.kill();
        server.start();

        assertThat(shown(BY_HTTP).getIssuerX500Principal().getName()).contains("Pebble");
        assertThat(server.log()).doesNotContain("PRIVATE KEY", Pebble.HMAC);
        assertThat(server.log()).as("one nonce in five was rejected").contains("Bad Replay Nonce");
    }

    private static void register(String host) {
        Page page = staff.browser().page();
        page.navigate(staff.address("/portal/domains"));
        page.locator("#host").fill(host);
        page.locator("form.narrow button[type=submit]").click();
        page.waitForURL("**/portal/domains/" + host);
    }

    private static Page page(String host) {
        staff.browser().page().navigate(staff.address("/portal/domains/" + host));
        return staff.browser().page();
    }

    private static void allow(String host) {
        page(host).locator("form[action$='/automatic'] button").click();
        staff.browser().page().waitForURL("**done=automatic-allowed");
    }

    private static void await(String host, String standing) {
        Eventually.within(
                Duration.ofSeconds(60),
                host + " " + standing,
                () -> page(host).locator("[data-automatic]").getAttribute("data-automatic"),
                standing::equals);
    }

    private static void awaitDnsRight(String host) {
        Eventually.within(
                Duration.ofSeconds(20),
                "the name system was asked for " + host,
                () -> page(host).locator("section:has(#dns) .badge.state-ok").count(),
                count -> count == 1);
    }

    private static void awaitServed(String host) {
        Eventually.within(
                Duration.ofSeconds(60),
                "an automatic certificate for " + host,
                () -> issuer(host),
                i -> i.contains("Pebble"));
    }

    private static String issuer(String host) {
        try {
            return shown(host).getIssuerX500Principal().getName();
        } catch (IOException notYet) {
            return "";
        }
    }

    private static BigInteger serial(String host) {
        try {
            return shown(host).getSerialNumber();
        } catch (IOException notYet) {
            return BigInteger.ZERO;
        }
    }

    private static X509Certificate shown(String host) throws IOException {
        try (TlsLine line = TlsLine.to(8443 + TestRun.offset() + FURTHER, host)) {
            return line.shown();
        }
    }

    private static String hex(BigInteger number) {
        String digits = number.toString(16).toUpperCase(Locale.ROOT);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    private static void advance(Duration by) {
        TestClock.advance(server, by);
        staff.signIn(); // nobody stays signed in for days
    }
}
