package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a guest typed outlives every way through the shop, also without script and without cookies. */
@SystemTest
class TypedWordsIT {

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void what_was_typed_outlives_every_way_through_the_shop_and_is_gone_after_the_order() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "DELIVERY");
            page.navigate("/linde-mitte/checkout");
            ShopGuest.type(page);
            page.locator("[name='deliveryAddress.street']").fill("Torstraße 1");
            page.locator(".top-links a[hreflang=en]").click();
            page.waitForURL("**/checkout?lang=en");
            assertThat(ShopGuest.name(page)).hasValue("Gerda Gast");
            assertThat(page.locator("[name='deliveryAddress.street']")).hasValue("Torstraße 1");

            page.locator("#note").fill("bitte klingeln");
            page.locator(".back a").click();
            page.waitForURL("**/cart");
            page.navigate("/linde-mitte/checkout?lang=de");
            assertThat(page.locator("#note")).hasValue("bitte klingeln");

            page.locator("[name='deliveryAddress.postcode']").fill("99999");
            page.locator("[name='deliveryAddress.postcode']").blur();
            assertThat(page.locator("[name='deliveryAddress.postcode'][aria-invalid=true]"))
                    .isVisible();
            assertThat(page.locator("[role=alert][data-fault]")).isFocused();
            assertThat(page.locator("[role=alert][data-fault]")).containsText("Postleitzahl");
            assertThat(ShopGuest.name(page)).hasValue("Gerda Gast");
            page.navigate("/linde-mitte");
            page.navigate("/linde-mitte/checkout");
            assertThat(ShopGuest.name(page)).hasValue("Gerda Gast");
            assertThat(page.locator("[id='deliveryAddress.postcode-error']")).containsText("Postleitzahl");

            page.locator("[name='deliveryAddress.postcode']").fill("D-10115");
            page.locator("[name='deliveryAddress.postcode']").blur();
            page.locator("[name='deliveryAddress.city']").fill("Berlin");
            page.locator("button[data-order]").click();
            page.waitForURL(Pattern.compile(".*/orders/.*"));
            assertThat(page.locator("#status")).containsText("D-10115 Berlin");

            ShopGuest.putInCart(page, "PICKUP");
            page.navigate("/linde-mitte/checkout");
            assertThat(ShopGuest.name(page)).hasValue("");
            assertThat(page.locator("#note")).hasValue("");
        }
    }

    @Test
    void a_chosen_time_that_passed_is_said_and_not_changed_in_silence() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            page.navigate("/linde-mitte/checkout");
            ShopGuest.type(page);
            page.locator("#fulfilAt").selectOption(new SelectOption().setIndex(1));
            page.locator(".back a").click();
            page.waitForURL("**/cart");
            TestClock.advance(Duration.ofMinutes(40));

            page.navigate("/linde-mitte/checkout");

            assertThat(page.locator("#fulfilAt[aria-invalid=true] option:checked"))
                    .hasText("Bitte wählen");
            assertThat(page.locator("#fulfilAt-error")).containsText("nicht mehr zu haben");
            page.waitForResponse(
                    answer -> answer.request().method().equals("POST") && answer.status() == 422,
                    page.locator("button[data-order]")::click);
            assertThat(page.locator("button[data-order]:not(.busy)")).isVisible();
            assertThat(page.locator("#fulfilAt-error")).containsText("nicht mehr zu haben");
            page.locator("#fulfilAt").selectOption("");
            page.locator("button[data-order]").click();
            page.waitForURL(Pattern.compile(".*/orders/.*"));
        }
    }

    @Test
    void of_words_sent_on_a_slow_line_the_older_never_arrive_last() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            page.navigate("/linde-mitte/checkout");
            List<Route> held = new ArrayList<>();
            page.route("**/checkout/words", held::add);
            page.waitForRequest("**/checkout/words", () -> {
                ShopGuest.type(page);
                page.locator("#fulfilAt").selectOption(new SelectOption().setIndex(1));
            });
            page.evaluate("() => new Promise(requestAnimationFrame)");
            assertThat(held).hasSize(1);

            page.unroute("**/checkout/words");
            page.waitForResponse(answer -> answer.request().postData().contains("gerda"), held.get(0)::resume);
            page.locator(".back a").click();
            page.waitForURL("**/cart");
            page.navigate("/linde-mitte/checkout");
            assertThat(page.locator("#fulfilAt option:checked")).not().hasAttribute("value", "");
            assertThat(page.locator("[name='guest.email']")).hasValue("gerda@gast.example");
        }
    }

    @Test
    void without_javascript_the_words_go_along_to_the_cart_and_the_other_language() {
        try (Browser guest = Browser.phoneWithoutJavaScript()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            page.navigate("/linde-mitte/checkout");
            ShopGuest.type(page);
            page.locator("button[name=to][value=en]").click();
            assertThat(ShopGuest.name(page)).hasValue("Gerda Gast");
            page.locator("button[name=to][value=cart]").click();
            assertThat(page.locator(".line")).hasCount(1);
            page.locator("a[href$='/checkout']").click();
            assertThat(ShopGuest.name(page)).hasValue("Gerda Gast");
        }
    }

    @Test
    void who_refuses_cookies_reads_what_to_do_and_finds_every_word_again() {
        Map<String, String> words = Map.of(
                "token", "none.none",
                "key", "k".repeat(32),
                "expected", "9.90",
                "guest.name", "Gerda Gast",
                "deliveryAddress.street", "Torstraße 1",
                "note", "bitte klingeln");

        HttpResponse<String> checkout = Http.visitor().post("/linde-mitte/checkout", words);
        HttpResponse<String> article = Http.visitor()
                .post(
                        "/linde-mitte/articles/101",
                        Map.of("token", "none.none", "g.size", "26", "note", "ohne Basilikum", "quantity", "3"));

        assertThat(checkout.statusCode()).isEqualTo(403);
        assertThat(checkout.body())
                .contains("erlauben Sie bitte Cookies", "Gerda Gast", "Torstraße 1", "bitte klingeln");
        assertThat(article.statusCode()).isEqualTo(403);
        assertThat(article.body()).contains("erlauben Sie bitte Cookies", "ohne Basilikum", "value=\"3\"");
        HttpResponse<String> elsewhere =
                Http.visitor().post("/linde-mitte/checkout", words, "Sec-Fetch-Site", "cross-site");
        assertThat(elsewhere.headers().firstValue("Set-Cookie"))
                .as("a foreign page takes nobody's cart away")
                .isEmpty();
    }

    @Test
    void who_loses_the_cookie_on_the_cart_reads_that_the_cart_is_lost_instead_of_an_empty_one_without_a_word() {
        for (Browser browser : List.of(Browser.phone(), Browser.phoneWithoutJavaScript()))
            try (Browser guest = browser) {
                Page page = guest.page();
                ShopGuest.putInCart(page, "PICKUP");
                page.navigate("/linde-mitte/cart");
                page.context().clearCookies();

                page.locator(".line button[name=remove]").click();

                assertThat(page.locator("[role=alert][data-fault]")).containsText("Warenkorb ist deshalb leer");
                assertThat(page.locator("[role=alert][data-fault]")).containsText("erlauben Sie bitte Cookies");
                assertThat(page.locator(".empty")).isVisible();
            }
    }
}
