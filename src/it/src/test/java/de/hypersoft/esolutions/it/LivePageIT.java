package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An order's page renews itself when something happens, and leaves alone what its reader is about to do. */
@SystemTest
class LivePageIT {

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void what_is_under_the_finger_or_open_is_not_swapped_and_what_is_news_comes_when_it_is_left() {
        String order = order();
        try (Browser here = Browser.desktop();
                Browser elsewhere = Browser.desktop()) {
            Page page = open(here, order);
            Page other = open(elsewhere, order);
            Locator cancel = cancel(page);
            cancel.locator("summary").click();
            cancel.locator("summary").click(); // what had the focus before tells of its loss while another is pressed
            page.locator("form[action$='/manual-transfer'] button").first().focus();
            BoundingBox at = cancel.locator("summary").boundingBox();
            page.mouse().move(at.x + at.width / 2, at.y + at.height / 2);
            page.mouse().down();

            page.waitForResponse("**/portal/orders/" + order, () -> {
                other.locator("form[action$='/manual-transfer'] button[type=submit]")
                        .first()
                        .click();
                assertThat(other.locator(".handover-state")).containsText("Bestellung an POS übermittelt");
            });
            page.mouse().up();

            assertThat(cancel.locator("[name=reason]")).isVisible();
            order();
            assertThat(page.locator(".notice.news")).containsText("Hier gibt es Neues");
            cancel.locator("summary").click();
            assertThat(page.locator(".handover-state")).containsText("Bestellung an POS übermittelt");
            assertThat(page.locator(".notice.news")).hasCount(0);
        }
    }

    @Test
    void who_goes_by_keyboard_keeps_the_focus_when_orders_arrive_elsewhere() {
        String order = order();
        try (Browser here = Browser.desktop()) {
            Page page = open(here, order);
            Locator summary = cancel(page).locator("summary");
            summary.focus();

            page.waitForResponse("**/portal/orders/" + order, LivePageIT::order);
            page.waitForResponse("**/portal/orders/" + order, LivePageIT::order);

            assertThat(summary).isFocused();
        }
    }

    private static Locator cancel(Page page) {
        return page.locator(".handover details")
                .filter(new Locator.FilterOptions().setHas(page.locator("form[action$='/withdrawal']")));
    }

    private static Page open(Browser browser, String order) {
        Page page = browser.page();
        Restaurant.signIn(page);
        page.navigate("/portal/orders/" + order);
        return page;
    }

    private static String order() {
        return Storefront.placed(Http.visitor(), Storefront.pizza("linde-mitte"))
                .getString("orderId");
    }
}
