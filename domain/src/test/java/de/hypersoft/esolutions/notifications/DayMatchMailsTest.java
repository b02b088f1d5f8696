package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.closing.ReviewDayMatches;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the day ended the location is told what is missing or double, once; a right day is no mail. */
@OnBothDatabases
class DayMatchMailsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final DayMatchMails matches;

    DayMatchMailsTest(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.matches = node();
    }

    @BeforeEach
    void empty() {
        QueuedMail.none(store);
        sql("update closing.cutoff_run set matched_at = ran_at");
    }

    /** These day ends are made up: whoever ends days for real must not meet them. */
    @AfterEach
    void forget() {
        sql("delete from closing.cutoff_run where location_id = '" + location.id() + "'");
    }

    @Test
    void a_day_with_a_missing_and_a_double_order_is_one_mail_that_names_them() {
        order("2026-000001", "state = 'TRANSFERRED_AUTO', unbooked_since = state_since");
        order("2026-000002", "state = 'TRANSFERRED_AUTO', booked = true, may_be_doubled = true");
        order("2026-000003", "state = 'TRANSFERRED_AUTO', booked = true");
        UUID rejected = order("2026-000004", "state = 'TRANSFERRED_AUTO', booked = true");
        sql(
                "insert into pos.till_event (order_id, fence, seq, till_id, event_type, received_at, may_be_doubled) values ('"
                        + rejected + "', 1, 1, '" + UUID.randomUUID() + "', 'BOOKED', current_timestamp, false)");
        sql("update ordering.customer_order set status = 'REJECTED' where id = '" + rejected + "'");
        UUID run = ended(0);

        clock.advance(Duration.ofMinutes(9));
        assertThat(matches.write(20)).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(matches.write(20)).isEqualTo(1);
        assertThat(node().write(20)).isZero();

        assertThat(mails(run)).singleElement().satisfies(mail -> {
            assertThat(mail[0]).isEqualTo("Tagesabgleich Linde Mitte: 1 fehlen, 1 doppelt, 1 noch zu stornieren");
            assertThat(mail[1].toString())
                    .contains(
                            "22.11.2026",
                            "1 (2026-000001)",
                            "1 (2026-000002)",
                            "1 (2026-000004)",
                            "/match?date=2026-11-22")
                    .doesNotContain("2026-000003");
        });
    }

    @Test
    void a_right_day_is_no_mail() {
        order("2026-000001", "state = 'TRANSFERRED_AUTO', booked = true");
        UUID run = ended(0);
        clock.advance(Duration.ofMinutes(10));

        assertThat(matches.write(20)).isEqualTo(1);

        assertThat(mails(run)).isEmpty();
    }

    @Test
    void days_that_ended_while_no_server_ran_are_matched_too() {
        order("2026-000001", "state = 'PENDING'");
        clock.advance(Duration.ofDays(1));
        UUID run = ended(1);
        clock.advance(Duration.ofMinutes(10));

        matches.write(20);

        assertThat(mails(run)).singleElement().satisfies(mail -> assertThat(mail[1].toString())
                .contains("2026-000001"));
    }

    private UUID order(String number, String set) {
        UUID id = WaitingOrder.in(location, store, clock.instant(), number);
        sql("update pos.transfer set " + set + " where order_id = '" + id + "'");
        return id;
    }

    /** The day that begins on the morning after. */
    private UUID ended(int missedDays) {
        clock.advance(Duration.ofHours(12));
        UUID run = UUID.randomUUID();
        LocalDate begun = clock.instant().atZone(location.zone()).toLocalDate();
        store.run(() -> store.entities()
                .createNativeQuery("insert into closing.cutoff_run (id, location_id, boundary_day, boundary_at, ran_at,"
                        + " missed_days, publish_attempts, publish_again_at) values (:id, :location, :day, :now, :now,"
                        + " :missed, 0, :now)")
                .setParameter("id", run)
                .setParameter("location", location.id().value())
                .setParameter("day", begun)
                .setParameter("now", clock.instant())
                .setParameter("missed", missedDays)
                .executeUpdate());
        return run;
    }

    private DayMatchMails node() {
        ReviewDayMatches review = Transactions.around(
                store, new ReviewDayMatches(store.entities(), new Locations(store.entities()), clock));
        return new DayMatchMails(
                review,
                Transactions.around(
                        store,
                        new DayMatchLetters(
                                new ReviewDayMatches(store.entities(), new Locations(store.entities()), clock),
                                StoredLetters.in(store, clock),
                                new Locations(store.entities()),
                                OneAddress.PORTAL)));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> mails(UUID run) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select m.subject, m.body_text from notifications.mail m where m.about_id = :run",
                        Object[].class)
                .setParameter("run", run)
                .getResultList());
    }

    private void sql(String statement) {
        store.run(() -> store.entities().createNativeQuery(statement).executeUpdate());
    }
}
