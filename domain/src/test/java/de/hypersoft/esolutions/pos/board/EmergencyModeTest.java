package de.hypersoft.esolutions.pos.board;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** While the tills are out of order people take the orders, and afterwards the tills do again. */
@OnBothDatabases
class EmergencyModeTest {

    private static final Actor ANN = Actor.user("u-ann", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final Told<Changed> told = new Told<>();
    private final EmergencyMode emergency;

    EmergencyModeTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.emergency = Transactions.around(
                store,
                new EmergencyMode(
                        new Locations(store.entities()),
                        store.entities(),
                        new Audit(store.entities(), clock),
                        told,
                        clock));
    }

    @Test
    void no_till_gets_an_order_until_the_mode_is_switched_off_and_waiting_tills_are_woken_then() {
        TillId till = counter.till("j");
        order("2026-000001");
        emergency.switchOn(all(), ANN, counter.location().id());

        assertThat(counter.claims().claim(till, new Journal("j", 1), 20).claims())
                .isEmpty();
        told.events().clear();
        emergency.switchOff(all(), ANN, counter.location().id());

        assertThat(told.events())
                .extracting(Changed::what)
                .containsExactly(Changed.What.LOCATION, Changed.What.ORDER_WAITING);
        assertThat(counter.claims().claim(till, new Journal("j", 2), 20).claims())
                .hasSize(1);
        assertThat(acts()).containsExactlyInAnyOrder("emergency-on", "emergency-off");
    }

    @Test
    void before_it_is_switched_off_one_sees_which_orders_will_go_to_the_till_and_none_that_is_too_old() {
        order("2026-000001");
        clock.advance(Duration.ofMinutes(5));
        order("2026-000002");
        clock.advance(Duration.ofMinutes(1));
        order("2026-000003");
        counter.handovers().withdraw(all(), ANN, order("2026-000004"), null, "closed");

        assertThat(waiting()).containsExactly("2026-000001", "2026-000002", "2026-000003");
        clock.advance(counter.location().limits().askBeforeHandover().minus(Duration.ofMinutes(6)));
        assertThat(waiting()).as("the first is asked about").containsExactly("2026-000002", "2026-000003");
    }

    @Test
    void T49_nobody_switches_another_location() {
        Scope elsewhere = Scope.only(counter.location().tenant(), Set.of(new LocationId(UUID.randomUUID())));
        LocationId here = counter.location().id();

        assertThat(List.of(
                        Refusals.code(() -> emergency.switchOn(elsewhere, ANN, here)),
                        Refusals.code(() -> emergency.switchOff(elsewhere, ANN, here)),
                        Refusals.code(() -> emergency.waiting(elsewhere, here))))
                .containsOnly("unknown-location");
        assertThat(acts()).isEmpty();
        assertThat(told.events()).isEmpty();
    }

    private OrderId order(String number) {
        return new OrderId(WaitingOrder.in(counter.location(), store, clock.instant(), number));
    }

    private List<String> waiting() {
        return emergency.waiting(all(), counter.location().id());
    }

    private Scope all() {
        return Scope.all(counter.location().tenant());
    }

    private List<String> acts() {
        return store
                .in(() -> new Audit(store.entities(), clock)
                        .newest(counter.location().tenant().value(), 0, 10))
                .stream()
                .map(Audit.Line::action)
                .toList();
    }
}
