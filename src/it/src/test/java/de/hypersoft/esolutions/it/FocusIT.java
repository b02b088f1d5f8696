package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who goes through the shop by keyboard sees where they are: nothing that has the focus lies under a bar. */
@SystemTest
@Tag("long")
class FocusIT {

    private static final int TABS = 120;

    enum Screen {
        PHONE(Browser::phone),
        DESKTOP(Browser::desktop);

        private final Supplier<Browser> browser;

        Screen(Supplier<Browser> browser) {
            this.browser = browser;
        }
    }

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void nothing_that_has_the_focus_lies_under_a_bar_on_menu_dish_and_sheet_forwards_and_backwards(Screen screen) {
        try (Browser guest = screen.browser.get()) {
            Page page = guest.page();
            ShopGuest.putInCart(page, "PICKUP");
            List<String> covered = new ArrayList<>();
            for (String path : List.of("/linde-mitte?type=PICKUP", "/linde-mitte/articles/110?type=PICKUP")) {
                page.navigate(path);
                covered.addAll(walked(page, path));
            }
            page.navigate("/linde-mitte?type=PICKUP");
            page.locator("a[data-sheet][href*='/articles/110']").first().click();
            assertThat(page.locator("dialog[open] .article-foot")).isVisible();
            covered.addAll(walked(page, "sheet"));

            assertThat(covered).isEmpty();
        }
    }

    private static List<String> walked(Page page, String where) {
        List<String> covered = new ArrayList<>();
        for (String key : List.of("Tab", "Shift+Tab"))
            for (int i = 0; i < TABS; i++) {
                page.keyboard().press(key);
                String under = (String) page.evaluate(UNDER);
                if (!under.isEmpty()) covered.add(where + ", " + key + ": " + under);
            }
        return covered.stream().distinct().toList();
    }

    /** Empty, or the element in focus that a bar hides, wholly or in part, and the bar. */
    private static final String UNDER = """
            () => {
              const active = document.activeElement;
              if (active === document.body) return '';
              const one = (active.matches('input') && active.closest('label') || active).getBoundingClientRect();
              if (one.height > innerHeight / 2) return '';
              const root = active.closest('dialog') ?? document.body;
              const bars = root.bars ??= [...root.querySelectorAll('*')]
                .filter(each => ['sticky', 'fixed'].includes(getComputedStyle(each).position));
              for (const bar of bars) {
                if (!bar.isConnected || bar.contains(active) || active.contains(bar)) continue;
                const other = bar.getBoundingClientRect();
                const beside = one.right <= other.left + 1 || one.left >= other.right - 1;
                if (!beside && other.height > 1 && one.bottom > other.top + 1 && one.top < other.bottom - 1)
                  return (active.id || active.getAttribute('href') || active.name || active.tagName) + ' under ' + bar.className;
              }
              return '';
            }""";
}
