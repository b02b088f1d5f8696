package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One group that a dish asks and several of its options ask, from the till's menu to the kitchen's ticket: each sauce is
 * paid and cooked once, on the part it was picked for.
 */
@SystemTest
class SharedGroupsIT {

    private static final Pattern SAUCE = Pattern.compile("Rauchsoße|Kräutersoße");

    private static OwnRestaurant grill;
    private static TillProcess till;
    private static Browser desk;

    @BeforeAll
    static void a_grill_has_its_menu() {
        desk = Browser.desktop();
        try (Browser hosting = Browser.desktop()) {
            grill = OwnRestaurant.bring(hosting, "grill", "EUR", location -> location);
        }
        grill.signIn(desk.page());
        till = grill.till(desk.page());
        grill.loads(till, MENU);
    }

    @AfterAll
    static void closing() {
        till.close();
        desk.close();
    }

    @Test
    void the_api_prices_each_pick_once_wherever_it_stands() {
        assertThat(total("plate", pick("wings", pick("smoky")) + "," + pick("nuggets"), "10.50"))
                .isEqualTo("10.50");
        assertThat(total("plate", pick("wings") + "," + pick("nuggets") + "," + pick("smoky"), "10.50"))
                .as("beside the parts: it belongs to the first that has room")
                .isEqualTo("10.50");
        assertThat(total("plate", pick("wings", pick("smoky")) + "," + pick("wings", pick("herbs")), "11.20"))
                .as("the same part twice, each with its own sauce")
                .isEqualTo("11.20");
        assertThat(total("large", pick("wings", pick("smoky")) + "," + pick("corn") + "," + pick("smoky"), "13.00"))
                .as("one sauce for the dish, one for the wings")
                .isEqualTo("13.00");
        HttpResponse<String> other = post("large", pick("wings", pick("smoky")) + "," + pick("corn"), "12.00");
        assertThat(other.statusCode()).isEqualTo(409);
        JsonObject quote = Http.json(other).getJsonObject("quote");
        assertThat(quote.getJsonObject("total").getString("amount")).isEqualTo("12.50");
    }

    @Test
    void with_script_one_part_once_more_with_another_sauce_goes_from_the_page_to_the_kitchen_and_back() {
        try (Browser guest = Browser.phone()) {
            wingsTwice(guest.page());
            String mailbox = "grill" + UUID.randomUUID() + "@gast.example";
            String token = ordered(guest.page(), mailbox);

            theTypingSheetShows(token);
            String mail = eventually("mail", () -> MailServer.mailsTo(mailbox), mails -> mails.size() == 1)
                    .get(0)
                    .text();
            assertThat(mail).containsSubsequence("+ Wings", "+ Rauchsoße", "+ Wings", "+ Kräutersoße");
            assertThat(sauces(mail)).containsExactly("Rauchsoße", "Kräutersoße");
            theKitchenReads();

            guest.page().navigate(shop("/orders/" + token));
            guest.page().locator("form[action$='/repetition'] button").click();
            guest.page().waitForURL("**/cart");
            theCartHoldsBoth(guest.page());
            guest.page().locator(".line a[href*='line=']").click();
            assertThat(guest.page().locator("[name='g.parts/wings/sauce'][value=smoky]"))
                    .isChecked();
            assertThat(guest.page().locator("[name='g.parts/wings~2/sauce'][value=herbs]"))
                    .isChecked();
        }
    }

    @Test
    void without_script_the_same_button_opens_the_page_again_with_what_was_picked_so_far() {
        try (Browser guest = Browser.phoneWithoutJavaScript()) {
            wingsTwice(guest.page());
        }
    }

    /** The first wings with smoke, the second with herbs: the cart holds one line. */
    private static void wingsTwice(Page page) {
        page.navigate(grill.shop("/articles/plate?type=PICKUP&form"));
        page.locator("[name='q.parts/wings']").fill("1");
        page.locator("[name='g.parts/wings/sauce'][value=smoky]").check();
        page.locator("#note").fill("knusprig");

        page.locator("button[name=again][value='parts/wings']").click();

        assertThat(page.locator("[name='q.parts/wings~2']")).hasValue("1");
        assertThat(page.locator("[name='g.parts/wings/sauce'][value=smoky]")).isChecked();
        assertThat(page.locator("#note")).hasValue("knusprig");
        assertThat(page.locator("button[name=again][value='parts/wings']")).hasCount(0);
        page.locator("[name='g.parts/wings~2/sauce'][value=herbs]").check();
        page.locator("button.article-add").click();
        page.waitForURL(Pattern.compile(".*/" + grill.location() + "\\?.*"));
        page.navigate(grill.shop("/cart"));
        theCartHoldsBoth(page);
    }

