package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A kitchen that takes nothing for half an hour: guests and programs read until when, and its end is written down. */
@SystemTest
class PauseIT {

    private static final String AGAIN = "wieder ab";

    @Test
    void while_a_location_is_paused_everybody_reads_until_when_and_the_end_stands_in_the_log_of_acts() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop();
                Browser phone = Browser.phone()) {
            Page manager = desk.page();
            Page guest = phone.page();
            Restaurant.signIn(manager);
            ShopGuest.putInCart(guest, "PICKUP");
            guest.navigate("/linde-mitte/checkout");
            ShopGuest.type(guest);
            press(manager, "MINUTES_30");
            try {
                guest.locator("#fulfilAt").selectOption("");
                guest.locator("button[data-order]").click();
                assertThat(guest.locator("[role=alert][data-fault]")).containsText(AGAIN);
                guest.navigate("/linde-mitte");
                assertThat(guest.locator("body")).containsText(AGAIN);
                assertThat(phone.accessibilityFindings()).isEmpty();
                guest.navigate("/linde-mitte/cart");
                assertThat(guest.locator(".line")).hasCount(1);
                guest.navigate("/linde-mitte/checkout");
                assertThat(guest.locator("body")).containsText(AGAIN);

                HttpResponse<String> refused = order();
                assertThat(refused.statusCode()).isEqualTo(409);
                JsonObject problem = Http.json(refused);
                assertThat(problem.getString("code")).isEqualTo("ordering-paused");
                assertThat(Instant.parse(problem.getString("until"))).isAfter(TestClock.now());

                TestClock.advance(Duration.ofMinutes(31));
                assertThat(order().statusCode()).isEqualTo(201);
                eventually(
                        "the end in the log of acts",
                        () -> newest(manager),
                        log -> log.matches("(?s).*Bestellungen wieder angenommen.*Bestellungen angehalten.*"));
                manager.navigate("/portal/audit?q=bestellungen+angehalten");
                assertThat(manager.locator("tbody")).containsText("Bestellungen angehalten");
                assertThat(manager.locator("tbody")).not().containsText("wieder angenommen");
                guest.reload();
                assertThat(guest.locator("body")).not().containsText(Pattern.compile(AGAIN));
            } finally {
                end(manager);
            }
        }
    }

    private static void press(Page manager, String length) {
        manager.navigate("/portal/locations");
        manager.locator("li.card", new Page.LocatorOptions().setHasText("Linde Mitte"))
                .locator("a[href$='/pause']")
                .click();
        manager.locator("button[name=length][value=" + length + "]").click();
        assertThat(manager.locator("button[name=length][value=END]")).isVisible();
    }

    /** Classes share the system: nobody else finds it paused. */
    private static void end(Page manager) {
        manager.navigate("/portal/locations");
        manager.locator("li.card", new Page.LocatorOptions().setHasText("Linde Mitte"))
                .locator("a[href$='/pause']")
                .click();
        var end = manager.locator("button[name=length][value=END]");
        if (end.count() > 0) end.click();
    }

    private static String newest(Page manager) {
        manager.navigate("/portal/audit");
        return manager.locator("#main").textContent();
    }

    private static HttpResponse<String> order() {
        return Storefront.post(Http.visitor(), Storefront.pizza("linde-mitte"));
    }
}
