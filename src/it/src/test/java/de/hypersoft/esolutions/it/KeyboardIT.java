package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole way from the menu to the order without a mouse: every step is reached by Tab, and its focus is seen. */
@SystemTest
class KeyboardIT {

    private static final int MOST_TABS = 400;

    @Test
    void a_guest_orders_with_the_keyboard_alone() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser guest = Browser.desktop()) {
            Page page = guest.page();
            page.navigate("/linde-mitte");
            tabTo(page, "a[href*='/articles/101']");
            page.keyboard().press("Enter");
            assertThat(page.locator("dialog[open] .article")).isVisible();

            tabTo(page, "dialog fieldset[data-forced=true] input[type=radio]");
            page.keyboard().press("Space");
            tabTo(page, "dialog button.article-add");
            page.keyboard().press("Enter");
            assertThat(page.locator("dialog[open]")).hasCount(0);

            tabTo(page, "#cart-bar a");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/cart.*"));
            tabTo(page, "a[href*='/checkout']");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/checkout.*"));
            type(page, "guest.name", "Gerda Gast");
            type(page, "guest.phone", "+49 30 5550100");
            type(page, "guest.email", "gerda@gast.example");
            tabTo(page, "button[data-order]");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/orders/.*"));
            assertThat(page.locator("#status h1")).isVisible();
        }
    }

    @Test
    void back_closes_the_sheet_of_a_dish_and_the_menu_is_where_it_was() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser guest = Browser.desktop()) {
            Page page = guest.page();
            page.navigate("/linde-mitte");
            page.locator("a[data-sheet][href*='/articles/110']").first().click();
            assertThat(page.locator("dialog[open] .article")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/linde-mitte/articles/110.*"));
            page.goBack();
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile(".*/linde-mitte$"));

            page.goForward();
            assertThat(page.locator("#article")).isVisible();
            page.goBack();
            page.locator("a[data-sheet][href*='/articles/110']").first().click();
            page.locator("dialog[open] .sheet-close").click();
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile(".*/linde-mitte$"));
        }
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, "[name='" + field + "']");
        page.keyboard().type(text);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                assertThat((Boolean) page.evaluate(SEEN))
                        .as("the focus on " + selector + " is seen")
                        .isTrue();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reached " + selector);
    }

    /** Around the element itself, or around the card that stands for it; text fields show their caret as well. */
    private static final String SEEN = """
            () => {
              const outlined = element => element && getComputedStyle(element).outlineStyle !== 'none'
                  && parseFloat(getComputedStyle(element).outlineWidth) > 0;
              const active = document.activeElement;
              return outlined(active) || outlined(active.closest('.dish, label, .place'));
            }""";
}
