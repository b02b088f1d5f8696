package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every page of the route tables, on a phone and at a desk: answers, is accessible, and is photographed to be looked at. The
 * first tests of {@link OwnDomainIT}, on its server.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PagesIT {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final List<String> FILES = List.of(
            "/portal/assets/{file}",
            "/portal/worker.js",
            "/portal/live",
            "/portal/orders/changes",
            "/portal/orders/waiting",
            "/portal/brand/picture/{version}",
            "/portal/domains/{host}/requests/{id}",
            "/portal/audit/export.csv",
            "/portal/days/{location}/match/export.csv",
            "/portal/reports/export.csv",
            "/portal/reports/orders.csv",
            "/portal/reports/export.xlsx",
            "/portal/reports/orders.xlsx",
            "/portal/schemas/brand.json",
            "/portal/sync/{location}/files/menu.csv",
            "/portal/sync/{location}/files/menu.json",
            "/portal/sync/{location}/files/menu.xlsx",
            "/portal/sync/{location}/files/template.csv",
            "/portal/sync/{location}/files/template.xlsx",
            "/portal/schemas/catalog.json",
            "/portal/api/metrics/domains",
            "/portal/api/metrics/orders");

    private static final int FURTHER = 40;

    /** Is warned before a certificate ends. */
    static final String HOSTING = "zertifikate@hosting.example";

    static Server server;

    @BeforeAll
    static void a_restaurant_with_its_menu_and_addresses_for_domains() {
        server = Server.started(
                "own-domain",
                FURTHER,
                Map.of(
                        "SMTP_HOST", "127.0.0.1",
                        "SMTP_PORT", String.valueOf(TestRun.smtpPort()),
                        "HOSTING_MAIL", HOSTING,
                        "DNS_TARGET", "shops.myhypersoftapp.example",
                        "DNS_ADDRESSES", "192.0.2.10,2001:db8::10",
                        "DNS_SERVER", "127.0.0.1:9"),
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        Restaurant.paired(server, "linde-mitte").close();
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @Test
    @Order(-4)
    void every_page_of_the_shop_is_accessible_on_a_phone() {
        looksAtTheShop(Browser.phoneAt(server));
    }

    @Test
    @Order(-3)
    @Tag("long")
    void every_page_of_the_shop_is_accessible_at_a_desk() {
        looksAtTheShop(Browser.desktopAt(server));
    }

    @Test
    @Order(-2)
    void every_page_of_the_portal_is_accessible_on_a_phone() {
        looksAtThePortal(Browser.phoneAt(server));
    }

    @Test
    @Order(-1)
    @Tag("long")
    void every_page_of_the_portal_is_accessible_at_a_desk() {
        looksAtThePortal(Browser.desktopAt(server));
    }

    private static void looksAtTheShop(Browser guest) {
        String token = order();
        List<String> findings = new ArrayList<>();
        try (Browser browser = guest) {
            putInCart(browser.page());
            for (String template : RouteTables.shopPages()) {
                String path = template.replace("{location}", "linde-mitte")
                        .replace("{id}", "101")
                        .replace("{token}", token);
                // No order waits for a click here, so that page says that its link is no longer good.
                int status = template.equals("/orders/confirmation/{token}") ? 404 : 200;
                findings.addAll(look(browser, template, path.equals("/") ? "/?all=" : path, status));
            }
            findings.addAll(look(browser, "/nothing-here", "/nothing/here", 404));
        }
        assertThat(findings).isEmpty();
    }

    private static void looksAtThePortal(Browser manager) {
        order();
        List<String> findings = new ArrayList<>();
        Set<String> unlinked = new LinkedHashSet<>();
        try (Browser browser = manager) {
            Restaurant.signIn(browser.page());
            Page page = browser.page();
            eventually(
                    "the mail about the order",
                    () -> page.request().get("/portal/mails").text(),
                    mails -> mails.contains("href=\"/portal/mails/"));
            Set<String> links = links(page);
            for (String template : RouteTables.portalPages()) {
                if (FILES.contains(template)) continue;
                String path = address(template, links);
                if (path.isEmpty()) unlinked.add(template);
                findings.addAll(
                        path.isEmpty()
                                ? look(browser, template, unknown(template), hosting(template) ? 403 : 404)
                                : look(browser, template, path, hosting(template) ? 403 : 200));
            }
        }
        assertThat(findings).isEmpty();
        assertThat(unlinked)
                .as("pages no manager can reach now: no setup is open, no day has ended, no article was refused")
                .isSubsetOf(
                        "/portal/domains/{host}/release",
                        "/portal/tenants/{tenant}",
                        "/portal/tenants/{tenant}/locations",
                        "/portal/setup/{token}",
                        "/portal/password/{token}",
                        "/portal/days/{location}/{run}",
                        "/portal/sync/{location}/report",
                        "/portal/sync/{location}/files/{upload}",
                        "/portal/sync/{location}/held",
                        "/portal/menu/{location}/categories/{category}",
                        "/portal/menu/{location}/dishes",
                        "/portal/menu/{location}/dishes/{dish}",
                        "/portal/menu/{location}/groups/{group}");
    }

    private static List<String> look(Browser browser, String template, String path, int status) {
        Page page = browser.page();
        Response answer = page.navigate(path);
        int width = page.viewportSize().width;
        String name = template.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        browser.photograph(
                (template.startsWith("/portal") ? "" : "shop-") + (name.isEmpty() ? "home" : name) + "-" + width);
        List<String> findings = new ArrayList<>();
        if (answer.status() != status) findings.add(path + " answered " + answer.status());
        if (sideways(page)) findings.add(path + " scrolls sideways at " + width);
        browser.accessibilityFindings().forEach(finding -> findings.add(path + " at " + width + ": " + finding));
        return findings;
    }

    private static boolean sideways(Page page) {
        int wide = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        return wide > page.viewportSize().width + 1;
    }

    /** All links of the pages that need no id. */
    private static Set<String> links(Page page) {
        Set<String> links = new LinkedHashSet<>();
        for (String template : RouteTables.portalPages()) {
            if (template.contains("{") || FILES.contains(template) || template.contains("sign-")) continue;
            Matcher found = LINK.matcher(page.request().get(template).text());
            while (found.find()) links.add(found.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    private static String address(String template, Set<String> links) {
        if (!template.contains("{")) return template;
        Pattern wanted = RouteTables.pattern(template);
        return links.stream()
                .filter(link -> wanted.matcher(link.replaceAll("[?].*", "")).matches())
                .findFirst()
                .orElse("");
    }

    /** Only hosting staff meet it. */
    private static boolean hosting(String template) {
        return template.startsWith("/portal/tenants");
    }

    private static String unknown(String template) {
        return template.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    private static void putInCart(Page page) {
        page.navigate("/linde-mitte/articles/101?type=PICKUP");
        page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
        page.locator("button.article-add").click();
        page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));
    }

    /** Places an order over the storefront API and returns the secret of its status page. */
    private static String order() {
        return Storefront.placed(server.visitor(), Storefront.pizza("linde-mitte"))
                .getString("trackingUrl")
                .replaceAll(".*/", "");
    }
}
