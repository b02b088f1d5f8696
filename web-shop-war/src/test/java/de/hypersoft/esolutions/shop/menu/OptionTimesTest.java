package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.catalog.availability.AvailabilityWindow;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.view.OpenShop;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dish that is served at lunch alone and stands in a menu as a choice. */
class OptionTimesTest {

    private static final Money NONE = Money.of(0, "EUR");
    private static final Menu.Article BOX = article("box", List.of(), "sides");
    private static final Menu.Article SOUP =
            article("soup", List.of(new AvailabilityWindow(Set.of(), LocalTime.of(11, 0), LocalTime.of(15, 0))));

    private static final Menu MENU = new Menu(
            "test",
            Currency.getInstance("EUR"),
            List.of(),
            Map.of("box", BOX, "soup", SOUP),
            Map.of(
                    "sides",
                    new Menu.OptionGroup(
                            "sides",
                            LocalizedText.NONE,
                            0,
                            1,
                            List.of(
                                    new Menu.Option("soup", LocalizedText.NONE, NONE, "soup", List.of(), List.of()),
                                    new Menu.Option("bread", LocalizedText.NONE, NONE, null, List.of(), List.of())))),
            Map.of(),
            Map.of());

    @Test
    void says_in_the_evening_that_it_is_to_be_had_at_another_time_and_can_be_picked_for_then() {
        assertThat(options("2026-11-22T18:00:00Z"))
                .extracting(ArticleView.Option::otherTime)
                .containsExactly("zu anderer Zeit", "");
        assertThat(options("2026-11-22T18:00:00Z"))
                .extracting(ArticleView.Option::away)
                .containsExactly("", "");
        assertThat(options("2026-11-22T11:00:00Z"))
                .extracting(ArticleView.Option::otherTime)
                .containsExactly("", "");
    }

    private static List<ArticleView.Option> options(String now) {
        return new OptionViews(MENU, Availability.ALL, 0, OpenShop.page(Instant.parse(now)), "")
                .of(Picked.of(MENU, BOX, new Selection("box", 1, List.of(), "")), BOX.price())
                .get(0)
                .options();
    }

    private static Menu.Article article(String id, List<AvailabilityWindow> windows, String... groups) {
        return new Menu.Article(
                id,
                "all",
                LocalizedText.NONE,
                LocalizedText.NONE,
                Money.of(10_00, "EUR"),
                Map.of(),
                0,
                "FOOD",
                List.of(groups),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                null,
                1,
                true,
                windows,
                List.of());
    }
}
