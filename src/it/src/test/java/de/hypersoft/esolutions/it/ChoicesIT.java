package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Choices that count and hang below each other, on the pages and over the storefront API. */
@SystemTest
class ChoicesIT {

    private static final String SMALL = "{\"groupId\":\"size\",\"optionId\":\"26\"}";

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void the_same_extra_twice_is_paid_twice_however_it_is_written() {
        String ham = "{\"groupId\":\"toppings\",\"optionId\":\"ham\"}";
        String counted = ham.replace("}", ",\"quantity\":2}");

        assertThat(total(order("101", SMALL + "," + counted))).isEqualTo("11.88");
        assertThat(total(order("101", SMALL + "," + ham + "," + ham))).isEqualTo("11.88");
        HttpResponse<String> three = post(order("101", SMALL + "," + counted.replace(":2", ":3")));
        assertThat(three.statusCode()).isEqualTo(422);
        assertThat(Http.json(three).getString("code")).isEqualTo("too-many-of-option");
    }

    @Test
    void what_an_option_asks_may_hang_below_it_or_stand_beside_it() {
        String beef = "{\"groupId\":\"patty\",\"optionId\":\"beef\"";
        String medium = "{\"groupId\":\"doneness\",\"optionId\":\"medium\"}";

        String tree = total(order("201", beef + ",\"options\":[" + medium + "]}"));
        String flat = total(order("201", beef + "}," + medium));

        assertThat(tree).isEqualTo(flat);
        assertThat(Http.json(post(order("201", beef + "}"))).getString("code")).isEqualTo("option-missing");
    }

    @Test
    void L24_a_drink_with_an_age_is_not_sold_over_the_api_without_the_word_of_the_guest() {
        HttpResponse<String> silent = post(order("503", ""));

        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(Http.json(silent).getString("code")).isEqualTo("age-not-confirmed");
        assertThat(Http.json(silent).getInt("age")).isEqualTo(16);
        assertThat(post(order("503", "").replace("\"fulfilAt\"", "\"ageConfirmed\":true,\"fulfilAt\""))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void without_javascript_pieces_are_numbers_and_a_line_of_the_cart_comes_back_as_it_was_chosen() {
        try (Browser guest = Browser.phoneWithoutJavaScript()) {
            Page page = guest.page();
            page.navigate("/linde-mitte/articles/101?type=PICKUP&form");
            page.locator("input[name='g.size'][value='26']").check();
            page.locator("input[name='q.toppings/ham']").fill("2");
            page.locator("button.article-add").click();
            page.navigate("/linde-mitte/cart");
            assertThat(page.locator(".line")).containsText("2 × Kochschinken");
            assertThat(page.locator(".line-total")).hasText("11,88 €");

            page.locator(".line a[href*='line=']").click();
            assertThat(page.locator("input[name='g.size'][value='26']")).isChecked();
            assertThat(page.locator("input[name='q.toppings/ham']")).hasValue("2");
            page.locator("input[name='q.toppings/ham']").fill("3");
            page.locator("button.article-add").click();
            assertThat(page.locator("[id='group-g.toppings'] .error")).isVisible();
            page.locator("input[name='q.toppings/ham']").fill("1");
            page.locator("button.article-add").click();

            assertThat(page.locator(".line")).hasCount(1);
            assertThat(page.locator(".line-total")).hasText("10,89 €");
        }
    }

    @Test
    void with_javascript_pieces_are_counted_by_keyboard_and_the_price_follows() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            page.navigate("/linde-mitte/articles/101?type=PICKUP");
            Locator total = page.locator("[data-total]");
            page.locator("input[name='g.size'][value='26']").check();
            Locator more = page.locator(".option-counted:has(input[name='q.toppings/ham']) button")
                    .last();
            more.focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            assertThat(total).hasText("11,88 €");
            page.keyboard().press("Enter");
            assertThat(total).hasText("11,88 €");
        }
    }

    private static String order(String article, String options) {
        return Storefront.order("linde-mitte", 1, "\"options\":[" + options + "]")
                .replace("\"articleId\":\"101\"", "\"articleId\":\"" + article + "\"");
    }

    private static String total(String order) {
        HttpResponse<String> answer = post(order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer).getJsonObject("total").getString("amount");
    }

    private static HttpResponse<String> post(String body) {
        return Storefront.post(Http.visitor(), body);
    }
}
