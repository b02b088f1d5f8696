package de.hypersoft.esolutions.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CartsTest {

    private static final Menu MENU = CartCheckTest.menu();
    private static final Carts.Addition PIZZA = pizza(1);
    private static final Carts.Addition TWO = pizza(2);

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Carts carts;

    CartsTest(Store store) {
        this.store = store;
        this.carts = new Carts(store.entities(), clock);
    }

    @Test
    void a_cart_is_there_again_after_it_was_stored() {
        CartKey key = key();

        store.run(() -> carts.deliverTo(key, "10119"));
        store.run(() -> carts.fulfilBy(key, OrderType.DELIVERY));

        assertThat(store.in(() -> carts.find(key))).hasValueSatisfying(cart -> {
            assertThat(cart.orderType()).isEqualTo(OrderType.DELIVERY);
            assertThat(cart.contents().postcode()).isEqualTo("10119");
        });
    }

    @Test
    void T49_the_same_secret_opens_nothing_at_another_tenant_or_location() {
        CartKey key = key();
        store.run(() -> carts.deliverTo(key, "10119"));

        CartKey otherTenant = new CartKey(key.secret(), new TenantId(UUID.randomUUID()), key.location());
        CartKey otherPlace = new CartKey(key.secret(), key.tenant(), new LocationId(UUID.randomUUID()));

        assertThat(store.in(() -> carts.find(otherTenant))).isEmpty();
        assertThat(store.in(() -> carts.find(otherPlace))).isEmpty();
    }

    @Test
    void a_second_click_keeps_what_was_ordered_by_the_first() {
        CartKey key = key();
        store.run(() -> carts.ordered(key, "key-0001"));
        CartView first = store.in(() -> carts.find(key)).orElseThrow();

        store.run(() -> carts.ordered(key, "key-0001"));

        assertThat(store.in(() -> carts.find(key))).contains(first);
    }

    @Test
    void a_cart_nobody_touched_is_removed_and_a_fresh_one_stays() {
        CartKey old = key();
        store.run(() -> carts.deliverTo(old, "10119"));
        clock.advance(Duration.ofDays(31));
        CartKey fresh = key();
        store.run(() -> carts.deliverTo(fresh, "10119"));

        assertThat(store.in(() -> carts.sweep(Duration.ofDays(30)))).isPositive();

        assertThat(store.in(() -> carts.find(old))).isEmpty();
        assertThat(store.in(() -> carts.find(fresh))).isPresent();
    }

    @Test
    void each_change_answers_what_the_cart_holds_now() {
        CartKey key = key();

        CartView added = changed(key, () -> carts.add(key, MENU, OrderType.DELIVERY, PIZZA, "opened-1"));
        assertThat(added.orderType()).isEqualTo(OrderType.DELIVERY);
        String line = added.contents().lines().get(0).id();
        assertThat(changed(key, () -> carts.changeQuantity(key, line, 3))
                        .contents()
                        .lines()
                        .get(0)
                        .selection()
                        .quantity())
                .isEqualTo(3);
        assertThat(changed(key, () -> carts.replace(key, MENU, line, TWO, "opened-2"))
                        .contents()
                        .lines()
                        .get(0)
                        .selection()
                        .quantity())
                .isEqualTo(2);
        assertThat(changed(key, () -> carts.remove(key, line)).contents().lines())
                .isEmpty();
        assertThat(changed(key, () -> carts.restore(key)).contents().lines()).hasSize(1);
        assertThat(changed(key, () -> carts.fulfilBy(key, OrderType.PICKUP)).orderType())
                .isEqualTo(OrderType.PICKUP);
        assertThat(changed(key, () -> carts.deliverTo(key, "10119")).contents().postcode())
                .isEqualTo("10119");
    }

    @Test
    void the_same_form_sent_again_changes_nothing_and_with_other_content_is_put_in_its_place() {
        CartKey key = key();
        CartView first = changed(key, () -> carts.add(key, MENU, OrderType.PICKUP, PIZZA, "opened-1"));

        assertThat(changed(key, () -> carts.add(key, MENU, OrderType.DELIVERY, PIZZA, "opened-1")))
                .as("the second click")
                .isEqualTo(first);
        CartView other = changed(key, () -> carts.add(key, MENU, OrderType.DELIVERY, TWO, "opened-1"));
        assertThat(other.orderType()).isEqualTo(OrderType.DELIVERY);
        assertThat(other.contents().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.selection().quantity()).isEqualTo(2));
        assertThat(changed(key, () -> carts.add(key, MENU, OrderType.PICKUP, PIZZA, "no key"))
                        .contents()
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.selection().quantity()).isEqualTo(3));
    }

    @Test
    void a_form_with_other_content_changes_the_line_it_put_in_and_no_other() {
        CartKey key = key();
        store.run(() -> carts.add(key, MENU, OrderType.PICKUP, PIZZA, "opened-1"));
        store.run(() -> carts.add(key, MENU, OrderType.PICKUP, addition("cola", 1), "opened-2"));
        store.run(() -> carts.add(key, MENU, OrderType.PICKUP, addition("cola", 3), "opened-2"));

        assertThat(lines(key))
                .extracting(line ->
                        line.selection().articleId() + " " + line.selection().quantity())
                .containsExactly("pizza 1", "cola 3");
    }

    @Test
    void an_order_of_before_is_put_in_once_and_what_the_menu_has_no_more_is_left_out() {
        CartKey key = key();
        Carts.Addition gone = new Carts.Addition(new Selection("gone", 1, List.of(), ""), Money.of(500, "EUR"));
        List<Carts.Addition> before = List.of(gone, PIZZA);

        CartView again = changed(key, () -> carts.addAgain(key, MENU, OrderType.DELIVERY, before, "again-01"));
        assertThat(again.orderType()).isEqualTo(OrderType.DELIVERY);
        assertThat(again.contents().lines()).hasSize(1);
        assertThat(changed(key, () -> carts.addAgain(key, MENU, OrderType.PICKUP, before, "again-01")))
                .isEqualTo(again);
        assertThat(changed(key, () -> carts.addAgain(key, MENU, OrderType.PICKUP, before, "again-02"))
                        .orderType())
                .as("asked for once more, in another way")
                .isEqualTo(OrderType.PICKUP);
    }

    @Test
    void what_a_guest_typed_is_kept_for_a_day_or_until_it_is_to_be_forgotten() {
        TenantId linde = new TenantId(UUID.randomUUID());
        CartKey anna = key(linde);
        CartKey bert = key(linde);
        CartKey elsewhere = key();
        for (CartKey key : List.of(anna, bert, elsewhere))
            store.run(() -> carts.keep(
                    key, "order-01", Map.of("email", key == bert ? "bert@example.org" : "anna@example.org")));

        assertThat(store.in(() -> carts.forgetTyped(linde, List.of("anna@example.org"))))
                .isEqualTo(1);
        assertThat(typed(anna)).isEmpty();
        assertThat(typed(bert)).isNotEmpty();
        assertThat(typed(elsewhere)).isNotEmpty();
        store.run(() -> carts.ordered(bert, "order-02"));
        store.run(() -> carts.keep(bert, "order-02", Map.of("email", "bert@example.org")));
        assertThat(typed(bert)).as("it has been ordered").isEmpty();
        clock.advance(Duration.ofHours(25));
        assertThat(typed(elsewhere)).isEmpty();
    }

    @Test
    void who_confirmed_elsewhere_finds_the_cart_empty_and_a_cart_that_is_gone_is_not_missed() {
        CartKey key = key();
        store.run(() -> carts.add(key, MENU, OrderType.PICKUP, PIZZA, "opened-1"));

        store.run(() -> carts.ordered(key.tokenHash(), key.tenant(), key.location(), "order-01"));
        assertThat(lines(key)).isEmpty();
        store.run(() -> carts.add(key, MENU, OrderType.PICKUP, PIZZA, "opened-2"));
        store.run(() -> carts.ordered(key.tokenHash(), key.tenant(), key.location(), "order-01"));
        assertThat(lines(key)).as("put in after the order").hasSize(1);
        CartKey never = key();
        store.run(() -> carts.ordered(never.tokenHash(), never.tenant(), never.location(), "order-01"));
        assertThat(store.in(() -> carts.find(never))).isEmpty();
    }

    /** What a change answers is what the next page shows. */
    private CartView changed(CartKey key, Supplier<CartView> change) {
        CartView answered = store.in(change);
        assertThat(store.in(() -> carts.find(key))).contains(answered);
        return answered;
    }

    private Map<String, String> typed(CartKey key) {
        return store.in(() -> carts.typed(key));
    }

    private List<CartContents.Line> lines(CartKey key) {
        return store.in(() -> carts.find(key)).orElseThrow().contents().lines();
    }

    private static Carts.Addition pizza(int quantity) {
        return addition("pizza", quantity);
    }

    private static Carts.Addition addition(String article, int quantity) {
        return new Carts.Addition(new Selection(article, quantity, List.of(), ""), Money.of(990, "EUR"));
    }

    private static CartKey key() {
        return key(new TenantId(UUID.randomUUID()));
    }

    private static CartKey key(TenantId tenant) {
        return new CartKey(Secret.fresh().value(), tenant, new LocationId(UUID.randomUUID()));
    }
}
