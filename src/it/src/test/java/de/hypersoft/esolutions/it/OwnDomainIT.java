package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer's own domain as hosting staff live with it, on a server of its own: each test goes on where the last ended. */
@OwnServers
class OwnDomainIT extends PagesIT {

    private static final int LIFE = 90 * 24;
    private static final String NAME = "bestellen.gasthaus-müller.example";
    private static final String HOST = IDN.toASCII(NAME);
    private static final String PASSWORD = "sehr-geheimes-Pässwört-4711";
    private static final String CUSTOMER = "inhaber@gasthaus-linde.example";
    private static final TestPki PKI = new TestPki(TestRun.home().resolveSibling("pki"))
            .leaf("first", HOST, 90)
            .leaf("second", HOST, 180)
            .leaf("foreign", "www.another.example", 90)
            .leaf("two", 180, "shop.adler.example", "www.adler.example");
    private static final Secrets SECRETS = new Secrets(PKI.privateKey("first"), "sehr-geheimes");

    private static DomainStaff staff;

    @BeforeAll
    static void hosting_staff() {
        staff = new DomainStaff(server, HOST);
        staff.signIn();
    }

    @AfterAll
    static void end() {
        if (staff != null) staff.close();
    }

    @Test
    @Order(1)
    void staff_register_it_and_see_the_exact_records_the_customer_has_to_set() {
        staff.register(NAME);
        Page page = staff.browser().page();

        assertThat(page.url()).endsWith("/portal/domains/" + HOST);
        assertThat(page.locator("h1").textContent()).isEqualTo(NAME);
        assertThat(page.locator("h1 + p code").textContent()).isEqualTo(HOST);
        assertThat(page.locator(".records tbody tr").allTextContents())
                .anySatisfy(row -> assertThat(row).contains("CNAME", HOST + ".", "shops.myhypersoftapp.example."))
                .anySatisfy(row -> assertThat(row).contains("AAAA", "2001:db8::10"));
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        assertThatThrownBy(() -> TlsLine.to(port(), HOST)).isInstanceOf(SSLException.class);
    }

    @Test
    @Order(2)
    void T48_a_wrong_file_is_explained_and_stores_nothing() {
        assertThat(staff.upload(PKI.pfx("first", PASSWORD), "falsch")).containsExactly("wrong-password");
        assertThat(staff.upload(PKI.pfx("foreign", PASSWORD), PASSWORD)).contains("other-name");
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        assertThat(staff.browser().page().locator("#staged").count()).isZero();
        SECRETS.areNotIn(staff.browser().page().content(), "the page of the refusal");
    }

