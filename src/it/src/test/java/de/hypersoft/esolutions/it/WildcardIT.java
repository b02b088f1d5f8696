package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A wildcard is uploaded once and serves its domains, also the one that comes later; renewed once it is renewed for all,
 * and what happens to one domain then does not touch the others. Each test goes on where the last ended.
 */
@OwnServers
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WildcardIT {

    private static final int FURTHER = 200;
    private static final String PASSWORD = "passwort 9";
    private static final String FIRST = "shop.linde-wild.example";
    private static final String LATER = "bestellen.linde-wild.example";
    private static final TestPki PKI = new TestPki(TestRun.home().resolveSibling("pki-wildcard"))
            .leaf("wild", "*.linde-wild.example", 60)
            .leaf("renewed", "*.linde-wild.example", 90);

    private static Server server;
    private static Browser browser;
    private static DomainStaff first;
    private static DomainStaff later;

    @BeforeAll
    static void a_shop_below_a_wildcard() {
        server = Server.started(
                "wildcard",
                FURTHER,
                Map.of("DNS_SERVER", "127.0.0.1:9"),
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        first = new DomainStaff(server, FIRST);
        later = new DomainStaff(server, LATER);
        browser = later.browser();
        first.signIn();
        later.signIn();
        first.register(FIRST);
        assertThat(first.upload(PKI.pfx("wild", PASSWORD), PASSWORD)).contains("private-authority");
        first.activate();
        first.awaitShown(FIRST, PKI.serial("wild"));
    }

    @AfterAll
    static void end() {
        if (first != null) first.close();
        if (later != null) later.close();
        if (server != null) server.close();
    }

    @Test
    @Order(1)
    void a_domain_that_is_registered_later_is_served_with_it_by_one_click() throws IOException {
        assertThat(first.open().locator("#covering").count()).isZero();
        later.register(LATER);
        Locator offered = later.open().locator("section:has(#covering)");

        assertThat(offered.textContent()).contains("*.linde-wild.example", FIRST, "Gültig bis", "Auch hier verwenden");
        assertThat(later.serialShown(LATER)).as("nothing happens by itself").isNotEqualTo(PKI.serial("wild"));
        assertThat(browser.accessibilityFindings()).isEmpty();
        browser.photograph("domain-covering");
        browser.page().setViewportSize(390, 844);
        assertThat(browser.page().evaluate("() => document.documentElement.scrollWidth"))
                .as("fits a phone")
                .isEqualTo(390);
        browser.photograph("domain-covering-phone");
        browser.page().setViewportSize(1280, 900);
        browser.leave("form[action$='/use'] button");

        assertThat(browser.page().locator(".notice-ok").textContent()).contains("Aktiviert");
        later.awaitShown(LATER, PKI.serial("wild"));
        Page page = Eventually.eventually(
                "the page that says so",
                later::open,
                at -> at.locator("section:has(#certificate) .state-ok").count() == 1);
        assertThat(page.locator("#covering").count()).isZero();
        try (TlsLine line = TlsLine.to(server.port(8443), LATER)) {
            assertThat(line.head(LATER, "/linde-mitte?lang=de")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    @Order(2)
    void the_board_counts_it_once_and_names_its_domains() throws IOException {
        Page page = browser.page();
        page.navigate(later.address("/portal/domains"));

        assertThat(page.locator("circle.dot").count()).isEqualTo(1);
        assertThat(page.locator("circle.dot title").textContent()).contains(FIRST, LATER);
        assertThat(card(page, FIRST).textContent()).contains("Dasselbe Zertifikat gilt auch für: " + LATER);
        assertThat(card(page, LATER).textContent()).contains("Dasselbe Zertifikat gilt auch für: " + FIRST);
        assertThat(browser.accessibilityFindings()).isEmpty();
        browser.photograph("domains-shared-certificate");
    }

    @Test
    @Order(3)
    void renewed_at_either_of_them_it_is_renewed_for_both() throws IOException {
        later.upload(PKI.pfx("renewed", PASSWORD), PASSWORD);
        Locator other = browser.page().locator("input[name=also]");

        assertThat(other.getAttribute("value")).isEqualTo(FIRST);
        assertThat(other.isChecked()).as("ticked beforehand").isTrue();
        assertThat(browser.page().locator("fieldset.offers").textContent()).contains("verwendet das bisherige");
        browser.photograph("domain-renew-shared");
        later.activate();

        for (String host : List.of(FIRST, LATER)) later.awaitShown(host, PKI.serial("renewed"));
    }

    @Test
    @Order(4)
    void one_goes_back_and_is_given_up_and_the_other_stays_as_it_is() {
        Eventually.eventually(
                "the way back",
                first::open,
                at -> at.locator("section:has(#former) form").count() == 1);
        first.browser().leave("section:has(#former) form button");
        first.awaitShown(FIRST, PKI.serial("wild"));
        assertThat(first.serialShown(LATER)).isEqualTo(PKI.serial("renewed"));

        first.open().navigate(first.address("/portal/domains/" + FIRST + "/release"));
        first.browser().leave("form[action$='/release'] button");

        Eventually.eventually(
                FIRST + " given up", () -> first.serialShown(FIRST), serial -> !serial.equals(PKI.serial("wild")));
        assertThat(first.serialShown(LATER)).isEqualTo(PKI.serial("renewed"));
    }

    private static Locator card(Page page, String host) {
        return page.locator("li.domain:has(a[href$='/" + host + "'])");
    }
}
