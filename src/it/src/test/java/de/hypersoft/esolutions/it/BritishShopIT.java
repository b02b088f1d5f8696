package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A restaurant in London from its first menu on: words of its own for allergens, and postcodes as people write them. */
@SystemTest
@Tag("long")
class BritishShopIT {

    private static final List<String> WRITINGS = List.of("SW1A 1AA", "sw1a 1aa", "SW1A1AA");

    @Test
    void unknown_words_for_allergens_are_said_once_and_every_writing_of_a_postcode_is_delivered_to() {
        try (Browser hosting = Browser.desktop();
                Browser desk = Browser.desktop();
                Browser guest = Browser.phone()) {
            OwnRestaurant crown = OwnRestaurant.bring(hosting, "crown", "GBP", BritishShopIT::inLondon);
            crown.signIn(desk.page());
            try (TillProcess till = crown.till(desk.page())) {
                Page page = desk.page();
                menu(till);
                till.runs(
                        "load-catalog",
                        "{folder}/menu.json",
                        "--data",
                        "{folder}/till",
                        "--portal",
                        Http.visitor().base().toString());
                till.awaitEnd(4);

                whatTheWordMeans(page, desk);
                theMenuTellsDeclaredFromUndeclared(crown, guest.page());
                everyWritingIsDeliveredTo(crown, guest.page());
            }
        }
    }

    private static void whatTheWordMeans(Page page, Browser desk) {
        page.navigate("/portal/sync");
        page.locator("a[href*='/report']").first().click();
        assertThat(page.locator("main")).containsText("Yule log");
        page.locator("a[href*='/allergens']").first().click();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Wichtelnuss"));
        assertThat(row).containsText("Yule log");
        assertThat(desk.accessibilityFindings()).isEmpty();
        row.locator("select").selectOption("HAZELNUTS");
        page.locator("section:has(#unknown) button[type=submit]").click();
        assertThat(page.locator(".notice-ok")).isVisible();
        page.locator("form[action$='/recheck'] button").click();
        page.navigate("/portal/sync");
        Locator publish = page.locator("form[action$='/publish'] button");
        if (publish.count() > 0) publish.first().click();
    }

    private static void theMenuTellsDeclaredFromUndeclared(OwnRestaurant crown, Page guest) {
        guest.navigate(crown.shop("?type=DELIVERY"));
        Locator log = guest.locator(".dish", new Page.LocatorOptions().setHasText("Yule log"));
        Locator plain = guest.locator(".dish", new Page.LocatorOptions().setHasText("Baked potato"));
        Locator silent = guest.locator(".dish", new Page.LocatorOptions().setHasText("House special"));
        assertThat(log).hasAttribute("data-allergens", Pattern.compile(".*HAZELNUTS.*"));
        guest.navigate(crown.shop("?type=DELIVERY&without=HAZELNUTS"));
        assertThat(log).isHidden();
        assertThat(plain).isVisible();
        assertThat(silent.locator("[data-undeclared]")).isVisible();
        assertThat(plain.locator("[data-undeclared]")).hasCount(0);
        guest.navigate(crown.shop("/articles/3?type=DELIVERY"));
        assertThat(guest.locator("main")).containsText("020 7946 0000");
    }

    private static void everyWritingIsDeliveredTo(OwnRestaurant crown, Page guest) {
        for (String writing : WRITINGS) {
            HttpResponse<String> answer = Http.visitor()
                    .postJson(
                            "/api/v1/orders",
                            order(crown, writing),
                            "Host",
                            crown.host(),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            assertThat(answer.statusCode()).as(writing + answer.body()).isEqualTo(201);
        }
        for (String writing : WRITINGS) {
            guest.navigate(crown.shop("/articles/2?type=DELIVERY"));
            guest.locator("button.article-add").click();
            guest.waitForURL(Pattern.compile(".*/" + crown.location() + "\\?.*"));
            guest.navigate(crown.shop("/checkout"));
            ShopGuest.type(guest);
            guest.locator("[name='deliveryAddress.street']").fill("10 Downing Street");
            guest.locator("[name='deliveryAddress.city']").fill("London");
            guest.locator("[name='deliveryAddress.postcode']").fill(writing);
            guest.waitForResponse(
                    answer -> answer.url().endsWith("/checkout"),
                    () -> guest.locator("[name='deliveryAddress.postcode']").blur());
            guest.waitForFunction("() => !document.querySelector('[data-checkout]').dataset.sent");
            guest.locator("button[data-order]").click();
            guest.waitForURL(Pattern.compile(".*/orders/.*"));
            assertThat(guest.locator("#status"))
                    .containsText(writing, new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
        }
    }

    private static JsonObjectBuilder inLondon(JsonObjectBuilder location) {
        return location.add("country", "GB")
                .add("city", "London")
                .add("postcode", "SW1A 2AA")
                .add("phone", "020 7946 0000")
                .add("timeZone", "Europe/London")
                .add(
                        "zones",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add(
                                                "postcodes",
                                                Json.createArrayBuilder()
                                                        .add("SW1A 1AA")
                                                        .add("n1 9gu"))
                                        .add("minimum", "10.00")
                                        .add("fee", "2.50")));
    }

    private static String order(OwnRestaurant crown, String postcode) {
        return Storefront.order(crown.location(), 1, "\"options\":[]")
                .replace("\"101\"", "\"2\"")
                .replace("PICKUP\",\"guest", "DELIVERY\",\"guest")
                .replace("AT_PICKUP", "AT_DOOR")
                .replace(
                        "\"deliveryAddress\":null",
                        "\"deliveryAddress\":{\"street\":\"10 Downing Street\",\"postcode\":\"" + postcode
                                + "\",\"city\":\"London\",\"note\":\"\"}");
    }

    private static void menu(TillProcess till) {
        try {
            Files.writeString(till.folder().resolve("menu.json"), """
                    {"version":"2026-11-29T06:00:00Z","baseVersion":null,"currency":"GBP",
                     "vatClasses":[{"id":"STANDARD","rates":[{"from":"2024-01-01","onSite":"20.00","takeAway":"20.00"}]}],
                     "categories":[{"id":"mains","name":{"en":"Mains"},"sort":1}],"deposits":[],"optionGroups":[],
                     "articles":[
                      {"id":"1","category":"mains","name":{"en":"Yule log"},"price":"12.00","vatClass":"STANDARD",
                       "allergens":["Wichtelnuss","milk"],"sort":1},
                      {"id":"2","category":"mains","name":{"en":"Baked potato"},"price":"11.00","vatClass":"STANDARD",
                       "allergens":[],"sort":2},
                      {"id":"3","category":"mains","name":{"en":"House special"},"price":"13.00","vatClass":"STANDARD",
                       "sort":3}]}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
