package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a manager's browser keeps for when the network is away names guests, and goes with the session. */
@SystemTest
class KeptPagesIT {

    /** A page may be thrown away between the list and the look at it. */
    private static final String KEPT = "async () => { let found = ''; for (const name of await caches.keys())"
            + " if (name === 'portal-pages') for (const key of await (await caches.open(name)).keys())"
            + " { const page = await (await caches.open(name)).match(key); if (page) found += await page.text(); }"
            + " return found; }";

    /** In letters alone: digits would be looked for among phones and numbers. */
    private final String guest = "Wanda" + Marks.fresh().letters();

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void a_session_that_is_over_takes_the_kept_orders_along_although_something_half_typed_stays() {
        order(guest);
        try (Browser desk = Browser.desktopWithWorker()) {
            Page page = keeping(desk);
            page.navigate("/portal/orders?q=" + guest);
            Locator search = page.locator("input[name=q]");
            search.fill("halb getippt");
            search.focus();
            page.context().clearCookies();

            order(guest);

            eventually("nothing is kept", () -> kept(page), String::isEmpty);
        }
    }

    @Test
    void whoever_signs_out_leaves_no_orders_behind() {
        order(guest);
        try (Browser desk = Browser.desktopWithWorker()) {
            Page page = keeping(desk);
            page.locator("details.who summary").click();
            page.locator("form[action$='/sign-out'] button").click();
            page.waitForURL("**/portal/sign-in*");

            eventually("nothing is kept", () -> kept(page), String::isEmpty);
        }
    }

    private Page keeping(Browser desk) {
        Page page = desk.page();
        Restaurant.signIn(page);
        page.navigate("/portal/orders?q=" + guest);
        assertThat(page.locator("li.order").first()).isVisible();
        eventually("orders are kept", () -> kept(page), text -> text.contains(guest));
        return page;
    }

    private static String kept(Page page) {
        return String.valueOf(page.evaluate(KEPT));
    }

    private static void order(String guest) {
        Storefront.placed(Http.visitor(), Storefront.pizzaFor(guest));
    }
}
