package de.hypersoft.esolutions.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pricing.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartContentsTest {

    private static final Money PRICE = Money.of(990, "EUR");
    private static final Selection.Pick CHEESE = new Selection.Pick("toppings", "cheese");

    private final CartContents twoPizzas = CartContents.EMPTY.with("1", pizza(2), PRICE);

    @Test
    void the_same_article_with_the_same_choices_is_one_line() {
        CartContents cart = twoPizzas.with("2", pizza(1), PRICE);

        assertThat(cart.lines()).singleElement().satisfies(l -> {
            assertThat(l.id()).isEqualTo("1");
            assertThat(l.selection().quantity()).isEqualTo(3);
        });
    }

    @Test
    void other_choices_are_another_line() {
        assertThat(twoPizzas.with("2", pizza(1, CHEESE), PRICE).lines()).hasSize(2);
    }

    @Test
    void another_choice_for_a_line_stays_in_its_place_or_joins_the_line_of_its_kind() {
        CartContents cart = twoPizzas.with("2", pizza(1, CHEESE), PRICE);

        CartContents noted =
                cart.replaced("1", new Selection("pizza", 2, List.of(), "knusprig"), Money.of(1_000, "EUR"));
        CartContents joined = cart.replaced("1", pizza(2, CHEESE), PRICE);

        assertThat(noted.lines()).extracting(CartContents.Line::id).containsExactly("1", "2");
        assertThat(noted.lines().get(0).unitPrice()).isEqualTo(Money.of(1_000, "EUR"));
        assertThat(joined.lines()).singleElement().satisfies(l -> {
            assertThat(l.id()).isEqualTo("2");
            assertThat(l.selection().quantity()).isEqualTo(3);
        });
        assertThat(joined.removed()).isNull();
        assertThatThrownBy(() -> cart.replaced("9", pizza(1), PRICE)).isInstanceOf(NotFound.class);
    }

    @Test
    void T15_sixty_plain_and_forty_with_cheese_of_one_article_are_refused() {
        CartContents sixty = CartContents.EMPTY.with("1", pizza(60), PRICE);

        assertThatThrownBy(() -> sixty.with("2", pizza(40, CHEESE), PRICE))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.parameters()).containsEntry("limit", 99));
        assertThat(sixty.with("2", pizza(39, CHEESE), PRICE).pieces()).isEqualTo(99);
    }

    @Test
    void T15_the_limit_holds_for_changed_and_restored_lines_too() {
        CartContents removed = twoPizzas.without("1").with("2", pizza(99, CHEESE), PRICE);
        CartContents undone = twoPizzas.with("2", pizza(97, CHEESE), PRICE);

        assertThatThrownBy(() -> undone.withQuantity("1", 3)).isInstanceOf(Invalid.class);
        assertThat(undone.withQuantity("1", 1).pieces()).isEqualTo(98);
        assertThat(removed.removed()).isNull();
    }

    @Test
    void a_quantity_below_zero_is_refused_and_zero_takes_the_line_out() {
        assertThatThrownBy(() -> twoPizzas.withQuantity("1", -1)).isInstanceOf(Invalid.class);
        assertThat(twoPizzas.withQuantity("1", 0).lines()).isEmpty();
    }

    @Test
    void the_line_removed_last_can_be_brought_back() {
        assertThat(twoPizzas.without("1").restored().lines()).isEqualTo(twoPizzas.lines());
    }

    @Test
    void a_line_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> twoPizzas.without("9")).isInstanceOf(NotFound.class);
    }

    @Test
    void an_ordered_cart_is_empty_and_remembers_what_was_ordered() {
        CartContents ordered = twoPizzas.orderedAs("key-1");

        assertThat(ordered.lines()).isEmpty();
        assertThat(ordered.ordered()).isEqualTo(new CartContents.Ordered("key-1", twoPizzas.lines()));
    }

    @Test
    void fifty_lines_fit_and_no_more() {
        CartContents cart = CartContents.EMPTY;
        for (int i = 0; i < 50; i++) cart = cart.with("l" + i, new Selection("a" + i, 1, List.of(), ""), PRICE);
        CartContents full = cart;

        assertThatThrownBy(() -> full.with("l50", new Selection("a50", 1, List.of(), ""), PRICE))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void what_is_stored_is_read_back_unchanged() {
        CartContents cart = twoPizzas
                .with("2", new Selection("102", 1, List.of(CHEESE), "ohne Zwiebeln »bitte«"), PRICE)
                .without("1")
                .deliveredTo("10115");

        assertThat(Json.read(Json.write(cart), CartContents.class)).isEqualTo(cart);
        CartContents ordered = cart.orderedAs("key-1");
        assertThat(Json.read(Json.write(ordered), CartContents.class)).isEqualTo(ordered);
    }

    private static Selection pizza(int quantity, Selection.Pick... picks) {
        return new Selection("101", quantity, List.of(picks), "");
    }
}
