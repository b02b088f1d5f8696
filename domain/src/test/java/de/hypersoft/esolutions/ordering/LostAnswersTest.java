package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.ordering.cart.CartCheckTest;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.ordering.guests.GuestOrders;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class LostAnswersTest {

    private static final String OPENING = "opening-0001";
    private static final Map<String, String> WORDS = Map.of("guest.name", "Ana Öz", "note", "bitte klingeln");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Carts carts;
    private final GuestOrders guestOrders;

    LostAnswersTest(Store store) {
        this.store = store;
        this.carts = new Carts(store.entities(), clock);
        this.guestOrders = new GuestOrders(store.entities(), new Orders(store.entities()), clock);
    }

    @Test
    void an_article_whose_answer_was_lost_and_that_is_sent_again_lies_in_the_cart_once() {
        CartKey key = key();
        add(key, OPENING);
        add(key, OPENING);
        assertThat(pieces(key)).isEqualTo(1);

        add(key, "opening-0002");
        assertThat(pieces(key)).as("opened anew, on purpose").isEqualTo(2);
        add(key, OPENING);
        assertThat(pieces(key)).isEqualTo(2);
    }

    @Test
    void a_form_without_a_key_adds_each_time_and_forgotten_keys_cost_no_room() {
        CartKey key = key();
        add(key, "");
        add(key, "short");
        for (int i = 0; i < 60; i++) add(key, "k".repeat(60) + (10 + i));

        assertThat(pieces(key)).isEqualTo(62);
    }

    @Test
    void the_same_form_with_other_content_changes_what_it_put_in() {
        CartKey key = key();
        add(key, "opening-0002");
        add(key, OPENING, 1);
        add(key, OPENING, 3);
        assertThat(pieces(key)).as("one by the other form, three by this").isEqualTo(4);

        add(key, OPENING, 1);
        add(key, OPENING, 1);
        assertThat(pieces(key)).isEqualTo(2);
    }

    @Test
    void a_changed_line_that_joins_another_and_is_sent_again_counts_once_and_a_line_that_is_gone_stays_gone() {
        CartKey key = key();
        add(key, "opening-0002");
        store.run(() -> carts.add(key, CartCheckTest.menu(), OrderType.PICKUP, addition("cola", 2), "opening-0003"));
        String cola = lines(key).get(1).id();

        replace(key, cola, OPENING);
        replace(key, cola, OPENING);

        assertThat(lines(key)).hasSize(1);
        assertThat(pieces(key)).isEqualTo(2);
        assertThatThrownBy(() -> replace(key, cola, "opening-0004")).isInstanceOf(NotFound.class);
        assertThat(pieces(key)).isEqualTo(2);
    }

    private void replace(CartKey key, String line, String opening) {
        store.run(() -> carts.replace(key, CartCheckTest.menu(), line, addition("pizza", 1), opening));
    }

    private List<CartContents.Line> lines(CartKey key) {
        return store.in(() -> carts.find(key)).orElseThrow().contents().lines();
    }

    @Test
    void an_order_that_is_repeated_twice_fills_the_cart_once_and_leaves_out_what_is_gone() {
        CartKey key = key();
        for (int i = 0; i < 2; i++)
            store.run(() -> carts.addAgain(
                    key,
                    CartCheckTest.menu(),
                    OrderType.PICKUP,
                    List.of(addition("pizza", 2), addition("soup", 1), addition("cola", 98), addition("cola", 3)),
                    OPENING));

        assertThat(pieces(key)).isEqualTo(100);
    }

    @Test
    void removing_and_putting_back_twice_is_the_same_as_once() {
        CartKey key = key();
        add(key, OPENING);
        String line = store.in(() -> carts.find(key))
                .orElseThrow()
                .contents()
                .lines()
                .get(0)
                .id();

        store.run(() -> carts.remove(key, line));
        store.run(() -> carts.remove(key, line));
        assertThat(pieces(key)).isZero();
        store.run(() -> carts.restore(key));
        store.run(() -> carts.restore(key));
        assertThat(pieces(key)).isEqualTo(1);
    }

    @Test
    void what_was_typed_waits_for_its_guest_and_is_gone_after_the_order_even_when_it_comes_late() {
        CartKey key = key();
        store.run(() -> carts.keep(key, key.orderKey("form-1"), WORDS));
        assertThat(store.in(() -> carts.typed(key))).isEqualTo(WORDS);
        assertThat(store.in(() -> carts.typed(key()))).isEmpty();

        store.run(() -> carts.ordered(key, key.orderKey("form-1")));
        assertThat(store.in(() -> carts.typed(key))).isEmpty();
        store.run(() -> carts.keep(key, key.orderKey("form-1"), WORDS));
        assertThat(store.in(() -> carts.typed(key))).isEmpty();
        store.run(() -> carts.keep(key, key.orderKey("form-2"), WORDS));
        assertThat(store.in(() -> carts.typed(key))).as("the next order's").isEqualTo(WORDS);
    }

    @Test
    void of_two_clicks_on_order_the_second_waits_for_the_first_and_spoils_neither_cart_nor_order() {
        for (int round = 0; round < 40; round++) {
            CartKey key = key();
            String order = key.orderKey("form-" + round);
            add(key, OPENING);

            CompletableFuture<?> first = CompletableFuture.runAsync(() -> store.run(() -> carts.ordered(key, order)));
            CompletableFuture<?> second =
                    CompletableFuture.runAsync(() -> store.run(() -> carts.keep(key, order, WORDS)));
            CompletableFuture.allOf(first, second).join();

            assertThat(pieces(key)).isZero();
            assertThat(store.in(() -> carts.typed(key))).isEmpty();
            add(key, "opening-0002");
            assertThat(pieces(key)).as("what comes next goes on").isEqualTo(1);
        }
    }

    @Test
    void what_was_typed_is_nobodys_after_a_day_and_leaves_the_database() {
        CartKey key = key();
        store.run(() -> carts.keep(key, key.orderKey("form-1"), WORDS));
        clock.advance(Duration.ofHours(25));

        assertThat(store.in(() -> carts.typed(key))).isEmpty();
        store.run(() -> carts.sweep(Duration.ofDays(30)));
        assertThat(store.in(() -> store.entities()
                        .createQuery("select count(c) from Cart c where c.typed is not null and c.tokenHash = :hash")
                        .setParameter("hash", key.tokenHash())
                        .getSingleResult()))
                .isEqualTo(0L);
    }

    @Test
    void an_order_whose_answer_was_lost_is_found_by_its_checkout_and_from_its_own_cart_only() {
        CartKey key = key();
        order(key, "form-1", "PLACED", clock.instant(), null);

        assertThat(store.in(() -> guestOrders.of(key, "form-1")))
                .hasValueSatisfying(placed -> assertThat(placed.trackingToken()).isNotBlank());
        assertThat(store.in(() -> guestOrders.of(key, "form-2"))).isEmpty();
        CartKey stranger = new CartKey(Secret.fresh().value(), key.tenant(), key.location());
        assertThat(store.in(() -> guestOrders.of(stranger, "form-1"))).isEmpty();
        assertThat(store.in(() -> guestOrders.open(key.tenant(), stranger.secret())))
                .isEmpty();
        assertThat(store.in(() -> guestOrders.open(new TenantId(UUID.randomUUID()), key.secret())))
                .isEmpty();
        assertThat(store.in(() -> guestOrders.open(key.tenant(), key.secret()))).isPresent();
    }

    @Test
    void the_last_order_is_shown_until_it_is_done_or_a_day_has_passed_since_it_was_due() {
        for (String end : List.of("COMPLETED", "REJECTED", "CANCELLED")) {
            CartKey key = key();
            order(key, "form-1", end, clock.instant(), null);
            assertThat(store.in(() -> guestOrders.open(key.tenant(), key.secret())))
                    .as(end)
                    .isEmpty();
        }
        CartKey now = key();
        order(now, "form-1", "READY", clock.instant(), null);
        CartKey later = key();
        order(later, "form-1", "PLACED", clock.instant(), clock.instant().plus(Duration.ofDays(2)));
        clock.advance(Duration.ofHours(25));

        assertThat(store.in(() -> guestOrders.open(now.tenant(), now.secret()))).isEmpty();
        assertThat(store.in(() -> guestOrders.open(later.tenant(), later.secret())))
                .isPresent();
    }

    private void order(CartKey key, String form, String status, Instant at, @Nullable Instant due) {
        store.run(() -> carts.ordered(key, key.orderKey(form)));
        store.run(() -> {
            store.entities()
                    .createNativeQuery(
                            "insert into ordering.customer_order (id, tenant_id, location_id, order_number, placed_at,"
                                    + " order_type, fulfil_at, guest_name, guest_phone, currency, total_minor, status,"
                                    + " status_at, idempotency_key, request_hash, tracking_token, document, version)"
                                    + " values (?1, ?2, ?3, ?4, ?5, 'PICKUP', cast(?6 as timestamp with time zone), 'Guest',"
                                    + " '030', 'EUR', 990, ?7, ?5, ?8, 'hash', ?4, '{}', 0)")
                    .setParameter(1, UUID.randomUUID())
                    .setParameter(2, key.tenant().value())
                    .setParameter(3, key.location().value())
                    .setParameter(4, UUID.randomUUID().toString().substring(0, 18))
                    .setParameter(5, at)
                    .setParameter(6, due == null ? null : due.toString())
                    .setParameter(7, status)
                    .setParameter(8, key.orderKey(form))
                    .executeUpdate();
        });
    }

    private void add(CartKey key, String opening) {
        add(key, opening, 1);
    }

    private void add(CartKey key, String opening, int quantity) {
        store.run(() -> carts.add(key, CartCheckTest.menu(), OrderType.PICKUP, addition("pizza", quantity), opening));
    }

    private int pieces(CartKey key) {
        return store.in(() -> carts.find(key)).orElseThrow().contents().pieces();
    }

    private static Carts.Addition addition(String article, int quantity) {
        return new Carts.Addition(new Selection(article, quantity, List.of(), ""), Money.of(990, "EUR"));
    }

    private static CartKey key() {
        return new CartKey(Secret.fresh().value(), new TenantId(UUID.randomUUID()), new LocationId(UUID.randomUUID()));
    }
}
