package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A network that loses answers, a browser that loses cookies, a guest who goes to and fro: nothing doubles, nothing is lost. */
@SystemTest
class LostAnswersIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void an_order_whose_answer_is_lost_ends_by_itself_on_its_own_page_and_is_placed_once() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            page.navigate("/linde-mitte/checkout");
            ShopGuest.type(page);
            AtomicInteger sent = new AtomicInteger();
            page.route("**/linde-mitte/checkout", route -> arrivesButIsNotAnswered(route, sent));
            page.route("**/checkout/orders/**", route -> {
                if (sent.get() == 1) {
                    sent.incrementAndGet();
                    route.abort();
                } else route.resume();
            });

            page.locator("button[data-order]").click();

            assertThat(page.locator("dialog[data-searching]")).isVisible();
            page.waitForURL(Pattern.compile(".*/orders/.*"));
            String number = page.locator(".order-number").textContent();
            page.navigate("/linde-mitte/cart");
            assertThat(page.locator(".line")).hasCount(0);
            assertThat(page.locator(".last-order a")).containsText(number);
            page.navigate("/linde-mitte");
            page.locator(".last-order a").click();
            assertThat(page.locator(".order-number")).hasText(number);
            assertThat(page.locator(".last-order")).hasCount(0);
        }
    }

    @Test
    void an_order_that_never_arrived_is_said_to_be_none_and_can_be_sent_again() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            page.navigate("/linde-mitte/checkout");
            ShopGuest.type(page);
            AtomicInteger sent = new AtomicInteger();
            page.route("**/linde-mitte/checkout", route -> {
                if (route.request().method().equals("POST") && sent.getAndIncrement() == 0) route.abort();
                else route.resume();
            });

            page.locator("button[data-order]").click();
            assertThat(page.locator("[data-search-title]"))
                    .hasText(
                            "Ihre Bestellung ist nicht angekommen",
                            new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(guest.accessibilityFindings()).isEmpty();
            page.locator("[data-search-again]").click();

            page.waitForURL(Pattern.compile(".*/orders/.*"));
        }
    }

    @Test
    void an_article_sent_twice_lies_in_the_cart_once_and_opened_anew_once_more() {
        Http guest = Http.visitor();
        Map<String, String> form = article(guest);

        guest.post("/linde-mitte/articles/101", form);
        guest.post("/linde-mitte/articles/101", form);
        assertThat(quantity(guest)).isEqualTo("1");

        guest.post("/linde-mitte/articles/101", article(guest));
        assertThat(quantity(guest)).isEqualTo("2");
    }

    @Test
    void a_line_whose_change_was_not_answered_is_changed_once_and_the_button_keeps_the_focus() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            for (String size : new String[] {"26", "30"}) {
                page.navigate("/linde-mitte/articles/101?type=PICKUP");
                page.locator("input[name='g.size'][value='" + size + "']").check();
                page.locator("button.article-add").click();
                page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));
            }
            page.navigate("/linde-mitte/cart");
            page.locator(".line a[href*='line=']").last().click();
            page.locator("input[name='g.size'][value='26']").check();
            AtomicInteger sent = new AtomicInteger();
            page.route("**/articles/101", route -> {
                if (sent.get() == 0) arrivesButIsNotAnswered(route, sent);
                else route.resume();
            });
            page.locator("button.article-add").click();

            page.waitForURL("**/linde-mitte/cart**");
            assertThat(page.locator(".line")).hasCount(1);
            assertThat(page.locator(".line input[name=quantity]")).hasValue("2");
            page.locator(".line .stepper button").last().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".line input[name=quantity][value='3']")).hasCount(1);
            assertThat(page.locator(".line .stepper button").last()).isFocused();
        }
    }

    @Test
    void going_back_to_an_article_adds_it_once_more_on_purpose() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            page.goBack();
            page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
            page.locator("button.article-add").click();
            page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));

            assertThat(page.locator("#cart-bar")).containsText("2 Artikel");
        }
    }

    @Test
    void T49_another_guest_finds_no_order_by_the_key_of_somebody_elses_checkout() {
        try (Browser guest = Browser.phone();
                Browser stranger = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            page.navigate("/linde-mitte/checkout");
            String address = page.locator("[data-checkout]").getAttribute("data-search");
            ShopGuest.type(page);
            page.locator("button[data-order]").click();
            page.waitForURL(Pattern.compile(".*/orders/.*"));

            stranger.page().navigate("/linde-mitte");
            ShopGuest.putInCart(stranger.page(), "PICKUP");
            assertThat(body(page, address)).contains("/orders/");
            assertThat(body(stranger.page(), address)).isEqualTo("{\"order\":\"\"}");
            assertThat(stranger.page().locator(".last-order")).hasCount(0);
        }
    }

    @Test
    void a_guest_without_a_connection_reads_a_page_of_ours_with_nothing_of_anybodys() {
        try (Browser guest = Browser.phoneWithWorker()) {
            Page page = guest.page();
            page.navigate("/linde-mitte");
            page.evaluate("async () => { await navigator.serviceWorker.ready; }");
            page.waitForFunction("() => navigator.serviceWorker.controller !== null");
            guest.offline(true);

            page.navigate("/linde-mitte/cart");

            assertThat(page.locator("h1")).hasText("Keine Verbindung");
            guest.photograph("shop-offline-kept");
            assertThat((String) page.evaluate("async () => JSON.stringify((await Promise.all((await caches.keys())"
                            + ".filter(n => n.startsWith('shop-')).map(async n => (await (await caches.open(n)).keys())"
                            + ".map(r => new URL(r.url).pathname)))).flat())"))
                    .contains("/offline")
                    .doesNotContain("linde-mitte");
            guest.offline(false);
            page.waitForURL("**/linde-mitte/cart");
            assertThat(page.locator("h1")).hasText("Warenkorb");
        }
    }

    private static void arrivesButIsNotAnswered(Route route, AtomicInteger sent) {
        if (!route.request().method().equals("POST")) {
            route.resume();
            return;
        }
        APIResponse arrived = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        assertThat(arrived.status()).isEqualTo(303);
        sent.incrementAndGet();
        route.abort();
    }

    private static String body(Page page, String address) {
        return page.request().get(address, RequestOptions.create()).text();
    }

    private static Map<String, String> article(Http guest) {
        Matcher token = TOKEN.matcher(
                guest.get("/linde-mitte/articles/101?type=PICKUP&form").body());
        assertThat(token.find()).isTrue();
        return Map.of("token", token.group(1), "type", "PICKUP", "g.size", "26", "quantity", "1", "note", "");
    }

    private static String quantity(Http guest) {
        Matcher quantity = Pattern.compile("name=\"quantity\"[^>]* value=\"(\\d+)\"")
                .matcher(guest.get("/linde-mitte/cart").body());
        assertThat(quantity.find()).isTrue();
        return quantity.group(1);
    }
}
