package de.hypersoft.esolutions.pos.tills;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many tills are there, and where one is missed. */
@OnBothDatabases
class TillFiguresTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2001-03-04T18:00:00Z");
    private final Looked looked;

    TillFiguresTest(Store store) {
        this.store = store;
        this.looked = new Looked(store, new TillFigures(store.entities()), clock);
    }

    @Test
    void orders_that_wait_where_the_till_is_away_are_seen_and_where_there_is_none_nobody_waits_for_one() {
        Location location = WaitingOrder.at(store, clock.instant(), null);
        long before = looked.at(Metric.LOCATIONS_WITHOUT_TILL);
        UUID order = WaitingOrder.in(location, store, clock.instant());
        assertThat(looked.at(Metric.LOCATIONS_WITHOUT_TILL)).isEqualTo(before);

        till(location, clock.instant());
        assertThat(looked.at(Metric.LOCATIONS_WITHOUT_TILL)).isEqualTo(before);
        clock.advance(Duration.ofSeconds(90));

        assertThat(looked.at(Metric.LOCATIONS_WITHOUT_TILL)).isEqualTo(before + 1);
        gone(order);
        assertThat(looked.at(Metric.LOCATIONS_WITHOUT_TILL)).isEqualTo(before);
    }

    @Test
    void each_till_is_counted_once_by_how_long_ago_it_was_heard_of() {
        List<Long> before = looked.each(Metric.TILLS);
        Instant now = clock.instant();
        for (int seconds : new int[] {20, 70, 200, 3_000, 80_000, 90_000})
            till(WaitingOrder.at(store, now, null), now.minusSeconds(seconds));
        till(WaitingOrder.at(store, now, null), null);

        List<Long> after = looked.each(Metric.TILLS);

        assertThat(after.get(5)).isEqualTo(before.get(5) + 2);
        for (int age = 0; age < 5; age++) assertThat(after.get(age)).isEqualTo(before.get(age) + 1);
    }

    private void till(Location at, @Nullable Instant heard) {
        UUID id = UUID.randomUUID();
        run(
                "insert into pos.till (id, tenant_id, location_id, number, name, receives_orders, head_office, token_hash,"
                        + " paired_at, journal_seq, version) values (:id, '"
                        + at.tenant().value() + "', '"
                        + at.id().value() + "', 1, 'Kasse', true, false, '" + id + "', :at, 0, 0)",
                clock.instant(),
                id);
        if (heard != null) run("update pos.till set last_seen_at = :at where id = :id", heard, id);
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
