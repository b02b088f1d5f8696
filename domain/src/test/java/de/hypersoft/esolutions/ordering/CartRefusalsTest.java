package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.ordering.cart.CartCheckTest;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a page that is older than its cart asks for. */
@OnBothDatabases
class CartRefusalsTest {

    private static final Menu MENU = CartCheckTest.menu();
    private static final Selection PIZZA = new Selection("pizza", 1, List.of(), "");

    private final Store store;
    private final Carts carts;
    private final CartKey key =
            new CartKey(Secret.fresh().value(), new TenantId(UUID.randomUUID()), new LocationId(UUID.randomUUID()));

    CartRefusalsTest(Store store) {
        this.store = store;
        this.carts = new Carts(store.entities(), HandClock.at("2026-11-22T18:00:00Z"));
    }

    @Test
    void a_line_that_the_other_tab_took_out_is_neither_changed_nor_replaced_and_stays_out() {
        add();
        String line = lines().get(0).id();
        store.run(() -> carts.remove(key, line));

        assertThat(Refusals.code(() -> store.run(() -> carts.changeQuantity(key, line, 2))))
                .isEqualTo("unknown-line");
        store.run(() -> carts.remove(key, line));
        assertThat(Refusals.code(() -> store.run(
                        () -> carts.replace(key, MENU, line, new Carts.Addition(PIZZA, Money.of(990, "EUR")), "open"))))
                .isEqualTo("unknown-line");
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_line_that_is_gone_is_taken_out_again_without_a_word_while_others_lie_in_the_cart() {
        add();

        store.run(() -> carts.remove(key, "gone"));

        assertThat(lines()).hasSize(1);
    }

    @Test
    void of_a_cart_that_was_cleared_away_no_line_is_known_and_the_way_to_get_it_can_be_chosen_anew() {
        assertThat(Refusals.code(() -> store.run(() -> carts.changeQuantity(key, "gone", 2))))
                .isEqualTo("unknown-line");
        assertThat(Refusals.code(() -> store.run(() -> carts.replace(
                        key, MENU, "gone", new Carts.Addition(PIZZA, Money.of(990, "EUR")), "opening-1"))))
                .isEqualTo("unknown-line");
        assertThat(store.in(() -> carts.find(key))).isEmpty();

        assertThat(store.in(() -> carts.fulfilBy(key, OrderType.DELIVERY)).orderType())
                .isEqualTo(OrderType.DELIVERY);
    }

    @Test
    void undo_brings_a_line_back_once() {
        add();
        String line = lines().get(0).id();
        store.run(() -> carts.remove(key, line));
        assertThat(lines()).isEmpty();

        store.run(() -> carts.restore(key));
        store.run(() -> carts.restore(key));

        assertThat(lines()).extracting(CartContents.Line::id).containsExactly(line);
        assertThat(Refusals.code(CartContents.EMPTY::restored)).isEqualTo("nothing-removed");
    }

    @Test
    void fifty_lines_are_an_order_and_one_more_is_none_neither_in_a_cart_nor_sent_by_a_program() {
        CartContents cart = CartContents.EMPTY;
        for (int i = 0; i < SelectionRules.MOST_LINES; i++)
            cart = cart.with("l" + i, new Selection("a" + i, 1, List.of(), ""), Money.of(990, "EUR"));
        CartContents full = cart;

        assertThat(Refusals.code(
                        () -> full.with("one-more", new Selection("b", 1, List.of(), ""), Money.of(990, "EUR"))))
                .isEqualTo("too-many-lines");
        assertThat(SelectionRules.check(MENU, Collections.nCopies(SelectionRules.MOST_LINES, PIZZA)))
                .hasSize(SelectionRules.MOST_LINES);
        assertThat(Refusals.code(
                        () -> SelectionRules.check(MENU, Collections.nCopies(SelectionRules.MOST_LINES + 1, PIZZA))))
                .isEqualTo("too-many-lines");
    }

    private void add() {
        store.run(
                () -> carts.add(key, MENU, OrderType.PICKUP, new Carts.Addition(PIZZA, Money.of(990, "EUR")), "open"));
    }

    private List<CartContents.Line> lines() {
        return store.in(() -> carts.find(key)).orElseThrow().contents().lines();
    }
}
