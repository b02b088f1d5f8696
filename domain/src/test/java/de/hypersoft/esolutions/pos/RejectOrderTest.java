package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who works orders from the portal can say no to one, with a reason that its guest reads. */
@OnBothDatabases
class RejectOrderTest {

    private static final Actor ANN = Actor.user("u1", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final OrderId order;

    RejectOrderTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.order = new OrderId(WaitingOrder.in(counter.location(), store, clock.instant()));
    }

    @Test
    void in_emergency_mode_a_waiting_order_is_rejected_and_no_till_gets_it_after_that() {
        emergency(true);

        counter.handovers().reject(all(), ANN, order, null, "Der Teig ist aus");

        assertThat(advanced()).containsExactly("REJECTED Der Teig ist aus");
        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.WITHDRAWN);
        emergency(false);
        TillId till = counter.till("first");
        assertThat(counter.claims().claim(till, new Journal("first", 1), 20).claims())
                .isEmpty();
    }

    @Test
    void while_tills_take_orders_one_that_waits_is_cancelled_and_not_rejected() {
        assertThatExceptionOfType(TransferRefused.class)
                .isThrownBy(() -> counter.handovers().reject(all(), ANN, order, null, "Der Teig ist aus"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("not-in-emergency"));

        assertThat(advanced()).isEmpty();
        assertThat(counter.standsAt(order).state()).isEqualTo(PosTransfer.PENDING);
    }

    @Test
    void an_order_worked_by_hand_is_rejected_whether_or_not_tills_take_orders() {
        counter.handovers().tick(all(), ANN, order, null, "");

        counter.handovers().reject(all(), ANN, order, null, "Der Teig ist aus");

        assertThat(advanced()).containsExactly("REJECTED Der Teig ist aus");
    }

    @Test
    void a_guest_is_not_left_without_a_reason() {
        emergency(true);

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> counter.handovers().reject(all(), ANN, order, null, " "));
    }

    private void emergency(boolean on) {
        store.run(() -> {
            Location location = store.entities()
                    .find(Location.class, counter.location().id().value());
            if (on) location.enterEmergency("Ann", clock.instant());
            else location.leaveEmergency();
        });
    }

    private Scope all() {
        return Scope.all(counter.location().tenant());
    }

    private List<String> advanced() {
        return counter.events.events().stream()
                .filter(OrderAdvanced.class::isInstance)
                .map(OrderAdvanced.class::cast)
                .map(event -> event.status() + " " + event.reason())
                .toList();
    }
}
