package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A menu that is written in Arabic alone, in a shop whose frame is German. */
@SystemTest
@Tag("long")
class ArabicMenuIT {

    @Test
    void dishes_are_read_from_right_to_left_and_the_page_around_them_from_left_to_right() {
        try (Browser hosting = Browser.desktop();
                Browser desk = Browser.desktop();
                Browser guest = Browser.phone()) {
            OwnRestaurant palm = OwnRestaurant.bring(hosting, "palm", "EUR", location -> location);
            palm.signIn(desk.page());
            try (TillProcess till = palm.till(desk.page())) {
                palm.loads(till, MENU);
            }
            Page page = guest.page();
            page.navigate(palm.shop("?type=PICKUP"));

            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(direction(page.locator("html"))).isEqualTo("ltr");
            Locator dish = page.locator(".dish", new Page.LocatorOptions().setHasText("فلافل"));
            assertThat(direction(dish.locator("h3 bdi"))).isEqualTo("rtl");
            assertThat(direction(page.locator("section.category h2"))).isEqualTo("rtl");
            assertThat(direction(dish.locator(".dish-price"))).isEqualTo("ltr");
            assertThat(dish.locator(".price")).hasText("6,50\u00a0€");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            assertThat(guest.accessibilityFindings()).isEmpty();
            guest.photograph("menu-arabic-phone");

            dish.locator("a").click();
            assertThat(page.locator("dialog[open] h1")).hasText("فلافل");
            assertThat(direction(page.locator("dialog[open] h1"))).isEqualTo("rtl");
            page.locator("dialog[open] button.article-add").click();
            page.navigate(palm.shop("/checkout"));
            ShopGuest.type(page);
            page.locator("button[data-order]").click();
            page.waitForURL(Pattern.compile(".*/orders/.*"));
            assertThat(direction(page.locator("#status .overview-name bdi").first()))
                    .isEqualTo("rtl");
            assertThat(page.locator("#status .bill-total")).containsText("6,50\u00a0€");
        }
    }

    private static Object direction(Locator element) {
        return element.evaluate("element => getComputedStyle(element).direction");
    }

    private static final String MENU = """
            {"version":"2026-11-29T06:00:00Z","baseVersion":null,"currency":"EUR",
             "vatClasses":[{"id":"FOOD","rates":[{"from":"2024-01-01","onSite":"7.00","takeAway":"7.00"}]}],
             "categories":[{"id":"cold","name":{"ar":"مقبلات"},"sort":1}],"deposits":[],"optionGroups":[],
             "articles":[
              {"id":"1","category":"cold","name":{"ar":"فلافل"},"description":{"ar":"كرات حمص مقلية"},"price":"6.50",
               "vatClass":"FOOD","sort":1,"allergens":["SESAME"]},
              {"id":"2","category":"cold","name":{"ar":"حمص"},"price":"5.90","vatClass":"FOOD","sort":2,"allergens":[]}]}
            """;
}
