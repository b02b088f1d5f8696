package de.hypersoft.esolutions.pos.board;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.metrics.Looked;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What waits for a till, what for a person, and what a till has; long ago, so nothing of other tests is seen. */
@OnBothDatabases
class OverdueFiguresTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2001-03-04T18:00:00Z");
    private final Looked looked;
    private final Location location;

    OverdueFiguresTest(Store store) {
        this.store = store;
        this.looked = new Looked(store, new OverdueOrders(store.entities(), clock), clock);
        this.location = WaitingOrder.at(store, clock.instant(), null);
    }

    @Test
    void an_order_waits_until_a_till_has_it_and_then_until_it_is_booked() {
        long waiting = looked.at(Metric.ORDERS_WAITING);
        UUID order = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofMinutes(7));
        assertThat(looked.at(Metric.ORDERS_OLDEST_UNCLAIMED)).isEqualTo(420);
        assertThat(looked.at(Metric.ORDERS_WAITING)).isEqualTo(waiting + 1);

        run(
                "update pos.transfer set state = 'TRANSFERRED_AUTO', waiting_since = null, waiting_location = null,"
                        + " age_from = null, unbooked_since = :at where order_id = :id",
                clock.instant(),
                order);
        clock.advance(Duration.ofMinutes(12));

        assertThat(looked.at(Metric.ORDERS_OLDEST_UNCLAIMED)).isZero();
        assertThat(looked.at(Metric.ORDERS_WAITING)).isEqualTo(waiting);
        assertThat(looked.at(Metric.ORDERS_UNBOOKED)).isEqualTo(1);
        assertThat(looked.at(Metric.ORDERS_OLDEST_UNBOOKED)).isEqualTo(720);
        run(
                "update pos.transfer set unbooked_since = null where order_id = :id and placed_at < :at",
                clock.instant(),
                order);
        assertThat(looked.at(Metric.ORDERS_UNBOOKED)).isZero();
        assertThat(looked.at(Metric.ORDERS_OLDEST_UNBOOKED)).isZero();
    }

    @Test
    void what_waits_for_a_person_is_no_till_s_fault() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofHours(2));

        assertThat(looked.at(Metric.ORDERS_TOO_OLD)).isEqualTo(1);
        assertThat(looked.at(Metric.ORDERS_OLDEST_UNCLAIMED)).isZero();
        gone(order);
    }

    private void gone(UUID order) {
        run("delete from pos.transfer where order_id = :id and placed_at <= :at", clock.instant(), order);
    }

    private void run(String sql, Instant at, UUID id) {
        store.run(() -> store.entities()
                .createNativeQuery(sql)
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate());
    }
}
