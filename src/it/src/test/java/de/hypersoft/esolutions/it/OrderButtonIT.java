package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the law asks of the page with the order button (L16). */
@SystemTest
class OrderButtonIT {

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void T62_the_button_says_what_it_costs_and_nothing_is_picked_for_the_guest() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            page.navigate("/linde-mitte/articles/101?type=PICKUP");
            assertThat(page.locator("input[type=checkbox]:checked")).hasCount(0);
            page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
            page.locator("button.article-add").click();
            page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));

            page.navigate("/linde-mitte/checkout");

            assertThat(page.locator("input[type=checkbox]:checked")).hasCount(0);
            assertThat(page.locator("button[data-order]")).hasText("Zahlungspflichtig bestellen");
            assertThat(page.locator(".overview")).containsText("Pizza Margherita");
            assertThat(page.locator(".overview")).containsText("Gesamt");
            assertThat(distance(page))
                    .as("pixels from the total to the button on a phone")
                    .isLessThan(740);
        }
    }

    @Test
    void T62_the_english_button_says_it_too_and_works_without_javascript() {
        try (Browser guest = Browser.phoneWithoutJavaScript()) {
            Page page = guest.page();
            page.navigate("/linde-mitte/articles/101?lang=en&type=PICKUP&form");
            page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
            page.locator("button.article-add").click();
            page.navigate("/linde-mitte/checkout");

            assertThat(page.locator("button[data-order]")).hasText("Order with obligation to pay");
            page.locator("[name='guest.name']").fill("Gerda Gast");
            page.locator("[name='guest.phone']").fill("12");
            page.locator("[name='guest.email']").fill("gerda@gast.example");
            page.locator("button[data-order]").click();

            assertThat(page.locator("[name='guest.phone'][aria-invalid=true]")).isVisible();
            assertThat(page.locator("[name='guest.name']")).hasValue("Gerda Gast");
        }
    }

    @Test
    void a_press_while_the_delivery_costs_are_asked_for_orders_at_the_total_that_was_seen_or_says_the_new_one() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "DELIVERY");
            page.navigate("/linde-mitte/checkout");
            ShopGuest.type(page);
            page.locator("[name='deliveryAddress.street']").fill("Torstraße 1");
            page.locator("[name='deliveryAddress.city']").fill("Berlin");
            postcode(page, "10115");
            assertThat(page.locator("button[data-order]")).isVisible();
            AtomicReference<Route> asked = new AtomicReference<>();
            page.route("**/linde-mitte/checkout", route -> {
                if (!asked.compareAndSet(null, route)) route.resume();
            });

            postcode(page, "10119");
            page.waitForCondition(() -> asked.get() != null);
            page.locator("button[data-order]").click();
            Objects.requireNonNull(asked.get()).resume();
            assertThat(page.locator("[data-trouble]")).containsText("Gesamtpreis hat sich geändert");
            assertThat(page.locator("[data-trouble]")).isFocused();
            assertThat(page.locator(".overview")).containsText("3,90");

            asked.set(null);
            postcode(page, "10243");
            page.waitForCondition(() -> asked.get() != null);
            page.locator("button[data-order]").click();
            Objects.requireNonNull(asked.get()).resume();
            page.waitForURL(Pattern.compile(".*/orders/.*"));
        }
    }

    private static void postcode(Page page, String typed) {
        page.locator("[name='deliveryAddress.postcode']").fill(typed);
        page.locator("[name='deliveryAddress.postcode']").blur();
    }

    private static double distance(Page page) {
        double total = page.locator(".overview").boundingBox().y;
        var button = page.locator("button[data-order]").boundingBox();
        return button.y + button.height - total;
    }
}
