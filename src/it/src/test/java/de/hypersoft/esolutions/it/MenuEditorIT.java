package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A restaurant without a till makes its menu in the portal. */
@SystemTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MenuEditorIT {

    private static Browser hosting;
    private static OwnRestaurant own;

    @BeforeAll
    static void a_customer_without_a_till() {
        hosting = Browser.desktop();
        own = OwnRestaurant.bring(hosting, "editor", "EUR", location -> location);
    }

    @AfterAll
    static void close() {
        hosting.close();
    }

    @Test
    @Order(1)
    void from_an_empty_menu_to_the_first_order_on_a_phone_without_javascript() {
        try (Browser phone = Browser.phoneWithoutJavaScript()) {
            Page page = phone.page();
            own.signIn(page);
            overview(page);
            assertThat(page.locator("main")).containsText("Noch keine Kategorie");
            page.locator("[name='name.de']").fill("Pizza & <i>Pasta</i>");
            page.locator("form[action$='/categories'] button").click();
            assertThat(page.locator("h1")).hasText("Pizza & <i>Pasta</i>");

            page.locator("a[href*='/dishes?category=']").first().click();
            page.locator("[name='name.de']").fill("Margherita <script>alert(1)</script> شاورما 🍕");
            page.locator("[name='price']").fill("9,90");
            page.locator("[name='prices.DELIVERY']").fill("10.5");
            page.locator("[name='allergens'][value='GLUTEN']").check();
            page.locator("[name='marks'][value='VEGETARIAN']").check();
            save(page);
            assertThat(page.locator("[name='price']")).hasValue("9,90");
            assertThat(page.locator("[name='prices.DELIVERY']")).hasValue("10,50");

            publish(page);
            String shop = Http.visitor()
                    .get("/" + own.location() + "?type=PICKUP", "Host", own.host())
                    .body();
            assertThat(shop)
                    .contains("Pizza &amp; &lt;i&gt;Pasta&lt;/i&gt;", "شاورما 🍕", "9,90")
                    .doesNotContain("<script>alert(1)");
            HttpResponse<String> order = order();
            assertThat(order.statusCode()).as(order.body()).isEqualTo(201);
            assertThat(Http.json(order).getJsonObject("total").getString("amount"))
                    .isEqualTo("9.90");
        }
    }

    @Test
    @Order(2)
    void a_size_with_a_surcharge_is_added_and_the_prices_of_a_category_are_raised() {
        try (Browser phone = Browser.phone()) {
            Page page = phone.page();
            own.signIn(page);
            overview(page);
            page.locator("a[href$='/groups']").click();
            page.locator("[name='name.de']").fill("Größe");
            page.locator("[name='min']").fill("1");
            page.locator("[name='options.0.name.de']").fill("klein");
            page.locator("[name='options.1.name.de']").fill("groß");
            page.locator("[name='options.1.price']").fill("3,00");
            looksRight(phone);
            save(page);
            dish(page);
            page.locator("[name='optionGroups']").check();
            save(page);

            page.locator("a[href$='/prices']").click();
            page.locator("[name='by']").fill("5");
            page.locator("form[action$='/prices'] button").first().click();
            assertThat(page.locator("table")).containsText("10,40");
            looksRight(phone);
            page.locator("form[method='post'][action$='/prices'] button").click();
            publish(page);

            String shop = Http.visitor()
                    .get("/" + own.location() + "/articles/101?type=PICKUP&form", "Host", own.host())
                    .body();
            assertThat(shop).contains("10,40", "groß");
        }
    }

    @Test
    @Order(3)
    void of_two_on_one_dish_the_second_is_told_keeps_what_was_typed_and_decides() {
        try (Browser first = Browser.desktop();
                Browser second = Browser.phone()) {
            own.signIn(first.page());
            own.signIn(second.page());
            dish(first.page());
            dish(second.page());
            first.page().locator("[name='price']").fill("11,90");
            save(first.page());

            second.page().locator("[name='price']").fill("8,90");
            second.leave(SAVE);
            assertThat(second.page().locator(".notice-warn[role=alert]")).containsText("inzwischen jemand anders");
            assertThat(second.page().locator(".notice-warn[role=alert]")).containsText("11.90");
            assertThat(second.page().locator("[name='price']")).hasValue("8,90");
            looksRight(second);
            save(second.page());

            first.page().reload();
            assertThat(first.page().locator("[name='price']")).hasValue("8,90");
        }
    }

    @Test
    @Order(4)
    void what_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost() {
        try (Browser phone = Browser.phone()) {
            Page page = phone.page();
            own.signIn(page);
            dish(page);
            page.locator("[name='price']").fill("neun");
            phone.leave(SAVE);
            assertThat(page.locator("[id='price-error']")).containsText("Betrag eintragen");
            assertThat(page.locator("[name='price']")).hasValue("neun");
            looksRight(phone);
            page.locator("[name='price']").fill("9,90");
            page.locator("[name='name.de']").evaluate("field => { field.value = 'x'.repeat(10000); }");
            phone.leave(SAVE);
            assertThat(page.locator("[id='name.de-error']")).containsText("höchstens 200 Zeichen");
        }
    }

    @Test
    @Order(5)
    void a_category_is_removed_and_comes_back_and_an_earlier_menu_too() {
        try (Browser phone = Browser.phone()) {
            Page page = phone.page();
            own.signIn(page);
            overview(page);
            page.locator("main a[href*='/categories/']").first().click();
            looksRight(phone);
            page.locator("details:has(form[action$='/removal']) summary").click();
            page.locator("form[action$='/removal'] button").click();
            assertThat(page.locator("main")).containsText("Noch keine Kategorie");
            page.locator("form[action$='/undo'] button").click();
            assertThat(page.locator("main a[href*='/categories/']").first()).isVisible();

            page.locator("a[href$='/history']").click();
            looksRight(phone);
            page.locator("form[action$='/history'] button").last().click();
            assertThat(page.locator("main")).containsText("9,90");
            looksRight(phone);
            page.locator("button[value='now']").click();
            assertThat(page.locator(".notice-ok")).containsText("Veröffentlicht");
            assertThat(Http.visitor()
                            .get("/" + own.location() + "?type=PICKUP", "Host", own.host())
                            .body())
                    .contains("9,90");
            page.navigate("/portal/audit");
            assertThat(page.locator("tbody")).containsText("Frühere Speisekarte zurückgeholt");
        }
    }

    @Test
    @Order(6)
    void where_a_till_sends_the_menu_it_is_only_shown() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser phone = Browser.phone()) {
            Page page = phone.page();
            Restaurant.signIn(page);
            page.navigate("/portal/menu");
            page.locator("li", new Page.LocatorOptions().setHasText("Linde Mitte"))
                    .locator("a.button")
                    .first()
                    .click();
            assertThat(page.locator(".notice-info").first()).containsText("Die Kasse schickt diese Speisekarte");
            looksRight(phone);
            assertThat(page.locator("form[action$='/categories']")).hasCount(0);
            page.locator("[name='q']").fill("margherita");
            page.locator("form[role=search] button").click();
            page.locator("main a[href*='/dishes/']").first().click();
            assertThat(page.locator("[name='price']")).isDisabled();
            assertThat(page.locator(SAVE)).hasCount(0);
            looksRight(phone);
        }
    }

    private static final String SAVE = "main form button:text-is('Speichern')";

    private static void overview(Page page) {
        page.navigate("/portal/menu");
        page.locator("main a.button").first().click();
        page.waitForURL(Pattern.compile(".*/portal/menu/[0-9a-f-]{36}"));
    }

    private static void dish(Page page) {
        overview(page);
        page.locator("main a[href*='/categories/']").first().click();
        page.locator("main a[href$='/dishes/101']").click();
    }

    private static void save(Page page) {
        page.locator(SAVE).click();
        assertThat(page.locator(".notice-ok")).containsText("Gespeichert");
    }

    private static void publish(Page page) {
        page.locator("a[href$='/changes']").first().click();
        page.locator("button[value='now']").click();
        assertThat(page.locator(".notice-ok")).containsText("Veröffentlicht");
    }

    private static void looksRight(Browser browser) {
        List<String> findings = browser.accessibilityFindings();
        assertThat(findings).isEmpty();
        Page page = browser.page();
        int wide = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        assertThat(wide).as(page.url()).isLessThanOrEqualTo(page.viewportSize().width + 1);
        browser.photograph(
                "menu-" + page.url().replaceAll(".*/menu/[0-9a-f-]*", "").replaceAll("[^a-z]+", "-") + "-"
                        + page.viewportSize().width);
    }

    private static HttpResponse<String> order() {
        String order = Storefront.order(own.location(), 1, "\"options\":[]");
        return Http.visitor()
                .postJson(
                        "/api/v1/orders",
                        order,
                        "Host",
                        own.host(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }
}
