package de.hypersoft.esolutions.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.catalog.availability.AvailabilityWindow;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.pricing.Basket;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

public class CartCheckTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void a_cart_that_can_be_had_is_priced_and_orderable() {
        CartCheck check = check(OrderType.PICKUP, Availability.ALL, line("pizza", 2, 990), line("cola", 1, 270));

        assertThat(check.orderable()).isTrue();
        assertThat(quote(check).total()).isEqualTo(Money.of(2_250, "EUR"));
    }

    @Test
    void T12_another_order_type_shows_the_changed_price_of_each_line() {
        CartCheck check = check(OrderType.DELIVERY, Availability.ALL, line("pizza", 1, 990), line("cola", 1, 270));

        assertThat(check.lines()).extracting(CartCheck.Line::priceChanged).containsExactly(true, false);
        assertThat(check.orderable()).isTrue();
    }

    @Test
    void T19_an_article_that_became_blocked_is_named_and_the_rest_is_still_priced() {
        CartCheck check = check(
                OrderType.PICKUP,
                new Availability(Set.of("cola"), Map.of(), Map.of()),
                line("pizza", 1, 990),
                line("cola", 1, 270));

        assertThat(check.lines()).extracting(CartCheck.Line::trouble).containsExactly(null, CartCheck.Trouble.SOLD_OUT);
        assertThat(check.orderable()).isFalse();
        assertThat(quote(check).total()).isEqualTo(Money.of(990, "EUR"));
    }

    @Test
    void T19_portions_are_counted_over_all_lines_of_the_cart() {
        Availability two = new Availability(Set.of(), Map.of("pizza", 2), Map.of());

        assertThat(check(OrderType.PICKUP, two, line("pizza", 2, 990)).orderable())
                .isTrue();
        assertThat(check(OrderType.PICKUP, two, line("pizza", 2, 990), noted("pizza"))
                        .orderable())
                .isFalse();
    }

    @Test
    void T19_pieces_of_options_are_counted_over_the_whole_tree_of_all_lines() {
        Selection two = new Selection("box", 2, List.of(new Selection.Pick("drink", "cola", 2, List.of())), "");
        CartContents.Line line = new CartContents.Line("1", two, Money.of(1_000, "EUR"));

        assertThat(check(
                                OrderType.PICKUP,
                                new Availability(Set.of(), Map.of("cola", 5), Map.of()),
                                line,
                                line("cola", 1, 270))
                        .orderable())
                .isTrue();
        assertThat(check(
                                OrderType.PICKUP,
                                new Availability(Set.of(), Map.of("cola", 4), Map.of()),
                                line,
                                line("cola", 1, 270))
                        .lines())
                .extracting(CartCheck.Line::trouble)
                .containsExactly(CartCheck.Trouble.SOLD_OUT, CartCheck.Trouble.SOLD_OUT);
    }

    @Test
    void T20_a_choice_that_is_served_at_lunch_alone_cannot_be_had_in_the_evening() {
        Selection soup = new Selection("box", 1, List.of(new Selection.Pick("drink", "soup")), "");
        CartContents.Line line = new CartContents.Line("1", soup, Money.of(1_000, "EUR"));

        assertThat(check(OrderType.PICKUP, Availability.ALL, line).lines())
                .extracting(CartCheck.Line::trouble)
                .containsExactly(CartCheck.Trouble.NOT_AT_THIS_TIME);
    }

    @Test
    void what_left_the_menu_is_gone() {
        assertThat(check(OrderType.PICKUP, Availability.ALL, line("soup", 1, 650))
                        .lines())
                .extracting(CartCheck.Line::trouble)
                .containsExactly(CartCheck.Trouble.GONE);
    }

    @Test
    void choices_the_menu_no_longer_allows_are_changed() {
        CartContents.Line old = new CartContents.Line(
                "1", new Selection("pizza", 1, List.of(new Selection.Pick("size", "50")), ""), Money.of(990, "EUR"));

        assertThat(check(OrderType.PICKUP, Availability.ALL, old).lines())
                .extracting(CartCheck.Line::trouble)
                .containsExactly(CartCheck.Trouble.CHANGED);
    }

    @Test
    void the_price_of_one_piece_is_that_of_the_order_type_however_many_are_picked() {
        Selection three = new Selection("pizza", 3, List.of(), "");

        assertThat(CartCheck.unitPrice(menu(), basket(OrderType.PICKUP).with(List.of(three))))
                .isEqualTo(Money.of(990, "EUR"));
        assertThat(CartCheck.unitPrice(menu(), basket(OrderType.DELIVERY).with(List.of(three))))
                .isEqualTo(Money.of(1_090, "EUR"));
    }

    private static Basket basket(OrderType type) {
        return Basket.of(type, NOW, ZoneId.of("Europe/Berlin"), "DE");
    }

    private static CartCheck check(OrderType type, Availability availability, CartContents.Line... lines) {
        return CartCheck.of(menu(), availability, List.of(lines), basket(type), NOW, ZoneId.of("Europe/Berlin"));
    }

    private static Quote quote(CartCheck check) {
        return Objects.requireNonNull(check.quote());
    }

    private static CartContents.Line line(String article, int quantity, long price) {
        return new CartContents.Line(article, new Selection(article, quantity, List.of(), ""), Money.of(price, "EUR"));
    }

    private static CartContents.Line noted(String article) {
        return new CartContents.Line("noted", new Selection(article, 1, List.of(), "knusprig"), Money.of(990, "EUR"));
    }

    public static Menu menu() {
        VatRate seven = VatRate.parse("7.00");
        return new Menu(
                "test",
                EUR,
                List.of(),
                Map.of(
                        "pizza",
                        article("pizza", 990, 1_090, List.of()),
                        "cola",
                        article("cola", 270, 270, List.of()),
                        "lunch",
                        article("lunch", 650, 650, lunchtime()),
                        "box",
                        article("box", 1_000, 1_000, List.of(), "drink")),
                Map.of("drink", drink()),
                Map.of(),
                Map.of("FOOD", new Menu.VatClass("FOOD", List.of(new Menu.DatedRates(TODAY, seven, seven)))));
    }

    private static Menu.OptionGroup drink() {
        Menu.Option cola =
                new Menu.Option("cola", LocalizedText.NONE, Money.of(0, "EUR"), "cola", List.of(), List.of());
        Menu.Option soup =
                new Menu.Option("soup", LocalizedText.NONE, Money.of(0, "EUR"), "lunch", List.of(), List.of());
        return new Menu.OptionGroup("drink", LocalizedText.NONE, 0, 9, List.of(cola, soup));
    }

    private static List<AvailabilityWindow> lunchtime() {
        return List.of(new AvailabilityWindow(Set.of(), LocalTime.of(11, 0), LocalTime.of(15, 0)));
    }

    private static Menu.Article article(
            String id, long price, long delivered, List<AvailabilityWindow> windows, String... groups) {
        return new Menu.Article(
                id,
                "all",
                new LocalizedText(Map.of("de", id)),
                LocalizedText.NONE,
                Money.of(price, "EUR"),
                Map.of(OrderType.DELIVERY, Money.of(delivered, "EUR")),
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
