package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a guest typed outlives an order that is refused because the restaurant changed something meanwhile. */
@SystemTest
class RefusedCheckoutIT {

    private static OwnRestaurant bistro;
    private static TillProcess till;
    private static Browser desk;

    @BeforeAll
    static void a_bistro_has_its_menu() {
        desk = Browser.desktop();
        try (Browser hosting = Browser.desktop()) {
            bistro = OwnRestaurant.bring(hosting, "bistro", "EUR", location -> location);
        }
        bistro.signIn(desk.page());
        till = bistro.till(desk.page());
        bistro.loads(till, MENU);
    }

    @AfterAll
    static void closing() {
        till.close();
        desk.close();
    }

    @Test
    void a_dish_that_sold_out_while_the_guest_typed_is_named_and_every_word_stays() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            puts(page, "soup", "PICKUP");
            puts(page, "stew", "PICKUP");
            page.navigate(bistro.shop("/checkout"));
            ShopGuest.type(page);
            page.locator("#note").fill("bitte ohne Löffel");
            bistro.runs(till, "block", "soup");
            till.awaitEnd();

            page.locator("button[data-order]").click();

            assertThat(page.locator("[role=alert][data-fault]")).containsText("»Tagessuppe« ist heute leider aus");
            assertThat(page.locator("[role=alert][data-fault]")).isFocused();
            stillTyped(page);
            page.navigate(bistro.shop("/cart"));
            page.locator(".line-away button[name=remove]").click();
            assertThat(page.locator(".line-away")).hasCount(0);
            page.locator("a[href$='/checkout']").click();
            page.waitForURL("**/checkout");
            stillTyped(page);
            page.locator("button[data-order]").click();
            page.waitForURL(Pattern.compile(".*/orders/.*"));
            assertThat(page.locator("#status")).containsText("bitte ohne Löffel");
        }
    }

    @Test
    void a_cart_that_fell_below_the_minimum_order_value_is_said_and_every_word_stays() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            puts(page, "stew", "DELIVERY");
            puts(page, "stew", "DELIVERY");
            page.navigate(bistro.shop("/checkout"));
            ShopGuest.type(page);
            page.locator("[name='deliveryAddress.street']").fill("Torstraße 1");
            page.locator("[name='deliveryAddress.city']").fill("Berlin");
            page.locator("#note").fill("bitte ohne Löffel");
            page.locator("[name='deliveryAddress.postcode']").fill("10115");
            page.waitForResponse(
                    answer -> answer.url().endsWith("/checkout"),
                    () -> page.locator("[name='deliveryAddress.postcode']").blur());
            assertThat(page.locator("[data-order]")).isVisible();
            Page beside = page.context().newPage();
            beside.navigate(bistro.shop("/cart"));
            beside.locator(".line input[name=quantity]").fill("1");
            beside.locator(".line input[name=quantity]").blur();
            assertThat(beside.locator(".notice-warn").first()).containsText("Mindestbestellwert");
            beside.close();

            page.locator("button[data-order]").click();

            assertThat(page.locator("[role=alert][data-fault]"))
                    .containsText("Es fehlen noch 5,50 € bis zum Mindestbestellwert von 15,00 €");
            stillTyped(page);
            assertThat(page.locator("[name='deliveryAddress.street']")).hasValue("Torstraße 1");
            assertThat(page.locator("[name='deliveryAddress.postcode']")).hasValue("10115");
        }
    }

    private static void stillTyped(Page page) {
        assertThat(ShopGuest.name(page)).hasValue("Gerda Gast");
        assertThat(page.locator("[name='guest.email']")).hasValue("gerda@gast.example");
        assertThat(page.locator("#note")).hasValue("bitte ohne Löffel");
    }

    private static void puts(Page page, String article, String type) {
        page.navigate(bistro.shop("/articles/" + article + "?type=" + type));
        page.locator("button.article-add").click();
        page.waitForURL(Pattern.compile(".*/" + bistro.location() + "\\?.*"));
    }

    private static final String MENU = """
            {"version":"2026-11-29T06:00:00Z","baseVersion":null,"currency":"EUR",
             "vatClasses":[{"id":"FOOD","rates":[{"from":"2024-01-01","onSite":"7.00","takeAway":"7.00"}]}],
             "categories":[{"id":"pots","name":{"de":"Aus dem Topf"},"sort":1}],"deposits":[],"optionGroups":[],
             "articles":[
              {"id":"soup","category":"pots","name":{"de":"Tagessuppe"},"price":"6.50","vatClass":"FOOD",
               "sort":1,"allergens":[]},
              {"id":"stew","category":"pots","name":{"de":"Eintopf"},"price":"9.50","vatClass":"FOOD",
               "sort":2,"allergens":[]}]}
            """;
}
