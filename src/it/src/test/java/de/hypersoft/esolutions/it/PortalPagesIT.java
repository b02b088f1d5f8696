package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import de.hypersoft.esolutions.portal.PortalRoute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page of the portal's route table, as hosting staff and as a manager of one location meet it. */
@SystemTest
class PortalPagesIT {

    /** What is shown by a page whose address holds an id is reached by the first link of that kind. */
    private static final Map<String, String> REACHED_FROM = new TreeMap<>(Map.ofEntries(
            Map.entry("/locations/{location}", "/locations"),
            Map.entry("/locations/{location}/emergency", "/locations"),
            Map.entry("/locations/{location}/pause", "/locations"),
            Map.entry("/locations/{location}/special-days", "/locations"),
            Map.entry("/locations/{location}/delivery", "/locations"),
            Map.entry("/users/{user}", "/users"),
            Map.entry("/tenants/{tenant}", "/tenants"),
            Map.entry("/domains/{host}", "/domains"),
            Map.entry("/tills/{till}/orders", "/tills"),
            Map.entry("/sync/{location}/allergens", "/sync"),
            Map.entry("/menu/{location}", "/menu"),
            Map.entry("/menu/{location}/groups", "/menu"),
            Map.entry("/menu/{location}/prices", "/menu"),
            Map.entry("/menu/{location}/changes", "/menu"),
            Map.entry("/menu/{location}/history", "/menu"),
            Map.entry("/days/{location}/match", "/days")));

    private static final Set<String> OPEN = Set.of("/sign-in", "/sign-in/code", "/password-reset", "/wire");

    private static final List<String> STAFF_ONLY = List.of("/tenants");

    /** Needs an order, a load, a mail or a day end: walked by the tests that make one. Or is no page. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/orders/{id}",
            "/orders/changes",
            "/orders/waiting",
            "/sync/{location}/report",
            "/sync/{location}/held",
            "/menu/{location}/categories/{category}",
            "/menu/{location}/dishes",
            "/menu/{location}/dishes/{dish}",
            "/menu/{location}/groups/{group}",
            "/mails/{id}",
            "/brand/picture/{version}",
            "/days/{location}/{run}",
            "/setup/{token}",
            "/password/{token}",
            "/tenants/{tenant}/locations",
            "/domains/{host}/release",
            "/domains/{host}/requests/{id}",
            "/api/metrics/domains",
            "/api/metrics/orders",
            "/days/{location}/match/export.csv",
            "/reports/export.csv",
            "/reports/orders.csv",
            "/reports/export.xlsx",
            "/reports/orders.xlsx",
            "/live",
            "/schemas/catalog.json",
            "/schemas/brand.json",
            "/worker.js",
            "/assets/{file:[a-z0-9-]+\\.[a-z]+}",
            "/audit/export.csv");

    /** As hosting staff see them; what managers see too is walked on a phone by {@link PagesIT}. */
    @Test
    @Tag("long")
    void every_page_is_readable_for_hosting_staff_at_a_desk_and_on_a_phone_what_only_they_see() {
        for (boolean phone : new boolean[] {true, false}) {
            try (Browser browser = phone ? Browser.phone() : Browser.desktop()) {
                signIn(browser.page(), "hosting", "demo-hosting");
                for (String path : phone ? STAFF_ONLY : pages()) {
                    Response response = open(browser.page(), path);

                    assertThat(response.status()).as(path).isEqualTo(200);
                    assertThat(browser.accessibilityFindings()).as(path).isEmpty();
                    assertThat(overflow(browser.page()))
                            .as("sideways scrolling of " + path)
                            .isLessThanOrEqualTo(0);
                    browser.photograph("portal" + path.replaceAll("[^a-z]+", "-") + (phone ? "phone" : "desk"));
                }
            }
        }
    }

    @Test
    void no_word_of_the_bar_on_a_phone_is_cut_or_broken_or_near_to_it() {
        try (Browser phone = Browser.phone()) {
            signIn(phone.page(), "linde", "demo-linde");
            for (String language : List.of("de", "en")) {
                if (language.equals("en")) {
                    phone.page().locator(".who summary").click();
                    phone.leave("form[action='/portal/language'] button");
                }
                assertThat(phone.page().locator("html").getAttribute("lang")).isEqualTo(language);
                phone.photograph("portal-bar-phone-" + language);

                assertThat(phone.page().evaluate("""
                        () => [...document.querySelectorAll('.rail a span')]
                            .filter(word => word.getClientRects().length > 0)
                            .filter(word => {
                                const range = document.createRange();
                                range.selectNodeContents(word);
                                const text = range.getBoundingClientRect();
                                const door = word.parentElement.getBoundingClientRect();
                                const air = Math.min(text.left - door.left, door.right - text.right);
                                return range.getClientRects().length > 1 || air < 4;
                            })
                            .map(word => word.textContent)""")).as(language).isEqualTo(List.of());
            }
        }
    }

