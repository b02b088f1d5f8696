package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the look for ended days costs each second, and when it is held against all locations. */
@OnBothDatabases
class DayEndStatementsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final CalendarCheck check = new CalendarCheck(clock);
    private final DayEnd node;

    DayEndStatementsTest(Store store) {
        this.store = store;
        this.node = Transactions.around(
                store,
                new DayEnd(
                        store.entities(),
                        new ClusterLock(store.entities()),
                        new Locations(store.entities()),
                        check,
                        clock,
                        0));
    }

    @BeforeEach
    void every_location_is_planned() {
        while (node.run(500) > 0) continue;
    }

    @Test
    void a_second_in_which_no_day_ends_costs_one_statement() {
        assertThat(store.statementsOf(() -> node.run(20))).isEqualTo(1);
    }

    @Test
    void a_new_location_is_planned_at_once_by_the_node_that_made_it_and_within_a_minute_by_any() {
        Location opened = WaitingOrder.at(store, clock.instant(), null);
        assertThat(node.run(20)).isZero();
        check.onChange(changed(opened, Changed.What.LOCATION));
        assertThat(node.run(20)).isEqualTo(1);
        assertThat(node.run(20)).isZero();

        WaitingOrder.at(store, clock.instant(), null);
        assertThat(node.run(20)).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(node.run(20)).isEqualTo(1);
    }

    @Test
    void what_else_changes_at_a_location_is_no_reason_to_look_at_all() {
        check.onChange(changed(WaitingOrder.at(store, clock.instant(), null), Changed.What.ORDER_WAITING));

        assertThat(store.statementsOf(() -> node.run(20))).isEqualTo(1);
    }

    private static Changed changed(Location location, Changed.What what) {
        return new Changed(
                what,
                location.tenant().value(),
                location.id().value(),
                location.id().value());
    }
}
