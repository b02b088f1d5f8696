package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An article with choices that must be made: what it costs meanwhile, and what is said when they were left out. */
@SystemTest
class ArticleIT {

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void the_price_is_one_from_the_cheapest_on_until_everything_is_chosen() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            page.navigate("/linde-mitte/articles/110?type=PICKUP");
            Locator total = page.locator("[data-total]");

            assertThat(page.locator(".article-head .price")).hasText("ab 1,50 €");
            assertThat(total).hasText("ab 1,50 €");
            page.locator("input[name='g.size'][value='40']").check();
            assertThat(total).hasText("ab 8,00 €");
            page.locator("input[name='g.own-toppings'][value='ham']").check();
            assertThat(total).hasText("8,00 €");
            page.locator("input[name='g.own-toppings'][value='salami']").check();
            assertThat(total).hasText("9,50 €");

            page.navigate("/linde-mitte?type=PICKUP");
            assertThat(page.locator("#a-110 .price")).hasText("ab 1,50 €");
            assertThat(page.locator("#a-301 .price")).hasText("4,20 €");
        }
    }

    @Test
    void a_dish_is_found_by_its_words_without_umlauts_in_any_order_with_and_without_javascript() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            page.navigate("/linde-mitte?type=PICKUP");
            page.locator("#q").fill("schnitzel jager");
            assertThat(page.locator("#a-232")).isVisible();
            assertThat(page.locator(".dish:visible")).hasCount(1);
            page.locator("#q").fill("pizza mit TOMATEN und champignon");
            assertThat(page.locator("#a-102")).isVisible();
            assertThat(page.locator("#a-232")).isHidden();
        }
        try (Browser guest = Browser.phoneWithoutJavaScript()) {
            Page page = guest.page();
            page.navigate("/linde-mitte?type=PICKUP");
            page.locator("#q").fill("jaegerschnitzel");
            page.locator("form[role=search] > .finder-row button").click();
            assertThat(page.locator(".dish")).hasCount(1);
            assertThat(page.locator("#a-232")).isVisible();
        }
    }

    @Test
    void without_javascript_no_wrong_price_is_shown_and_each_choice_left_out_is_named_at_its_place() {
        try (Browser guest = Browser.phoneWithoutJavaScript()) {
            Page page = guest.page();
            page.navigate("/linde-mitte/articles/110?type=PICKUP&form");

            assertThat(page.locator(".article-head .price")).hasText("ab 1,50 €");
            assertThat(page.locator("[data-total]")).isEmpty();
            page.locator("#note").fill("Bitte ohne Salz");
            page.locator("button.article-add").click();

            assertThat(page.locator("fieldset .error")).hasCount(2);
            assertThat(page.locator("[id='group-g.size'] .error")).containsText("Größe");
            assertThat(page.locator("#note")).hasValue("Bitte ohne Salz");
            page.locator("input[name='g.size'][value='26']").check();
            page.locator("input[name='g.own-toppings'][value='ham']").check();
            page.locator("#quantity").fill("100");
            page.locator("button.article-add").click();
            assertThat(page.locator("#quantity[aria-invalid=true]")).hasCount(1);
            assertThat(page.locator("#quantity-fault")).containsText("99");
        }
    }

    @Test
    void without_javascript_a_dish_comes_with_its_form_and_the_way_to_the_cart_is_always_there() {
        try (Browser guest = Browser.phoneWithoutJavaScript()) {
            Page page = guest.page();
            page.navigate("/linde-mitte?type=PICKUP");
            assertThat(page.locator("#cart-bar a")).hasAttribute("href", "/linde-mitte/cart");
            page.locator("#a-101 a").click();
            page.waitForURL("**/articles/101?type=PICKUP&form**");
            page.locator("input[name='g.size'][value='26']").check();
            page.locator("button.article-add").click();
            page.waitForURL("**/linde-mitte?type=PICKUP**");
            page.locator("#cart-bar a").click();

            assertThat(page.locator(".line")).hasCount(1);
        }
    }

    @Test
    void a_page_that_is_the_same_for_everybody_says_to_each_guest_what_is_theirs() {
        try (Browser guest = Browser.phone();
                Browser other = Browser.phone()) {
            for (Browser each : List.of(guest, other)) each.page().navigate("/linde-mitte?type=PICKUP");
            assertThat(guest.page().locator("#cart-bar")).isHidden();
            ShopGuest.putInCart(guest.page(), "PICKUP");
            assertThat(guest.page().locator("#cart-bar")).containsText("1 Artikel");

            other.page().reload();
            assertThat(other.page().locator("#cart-bar[hidden]")).hasCount(1);
        }
    }
}