    @Test
    void nobody_looks_in_without_signing_in() {
        Http stranger = Http.visitor();

        for (String path : pages()) {
            if (OPEN.contains(path)) continue;
            var answer =
                    stranger.get("/portal" + path.replaceAll("\\{[a-z]+}", "01930000-0000-7000-8000-000000000000"));
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/portal/sign-in");
        }
        assertThat(stranger.postJson("/portal/api/pos/v1/order-claims", "{}").statusCode())
                .isEqualTo(401);
        assertThat(stranger.post("/portal/users", Map.of("login", "x")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void T49_a_manager_of_one_location_does_not_meet_the_others() {
        try (Browser all = Browser.desktop();
                Browser one = Browser.desktop()) {
            signIn(all.page(), "linde", "demo-linde");
            all.page().navigate("/portal/locations");
            List<String> addresses = links(all.page(), "a[href$='/emergency']");
            signIn(one.page(), "nord", "demo-linde-nord");
            one.page().navigate("/portal/locations");
            List<String> own = links(one.page(), "a[href$='/emergency']");

            assertThat(addresses).hasSize(3);
            assertThat(own).hasSize(1);
            assertThat(one.page().locator("#till-health").count()).isOne();
            for (String address : addresses)
                assertThat(one.page().navigate(address).status()).isEqualTo(own.contains(address) ? 200 : 404);
            assertThat(one.page().navigate("/portal/users").status()).isEqualTo(403);
            assertThat(one.page().locator("#till-health").count()).isZero();
            assertThat(one.page().navigate("/portal/tenants").status()).isEqualTo(403);
        }
    }

    @Test
    void a_form_without_the_sessions_token_changes_nothing() {
        try (Browser browser = Browser.desktop()) {
            signIn(browser.page(), "linde", "demo-linde");
            browser.page().navigate("/portal/locations");
            String address = links(browser.page(), "a[href$='/emergency']").get(0);

            Object status = browser.page()
                    .evaluate(
                            "async address => (await fetch(address, {method: 'POST', body: new URLSearchParams({mode: 'on', csrf: 'guess'})})).status",
                            address);

            assertThat(status).isEqualTo(403);
            browser.page().navigate(address);
            assertThat(browser.page().locator("button[name=mode][value=on]").count())
                    .isEqualTo(1);
        }
    }

    @Test
    void what_does_not_exist_is_a_page_and_never_a_stack_trace() {
        try (Browser browser = Browser.phone()) {
            signIn(browser.page(), "linde", "demo-linde");

            for (String path : List.of(
                    "/nothing",
                    "/orders/not-an-id",
                    "/orders/01930000-0000-7000-8000-000000000000",
                    "/users/not-an-id",
                    "/orders?location=somewhere")) {
                assertThat(browser.page().navigate("/portal" + path).status())
                        .as(path)
                        .isEqualTo(404);
                assertThat(browser.page().content()).as(path).doesNotContain("Exception", "\tat ");
                assertThat(browser.accessibilityFindings()).as(path).isEmpty();
            }
        }
    }

    private static List<String> pages() {
        return PortalRoute.all().stream()
                .filter(route -> route.method().equals("GET"))
                .map(PortalRoute.Route::path)
                .filter(path -> !ELSEWHERE.contains(path))
                .toList();
    }

    private static Response open(Page page, String path) {
        String list = REACHED_FROM.get(path);
        if (list == null) return page.navigate("/portal" + path);
        page.navigate("/portal" + list);
        String pattern = ".*/portal" + path.replaceAll("\\{[a-z]+}", "[0-9a-z.-]+");
        String address = links(page, "main a").stream()
                .filter(link -> link.matches(pattern))
                .findFirst()
                .orElseThrow(() -> new AssertionError(list + " has no link to " + path));
        return page.navigate(address);
    }

    private static void signIn(Page page, String login, String password) {
        page.navigate("/portal/sign-in");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("button.button-big[type=submit]").click();
        page.waitForURL("**/portal/");
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page, String selector) {
        return (List<String>) page.evaluate(
                "selector => [...document.querySelectorAll(selector)].map(a => a.getAttribute('href'))", selector);
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
    }
}