    @Test
    @Order(3)
    void a_right_file_is_served_within_seconds_of_activating_it_and_redirects_and_canonical_follow()
            throws IOException {
        assertThat(staff.upload(PKI.pfx("first", PASSWORD), PASSWORD)).containsExactly("private-authority");
        staff.browser().photograph("domain-staged");
        assertThat(staff.serialShown(HOST)).as("staged is not served").isEmpty();
        SECRETS.areNotIn(staff.browser().page().content(), "the report");

        staff.activate();

        staff.awaitShown(HOST, PKI.serial("first"));
        assertThat(staff.open()
                        .locator("#certificate ~ p.state-ok, section:has(#certificate) .state-ok")
                        .count())
                .isPositive();
        assertThat(server.visitor().get("/linde-mitte", "Host", HOST).headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).startsWith("https://" + HOST).endsWith("/linde-mitte"));
        try (TlsLine line = TlsLine.to(port(), HOST)) {
            assertThat(line.head(HOST, "/"))
                    .startsWith("HTTP/1.1 200")
                    .contains("Strict-Transport-Security: max-age=0");
        }
        Eventually.within(
                Duration.ofSeconds(20),
                "T47: the canonical host",
                () -> server.visitor().get("/").body(),
                body -> body.contains("rel=\"canonical\" href=\"https://" + HOST + "/"));
    }

    @Test
    @Order(4)
    void T47_the_portal_answers_only_on_its_own_hosts() throws IOException {
        assertThat(server.visitor()
                        .get("/portal/sign-in", "Host", "linde.localhost")
                        .statusCode())
                .isEqualTo(404);
        try (TlsLine line = TlsLine.to(port(), HOST)) {
            assertThat(line.head(HOST, "/portal/sign-in")).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    @Order(5)
    @Tag("long")
    void after_kill_9_and_a_start_it_is_there_before_the_first_request() throws IOException {
        server.kill();
        server.start();

        assertThat(staff.serialShown(HOST)).isEqualTo(PKI.serial("first"));
    }

    @Test
    @Order(6)
    void renewed_from_an_old_windows_file_then_rolled_back_with_one_click() throws IOException {
        staff.signIn();
        assertThat(staff.upload(PKI.pfx("second", PASSWORD, "-legacy"), PASSWORD))
                .containsExactlyInAnyOrder("private-authority", "old-encryption");
        staff.activate();
        staff.awaitShown(HOST, PKI.serial("second"));

        staff.open().getByText("Zurück zu diesem").click();
        staff.awaitShown(HOST, PKI.serial("first"));
        assertThat(staff.open().locator(".history").textContent())
                .contains("Zum früheren Zertifikat zurück", "Zertifikat aktiviert", "Datei abgelehnt");
    }

    @Test
    @Order(7)
    void hsts_is_a_switch_of_the_domain() throws IOException {
        staff.open().locator("form[action$='/hsts'] button").click();

        try (TlsLine line = TlsLine.to(port(), HOST)) {
            Eventually.within(
                    Duration.ofSeconds(10),
                    "the header",
                    () -> head(line),
                    head -> head.contains("Strict-Transport-Security: max-age=300"));
        }
        staff.open().locator("form[action$='/hsts'] button").click();
    }

    @Test
    @Order(8)
    void its_end_is_announced_at_each_step_once_to_the_customer_and_to_the_hosting_over_a_restart() {
        Page page = staff.open();
        page.locator("#contact").fill(CUSTOMER);
        page.locator("form[action$='/contact'] button").click();

        // 90 days: 33 % = 29.7 d, 20 % = 18 d, 14 d, 10 % = 9 d, 7 d, 3 d, 1 d, 0 d
        int[] hoursLeft = {29 * 24, 17 * 24, 13 * 24, 8 * 24, 6 * 24, 2 * 24, 12, -12};
        int before = LIFE;
        for (int step = 0; step < hoursLeft.length; step++) {
            advance(Duration.ofHours(before - hoursLeft[step]));
            before = hoursLeft[step];
            int expected = step + 1;
            for (String whom : List.of(CUSTOMER, HOSTING))
                Eventually.within(
                        Duration.ofSeconds(30), expected + " mails to " + whom, () -> mails(whom), n -> n == expected);
            if (step == 3) {
                server.stop();
                server.start();
                assertThat(staff.serialShown(HOST)).as("before any request").isEqualTo(PKI.serial("first"));
                advance(Duration.ofHours(LIFE - before)); // the test clock starts anew
            }
        }
        assertThat(MailServer.mailsTo(CUSTOMER).get(7).subject()).contains(NAME, "abgelaufen");
        assertThat(MailServer.mailsTo(CUSTOMER).get(7).text()).contains(NAME + " (" + HOST + ")");
        assertThat(mails(CUSTOMER)).isEqualTo(hoursLeft.length);
    }

    @Test
    @Order(9)
    void T48_an_ended_certificate_stands_on_top_of_the_board_and_the_standard_address_works_on() {
        staff.signIn();
        staff.browser().page().navigate(staff.address("/portal/domains"));
        Locator first = staff.browser().page().locator("ul.domains > li").first();

        assertThat(first.textContent()).contains(NAME, "Zertifikat abgelaufen");
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        staff.browser().photograph("domains-ended");
        assertThat(server.visitor().get("/").statusCode()).isEqualTo(200);
        Eventually.eventually(() -> assertThat(server.visitor().get("/").body()).doesNotContain("rel=\"canonical\""));
    }

    @Test
    @Order(10)
    @Tag("long")
    void a_new_key_is_put_over_all_others_by_the_shipped_command_and_the_old_one_can_go() throws IOException {
        Path keys = server.data().resolve("keys/certificates.keys");
        String old = Files.readString(keys);
        String shown = staff.serialShown(HOST);
        String rotate = "rotate-certificate-keys.sh";
        assertThat(server.runs(rotate, server.data().resolveSibling("nowhere"))).isNotZero();
        assertThat(server.runs(rotate, server.data())).isZero();

        List<String> lines = Files.readAllLines(keys);
        assertThat(lines).hasSize(2).startsWith(old.strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("r--------");
        Files.move(
                Files.writeString(keys.resolveSibling("draft"), lines.get(1) + "\n"),
                keys,
                StandardCopyOption.ATOMIC_MOVE);
        int before = server.log().length();
        server.stop();
        server.start();
        assertThat(staff.serialShown(HOST)).isEqualTo(shown).isNotEmpty();
        assertThat(server.log().substring(before)).contains("read in").doesNotContain("cannot be");
    }

    @Test
    @Order(11)
    void one_file_serves_the_further_domains_of_the_customer_that_are_ticked() {
        try (DomainStaff others = new DomainStaff(server, "shop.adler.example")) {
            others.signIn();
            others.register("www.adler.example");
            others.register("shop.adler.example");
            assertThat(others.upload(PKI.pfx("two", PASSWORD), PASSWORD)).containsExactly("private-authority");
            Locator offer = others.browser().page().locator("input[name=also]");
            assertThat(offer.getAttribute("value")).isEqualTo("www.adler.example");
            assertThat(offer.isChecked()).as("it has none yet").isTrue();
            assertThat(others.browser().accessibilityFindings()).isEmpty();
            others.browser().photograph("domain-offers");

            others.activate();

            others.awaitShown("shop.adler.example", PKI.serial("two"));
            others.awaitShown("www.adler.example", PKI.serial("two"));
        }
    }

    @Test
    @Order(12)
    void the_private_key_and_the_password_stand_in_no_file_of_the_server_in_clear() throws IOException {
        server.stop();
        SECRETS.areInNoFileOf(TestRun.home().resolveSibling("servers").resolve("own-domain"));
    }

    private static String head(TlsLine line) {
        try {
            return line.head(HOST, "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int mails(String address) {
        return MailServer.mailsTo(address).size();
    }

    private static void advance(Duration by) {
        assertThat(TestClock.call(server.visitor(), "{\"advance\":\"" + by + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static int port() {
        return server.port(8443);
    }
}