    private static void theCartHoldsBoth(Page page) {
        assertThat(page.locator(".line")).hasCount(1);
        assertThat(page.locator(".line")).containsText("Wings (Rauchsoße)");
        assertThat(page.locator(".line")).containsText("Wings (Kräutersoße)");
        assertThat(page.locator(".line-total")).hasText("11,20 €");
    }

    /** @return the token of the guest's page */
    private static String ordered(Page page, String mailbox) {
        page.navigate(grill.shop("/checkout"));
        ShopGuest.type(page);
        page.locator("[name='guest.email']").fill(mailbox);
        page.locator("button[data-order]").click();
        page.waitForURL(Pattern.compile(".*/orders/.*"));
        return page.url().replaceAll(".*/orders/([^/?#]+).*", "$1");
    }

    private static void theTypingSheetShows(String token) {
        JsonObject order = Http.json(Http.visitor().get("/api/v1/orders/" + token, "Host", grill.host()));
        desk.page().navigate("/portal/orders/" + order.getString("orderId"));
        String sheet = desk.page().locator(".typing-lines").innerText();
        assertThat(sheet).containsSubsequence("Grillteller", "Wings", "Rauchsoße", "Wings", "Kräutersoße");
        assertThat(sauces(sheet)).containsExactly("Rauchsoße", "Kräutersoße");
        assertThat(desk.page().locator(".typing-line .number").last()).hasText("11,20 €");
    }

    private static void theKitchenReads() {
        Restaurant.runs(till, Http.visitor().base().toString());
        String ticket = eventually(
                        "a ticket with crisp wings",
                        () -> tickets().stream()
                                .filter(text -> text.contains("knusprig"))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
        till.stop();
        assertThat(ticket)
                .contains(
                        "  1 x Grillteller\n      + Wings\n        + Rauchsoße\n      + Wings\n        + Kräutersoße\n");
        assertThat(sauces(ticket)).containsExactly("Rauchsoße", "Kräutersoße");
    }

    private static List<String> tickets() {
        Path folder = till.folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*/tickets/[^/]+\\.txt"))
                    .map(SharedGroupsIT::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sauces(String text) {
        return SAUCE.matcher(text).results().map(found -> found.group()).toList();
    }

    private static String shop(String path) {
        return grill.shop("").replace("/" + grill.location(), path);
    }

    private static String pick(String option, String... below) {
        String group = List.of("smoky", "herbs").contains(option) ? "sauce" : "parts";
        return "{\"groupId\":\"" + group + "\",\"optionId\":\"" + option + "\",\"options\":[" + String.join(",", below)
                + "]}";
    }

    private static String total(String article, String options, String expected) {
        HttpResponse<String> answer = post(article, options, expected);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer).getJsonObject("total").getString("amount");
    }

    private static HttpResponse<String> post(String article, String options, String expected) {
        String order = Storefront.order(grill.location(), 1, "\"options\":[" + options + "]")
                .replace("\"101\"", "\"" + article + "\"")
                .replace(
                        "\"expectedTotal\":null",
                        "\"expectedTotal\":{\"amount\":\"" + expected + "\",\"currency\":\"EUR\"}");
        return Http.visitor()
                .postJson(
                        "/api/v1/orders",
                        order,
                        "Host",
                        grill.host(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private static final String MENU = """
            {"version":"2026-11-29T06:00:00Z","baseVersion":null,"currency":"EUR",
             "vatClasses":[{"id":"FOOD","rates":[{"from":"2024-01-01","onSite":"7.00","takeAway":"7.00"}]}],
             "categories":[{"id":"grill","name":{"de":"Vom Grill"},"sort":1}],"deposits":[],
             "optionGroups":[
              {"id":"sauce","name":{"de":"Soße"},"min":0,"max":1,"options":[
               {"id":"smoky","name":{"de":"Rauchsoße"},"price":"0.50"},
               {"id":"herbs","name":{"de":"Kräutersoße"},"price":"0.70"}]},
              {"id":"parts","name":{"de":"Zwei Teile"},"min":2,"max":2,"options":[
               {"id":"wings","name":{"de":"Wings"},"price":"0.00","optionGroups":["sauce"],"max":2},
               {"id":"nuggets","name":{"de":"Nuggets"},"price":"0.00","optionGroups":["sauce"],"max":1},
               {"id":"corn","name":{"de":"Mais"},"price":"0.00","max":1}]}],
             "articles":[
              {"id":"plate","category":"grill","name":{"de":"Grillteller"},"price":"10.00","vatClass":"FOOD",
               "sort":1,"allergens":[],"optionGroups":["parts"]},
              {"id":"large","category":"grill","name":{"de":"Großer Grillteller"},"price":"12.00","vatClass":"FOOD",
               "sort":2,"allergens":[],"optionGroups":["parts","sauce"]}]}
            """;
}
