package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.metrics.Looked;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which day ends are behind. */
@OnBothDatabases
class DayEndFiguresTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2001-03-04T18:00:00Z");
    private final Looked looked;

    DayEndFiguresTest(Store store) {
        this.store = store;
        this.looked = new Looked(store, new DayEndFigures(store.entities()), clock);
    }

    @Test
    void a_day_that_did_not_end_and_a_catalogue_that_was_not_published_are_seen_after_a_quarter_of_an_hour() {
        UUID place = UUID.randomUUID();
        run(
                "insert into closing.calendar (location_id, time_zone, cutoff, last_day, next_due) values (:id, 'Europe/Berlin',"
                        + " time '06:00:00', date '2001-03-03', :at)",
                clock.instant(),
                place);
        run(
                "insert into closing.cutoff_run (id, location_id, boundary_day, boundary_at, ran_at, missed_days,"
                        + " publish_attempts, publish_again_at) values (:id, :id, date '2001-03-04', :at, :at, 0, 0, :at)",
                clock.instant(),
                place);
        clock.advance(Duration.ofMinutes(14));
        assertThat(looked.at(Metric.DAY_ENDS_OVERDUE)).isZero();
        assertThat(looked.at(Metric.DAY_ENDS_UNPUBLISHED)).isZero();

        clock.advance(Duration.ofMinutes(1));

        assertThat(looked.at(Metric.DAY_ENDS_OVERDUE)).isEqualTo(1);
        assertThat(looked.at(Metric.DAY_ENDS_UNPUBLISHED)).isEqualTo(1);
        run("delete from closing.calendar where location_id = :id and next_due < :at", clock.instant(), place);
        run("delete from closing.cutoff_run where id = :id and ran_at < :at", clock.instant(), place);
    }

    private void run(String sql, Instant at, UUID id) {
        store.run(() -> store.entities()
                .createNativeQuery(sql)
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate());
    }
}
