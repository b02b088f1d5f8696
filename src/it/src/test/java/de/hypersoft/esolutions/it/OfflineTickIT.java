package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A manager ticks while the network is away (handover, move 3): it is queued, and may lose, visibly. */
@SystemTest
class OfflineTickIT {

    /** Found by name: on a server that others share, many orders may wait longer than these. */
    private static final String GUEST = "Funkloch";

    @Test
    void a_tick_without_network_is_sent_later_and_one_that_came_too_late_says_so() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        String first = order();
        String second = order();
        try (Browser away = Browser.phoneWithWorker();
                Browser desk = Browser.desktopWithWorker()) {
            Restaurant.signIn(away.page());
            Restaurant.signIn(desk.page());
            Page page = away.page();
            page.navigate("/portal/orders?q=" + GUEST);
            assertThat(line(page, first)).isVisible();

            away.offline(true);
            line(page, first).locator("[data-tick]").click();
            line(page, second).locator("[data-tick]").click();
            assertThat(page.locator("#ticks .notice-info")).hasCount(2);
            assertThat(page.locator("#ticks")).containsText("erst danach tippen");

            desk.page().navigate("/portal/orders/" + second);
            desk.page().locator("button[data-tick]").click();
            assertThat(desk.page().locator(".handover-state")).containsText("Bestellung an POS übermittelt");
            away.offline(false);

            assertThat(page.locator("#ticks .notice-ok")).containsText("Sie können sie tippen");
            assertThat(page.locator("#ticks .notice-bad")).containsText("nicht noch einmal tippen");
            desk.page().navigate("/portal/orders/" + first);
            assertThat(desk.page().locator(".handover-state")).containsText("Bestellung an POS übermittelt");

            page.reload();
            assertThat(page.locator("#ticks .notice-bad")).hasCount(1);
            page.locator("#ticks .notice-bad button").click();
            page.locator("#ticks .notice-ok button").click();
            page.reload();
            assertThat(page.locator("#ticks p")).hasCount(0);
        }
    }

    private static String order() {
        return Storefront.placed(Http.visitor(), Storefront.pizzaFor(GUEST)).getString("orderId");
    }

    private static Locator line(Page page, String order) {
        return page.locator("section[aria-labelledby=found-open] li.order")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href*='" + order + "']")));
    }
}
