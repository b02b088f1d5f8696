package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tick whose answer was lost is sent again: the order is typed once, and nobody is told that it was lost to himself. */
@OnBothDatabases
@SuppressWarnings("NullAway") // counted portions and tasks of tills are not asked for
class TickAgainTest {

    private static final Actor ANN = Actor.user("u-ann", "Ann");
    private static final Actor BOB = Actor.user("u-bob", "Bob");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Handovers handovers;
    private final Location location;
    private final OrderId order;
    private final String key = UUID.randomUUID().toString();

    TickAgainTest(Store store) {
        this.store = store;
        Transfers transfers = new Transfers(store.entities(), new Told<Changed>());
        this.handovers = new Handovers(
                transfers,
                new TransferNotes(store.entities()),
                new Locations(store.entities()),
                new TickKeys(store.entities()),
                new Orders(store.entities()),
                null,
                new Audit(store.entities(), clock),
                new Told<DomainEvent>(),
                clock);
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.order = new OrderId(WaitingOrder.in(location, store, clock.instant()));
    }

    @Test
    void the_same_tick_sent_again_worked_and_is_written_down_once() {
        tick(ANN, key);
        clock.advance(Duration.ofMinutes(3));
        tick(ANN, key);

        assertThat(moves()).isEqualTo(1);
    }

    @Test
    void the_same_tick_sent_by_two_tabs_at_once_works_for_both() throws Exception {
        for (int round = 0; round < 20; round++) {
            Location other = WaitingOrder.at(store, clock.instant(), null);
            OrderId next = new OrderId(WaitingOrder.in(other, store, clock.instant()));
            Together.run(3, () -> {
                store.run(() -> handovers.tick(Scope.all(other.tenant()), ANN, next, null, key));
                return next;
            });

            assertThat(moves(next)).isEqualTo(1);
        }
    }

    @Test
    void another_tick_is_told_that_it_lost_even_under_the_same_name() {
        tick(ANN, key);

        refused("already-ticked", ANN, UUID.randomUUID().toString());
        refused("already-ticked", BOB, UUID.randomUUID().toString());
        refused("already-ticked", BOB, "");
    }

    @Test
    void a_form_that_was_sent_twice_without_script_worked() {
        tick(ANN, "");
        tick(ANN, "");

        assertThat(moves()).isEqualTo(1);
    }

    @Test
    void a_tick_that_was_taken_back_is_not_made_again_by_its_late_repetition() {
        tick(ANN, key);
        store.run(() -> handovers.untick(scope(), BOB, order, "doch an der Kasse"));

        refused("unticked-since", ANN, key);
    }

    @Test
    void a_key_that_is_none_is_refused_before_anything_is_stored() {
        assertThatThrownBy(() -> tick(ANN, "x' or 1=1")).isInstanceOf(Invalid.class);
        assertThat(moves()).isZero();
    }

    private void tick(Actor by, String with) {
        store.run(() -> handovers.tick(scope(), by, order, null, with));
    }

    private void refused(String code, Actor by, String with) {
        assertThatThrownBy(() -> tick(by, with))
                .isInstanceOfSatisfying(TransferRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    private Scope scope() {
        return Scope.all(location.tenant());
    }

    private long moves() {
        return moves(order);
    }

    private long moves(OrderId order) {
        return store.in(() -> ((Number) store.entities()
                        .createNativeQuery(
                                "select count(*) from pos.transfer_move where order_id = :order and move = 'TICK'")
                        .setParameter("order", order.value())
                        .getSingleResult())
                .longValue());
    }
}
