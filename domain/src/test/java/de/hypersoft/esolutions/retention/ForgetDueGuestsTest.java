package de.hypersoft.esolutions.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderOfGuest;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.ToldOfGuest;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.SetGuestDataTerms;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The timer: who is due, what holds it up and what does not. It looks at all orders, so these tests share a database with nobody. */
@ParameterizedClass
@EnumSource(Databases.class)
class ForgetDueGuestsTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private static final Map<Databases, Store> STORES = new ConcurrentHashMap<>();

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final OrderOfGuest guests;

    ForgetDueGuestsTest(Databases engine) {
        this.store = STORES.computeIfAbsent(engine, Store::alone);
        store.run(() -> List.of("ordering.customer_order", "kernel.audit_entry", "retention.run")
                .forEach(table -> store.entities()
                        .createNativeQuery("delete from " + table)
                        .executeUpdate()));
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.guests = new OrderOfGuest(store, clock, location);
    }

    @Test
    void a_day_of_orders_is_due_together_in_the_night_after_its_term() {
        Order order = booked(1);
        clock.advance(Duration.ofDays(90).plusHours(5));
        assertThat(timer(List.of()).run(10)).as("23:00 UTC of the 90th day").isZero();

        clock.advance(Duration.ofHours(2));
        assertThat(timer(List.of()).run(10)).isEqualTo(1);

        assertThat(guests.stored(order).knowsGuest()).isFalse();
        assertThat(timer(List.of()).run(10)).as("once").isZero();
    }

    @Test
    void each_brand_has_its_own_term_and_a_shorter_one_holds_for_what_is_there_already() {
        Location patient = WaitingOrder.at(store, clock.instant(), null);
        OrderOfGuest theirs = new OrderOfGuest(store, clock, patient);
        Order kept = theirs.place(1);
        ToldOfGuest.about(kept, "", store, clock.instant());
        terms(patient, 3_650);
        Order order = booked(2);
        terms(location, 2);
        clock.advance(Duration.ofDays(100));

        assertThat(timer(List.of()).run(10)).isEqualTo(1);

        assertThat(theirs.stored(kept).knowsGuest()).isTrue();
        assertThat(guests.stored(order).knowsGuest()).isFalse();
        terms(patient, 50);
        assertThat(timer(List.of()).run(10)).isEqualTo(1);
    }

    @Test
    void what_still_waits_for_a_till_keeps_its_guest_for_a_week_and_no_longer() {
        terms(location, 1);
        Order order = guests.place(1);
        ToldOfGuest.waiting(order, store, clock.instant());
        clock.advance(Duration.ofDays(6));
        assertThat(timer(List.of()).run(10)).isZero();
        assertThat(guests.stored(order).knowsGuest()).isTrue();

        clock.advance(Duration.ofDays(3));
        assertThat(timer(List.of()).run(10)).isEqualTo(1);
    }

    @Test
    void a_stop_between_two_batches_loses_nothing_and_the_next_start_goes_on() {
        for (int i = 0; i < 250; i++) booked(i);
        clock.advance(Duration.ofDays(92));

        assertThat(timer(List.of()).run(1)).isEqualTo(100);
        assertThat(due()).isEqualTo(150);
        assertThat(timer(List.of()).run(50)).isEqualTo(150);
        assertThat(due()).isZero();
        assertThat(store.in(() -> runs(List.of()).newest(location.tenant(), 10)))
                .singleElement()
                .satisfies(run -> assertThat(run.orders()).isEqualTo(250));
    }

    @Test
    void a_batch_that_breaks_in_the_middle_has_changed_nothing() {
        for (int i = 0; i < 3; i++) booked(i);
        clock.advance(Duration.ofDays(92));
        GuestTraces broken = new BreaksAt(null);

        assertThat(timer(List.of(broken)).run(5)).isZero();

        assertThat(due()).isEqualTo(3);
        assertThat(store.in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 10)))
                .isEmpty();
    }

    @Test
    void an_order_that_cannot_be_cleared_keeps_no_other_guest_from_being_forgotten() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 120; i++) orders.add(booked(i));
        clock.advance(Duration.ofDays(92));

        assertThat(timer(List.of(new BreaksAt(orders.get(0)))).run(50)).isEqualTo(119);

        assertThat(guests.stored(orders.get(0)).knowsGuest()).isTrue();
        assertThat(timer(List.of()).run(50)).isEqualTo(1);
    }

    @Test
    void while_one_node_is_at_it_another_does_nothing() {
        booked(1);
        clock.advance(Duration.ofDays(92));
        List<Integer> other = new ArrayList<>();

        store.run(() -> {
            assertThat(new ClusterLock(store.entities()).take("guest-data")).isTrue();
            Thread node = new Thread(() -> other.add(timer(List.of()).run(10)));
            node.start();
            join(node);
        });

        assertThat(other).containsExactly(0);
        assertThat(due()).isEqualTo(1);
    }

    private static void join(Thread node) {
        try {
            node.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Order booked(int number) {
        clock.advance(Duration.ofNanos(1_000_000));
        Order order = guests.place(number);
        ToldOfGuest.about(order, "", store, clock.instant());
        return order;
    }

    private void terms(Location of, int days) {
        store.run(() -> new SetGuestDataTerms(new Tenants(store.entities()), new Audit(store.entities(), clock))
                .set(Scope.all(of.tenant()), MARIA, days, 30));
    }

    private long due() {
        return store.in(() -> store.entities()
                .createQuery("select count(o) from Order o where o.guestSince is not null", Long.class)
                .getSingleResult());
    }

    private ForgetDueGuests timer(List<GuestTraces> traces) {
        return new ForgetDueGuests(Transactions.around(store, runs(traces)));
    }

    private GuestDataRuns runs(List<GuestTraces> traces) {
        return new GuestDataRuns(
                store.entities(),
                new ClusterLock(store.entities()),
                new Orders(store.entities()),
                new Forgetting(traces),
                new Audit(store.entities(), clock),
                clock);
    }

    /** Cannot clear this order; null for none at all. */
    private record BreaksAt(@Nullable Order one) implements GuestTraces {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public int erase(List<Of> orders) {
            if (one == null
                    || orders.stream().anyMatch(o -> o.order().equals(one.id().value())))
                throw new IllegalStateException("cannot be cleared");
            return 0;
        }

        @Override
        public JsonArray export(Of order) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
    }
}
