package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.guests.GuestWords;
import de.hypersoft.esolutions.ordering.search.OrderSearch;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class OrderTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final Order order;

    OrderTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.order = new OrderOfGuest(store, clock, location).place(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zenobia001", "quastenflosser", "0171 5550001", "50001"})
    void T65_whoever_was_forgotten_is_found_by_neither_name_nor_phone(String said) {
        assertThat(found(said)).containsExactly(order.number());

        forget();

        assertThat(found(said)).isEmpty();
    }

    @Test
    void T65_a_guest_is_forgotten_once_and_the_second_time_changes_nothing() {
        assertThat(forget()).isTrue();
        String link = inOrder(Order::trackingToken);
        assertThat(link).isNotEqualTo(order.trackingToken());

        assertThat(forget()).isFalse();
        assertThat(inOrder(Order::trackingToken)).isEqualTo(link);
        assertThat(inOrder(Order::knowsGuest)).isFalse();
    }

    @Test
    void a_status_that_is_repeated_or_overtaken_moves_nothing_and_says_so() {
        Instant ready = clock.instant();
        assertThat(advance(OrderStatus.READY, "steht bereit")).isTrue();
        clock.advance(Duration.ofMinutes(5));

        assertThat(advance(OrderStatus.READY, "noch einmal")).isFalse();
        assertThat(advance(OrderStatus.PREPARING, "zu spät gemeldet")).isFalse();
        assertThat(inOrder(OrderAdvanced::of))
                .isEqualTo(new OrderAdvanced(
                        order.id().value(),
                        location.tenant().value(),
                        location.id().value(),
                        OrderStatus.READY,
                        "steht bereit",
                        ready));
        assertThat(advance(OrderStatus.COMPLETED, null)).isTrue();
        assertThat(inOrder(Order::statusAt)).isEqualTo(clock.instant());
    }

    @Test
    void three_statuses_are_ends_and_an_order_in_any_other_is_still_somebodys_work() {
        assertThat(OrderStatus.values())
                .filteredOn(OrderStatus::isTerminal)
                .containsExactly(OrderStatus.COMPLETED, OrderStatus.REJECTED, OrderStatus.CANCELLED);
    }

    @Test
    void an_order_from_before_promises_were_stored_was_promised_for_its_slot_or_for_at_once() {
        UUID older = WaitingOrder.in(location, store, clock.instant(), "2026-000900");
        Instant slot = clock.instant().plus(Duration.ofHours(2));
        Instant promised = slot.plus(Duration.ofMinutes(10));

        assertThat(promisedAt(older)).isEqualTo(clock.instant());
        set("fulfil_at", slot, older);
        assertThat(promisedAt(older)).isEqualTo(slot);
        set("promised_at", promised, older);
        assertThat(promisedAt(older)).isEqualTo(promised);
    }

    @Test
    void tills_are_handed_the_document_as_it_is_stored() {
        Object stored = store.in(() -> store.entities()
                .createNativeQuery("select o.document from ordering.customer_order o where o.id = :id", String.class)
                .setParameter("id", order.id().value())
                .getSingleResult());

        assertThat(inOrder(Order::json)).isEqualTo(stored).contains("\"orderNumber\":\"2026-000001\"");
    }

    @Test
    void of_several_orders_those_that_exist_are_found() {
        UUID other = WaitingOrder.in(location, store, clock.instant(), "2026-000900");
        List<UUID> asked = List.of(order.id().value(), UUID.randomUUID(), other);

        assertThat(store.in(() -> new Orders(store.entities()).all(asked)))
                .extracting(Order::number)
                .containsExactlyInAnyOrder("2026-000001", "2026-000900");
    }

    private boolean forget() {
        return inOrder(o -> o.forgetGuest(GuestWords.of(order.document())));
    }

    private boolean advance(OrderStatus status, @Nullable String reason) {
        return inOrder(o -> o.advance(status, reason, clock.instant()));
    }

    private Instant promisedAt(UUID id) {
        return store.in(() -> new Orders(store.entities()).get(new OrderId(id)).promisedAt());
    }

    private <T> T inOrder(Function<Order, T> act) {
        return store.in(() -> act.apply(new Orders(store.entities()).get(order.id())));
    }

    private List<String> found(String said) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = OrderSearch.of(said, 2026).condition(parameters);
        return store.in(() -> {
            var query = store.entities()
                    .createQuery("select o.number from Order o where o.tenant = :tenant and " + condition, String.class)
                    .setParameter("tenant", location.tenant().value());
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    private void set(String column, Instant to, UUID id) {
        store.run(() -> store.entities()
                .createNativeQuery("update ordering.customer_order set " + column + " = :to where id = :id")
                .setParameter("to", to)
                .setParameter("id", id)
                .executeUpdate());
    }
}
