package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tick is shown as done when the server has stored it, as lost when it was refused, and otherwise as still to be sent. */
@SystemTest
class TickTruthIT {

    private static final String TICKS = "**/manual-transfer";

    /** Longer than the first pauses between two tries. */
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(25_000);

    @Test
    void a_tick_whose_answer_was_cut_is_sent_again_and_was_no_other_ones() {
        AtomicInteger sent = new AtomicInteger();
        trouble(route -> {
            if (sent.incrementAndGet() == 1) {
                route.fetch(); // the server stores it, and nobody hears of it
                route.abort();
            } else {
                route.resume();
            }
        });

        assertThat(sent.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 200})
    @Tag("long")
    void a_server_in_trouble_or_a_hotels_page_is_no_answer(int status) {
        AtomicInteger sent = new AtomicInteger();
        trouble(route -> {
            if (sent.incrementAndGet() == 1)
                route.fulfill(new Route.FulfillOptions().setStatus(status).setBody("<h1>Willkommen im WLAN</h1>"));
            else route.resume();
        });
    }

    @Test
    void after_signing_in_the_manager_is_back_at_the_order_and_the_tick_goes_on() {
        String order = order();
        try (Browser browser = Browser.phone()) {
            Page page = browser.page();
            Restaurant.signIn(page);
            page.navigate("/portal/orders/" + order);
            // Any sooner, and the live page may find the sign-in page by itself before it can be ticked.
            page.route(
                    TICKS,
                    route -> {
                        page.context().clearCookies();
                        route.resume();
                    },
                    new Page.RouteOptions().setTimes(1));

            page.locator("button[data-tick]").click();
            page.waitForURL("**/portal/sign-in?next=**");
            signInHere(page);

            page.waitForURL("**/portal/orders/" + order + "**");
            assertThat(page.locator("#ticks .notice-ok")).containsText("Sie können sie tippen", SOON);
            page.reload();
            assertThat(page.locator(".handover-state")).containsText("Bestellung an POS übermittelt");
        }
    }

    @Test
    void a_form_without_script_that_met_a_sign_in_page_leads_back_to_its_order() {
        String order = order();
        try (Browser browser = Browser.phoneWithoutJavaScript()) {
            Page page = browser.page();
            Restaurant.signIn(page);
            page.navigate("/portal/orders/" + order);
            page.context().clearCookies();
            page.locator("button[data-tick]").click();
            signInHere(page);

            assertThat(page.locator("article[data-sheet]")).isVisible();
            assertThat(page.locator("button[data-tick]")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_tabs_send_a_tick_once(boolean locks) {
        String order = order();
        try (Browser browser = Browser.desktop()) {
            BrowserContext context = browser.page().context();
            if (!locks) context.addInitScript("delete Navigator.prototype.locks");
            Restaurant.signIn(browser.page());
            Page one = browser.page();
            Page two = context.newPage();
            one.navigate("/portal/orders/" + order);
            two.navigate("/portal/orders/" + order);
            AtomicInteger answered = new AtomicInteger();
            browser.offline(true);
            one.locator("button[data-tick]").click();
            assertThat(two.locator("#ticks .notice-info")).containsText("noch nicht angekreuzt");
            assertThat(one.locator("#ticks .notice-info")).containsText("noch nicht angekreuzt");
            context.onResponse(response -> {
                if (response.url().contains("done=ticked")) answered.incrementAndGet();
            });
            browser.offline(false);

            assertThat(one.locator("#ticks .notice-ok")).containsText("Sie können sie tippen", SOON);
            assertThat(two.locator("#ticks .notice-ok")).containsText("Sie können sie tippen", SOON);
            if (locks) assertThat(answered.get()).isEqualTo(1);
        }
    }

    @Test
    void a_tick_outlives_its_closed_tab_and_its_loss_stays_until_it_is_read() {
        String order = order();
        try (Browser browser = Browser.desktop();
                Browser other = Browser.desktop()) {
            Restaurant.signIn(browser.page());
            Restaurant.signIn(other.page());
            BrowserContext context = browser.page().context();
            browser.page().navigate("/portal/orders/" + order);
            browser.offline(true);
            browser.page().locator("button[data-tick]").click();
            assertThat(browser.page().locator("#ticks .notice-info")).hasCount(1);
            browser.page().close();
            other.page().navigate("/portal/orders/" + order);
            other.page().locator("button[data-tick]").click();
            assertThat(other.page().locator(".handover-state")).containsText("Bestellung an POS übermittelt");
            browser.offline(false);

            Page again = context.newPage();
            again.navigate("/portal/");
            assertThat(again.locator("#ticks .notice-bad")).containsText("nicht noch einmal tippen", SOON);
            again.navigate("/portal/tills");
            assertThat(again.locator("#ticks .notice-bad")).hasCount(1);
            again.locator("#ticks .notice-bad button").click();
            again.navigate("/portal/");
            assertThat(again.locator("main")).isVisible();
            assertThat(again.locator("#ticks p")).hasCount(0);
        }
    }

    /** Ticks under this network: shown as still to be sent, never as done, and in the end stored by one tick. */
    private static void trouble(Consumer<Route> network) {
        String order = order();
        try (Browser browser = Browser.phone()) {
            Page page = browser.page();
            Restaurant.signIn(page);
            page.navigate("/portal/orders/" + order);
            page.route(TICKS, network);
            page.locator("button[data-tick]").click();

            Locator waits = page.locator("#ticks .notice-info");
            assertThat(waits).containsText("noch nicht angekreuzt");
            page.evaluate("() => window.dispatchEvent(new Event('online'))"); // else it waits five seconds
            assertThat(page.locator("#ticks .notice-ok")).containsText("Sie können sie tippen", SOON);
            assertThat(page.locator("#ticks .notice-bad")).hasCount(0);
            page.reload();
            assertThat(page.locator(".handover-state")).containsText("Bestellung an POS übermittelt");
            assertThat(page.locator(".history li").filter(new Locator.FilterOptions().setHasText("angekreuzt")))
                    .hasCount(1);
        }
    }

    private static void signInHere(Page page) {
        page.locator("input[name=login]").fill("linde");
        page.locator("input[name=password]").fill("demo-linde");
        page.locator("button.button-big[type=submit]").click();
    }

    private static String order() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        return Storefront.placed(Http.visitor(), Storefront.pizza("linde-mitte"))
                .getString("orderId");
    }
}
