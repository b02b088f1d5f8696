package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that a till acknowledged and never booked: the location is told, once, and in words that help. */
@OnBothDatabases
class UnbookedOrdersTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final UnbookedOrders unbooked;

    UnbookedOrdersTest(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.unbooked = node();
    }

    @BeforeEach
    void empty() {
        QueuedMail.none(store);
        sql("update pos.transfer set unbooked_since = null");
    }

    @Test
    void no_mail_at_2_59_and_exactly_one_at_3_00_however_many_nodes_ask() {
        UUID order = acknowledged("2026-000123");
        clock.advance(Duration.ofSeconds(179));
        assertThat(unbooked.remind(100)).isZero();
        clock.advance(Duration.ofSeconds(1));

        CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
        for (int i = 0; i < nodes.length; i++) nodes[i] = CompletableFuture.runAsync(() -> node().remind(100));
        CompletableFuture.allOf(nodes).join();
        node().remind(100);

        assertThat(about(order)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.UNBOOKED_ORDER);
            assertThat(mail.recipient()).isEqualTo("kueche@linde.example");
            assertThat(mail.subject()).contains("2026-000123").contains("nicht gebucht");
        });
    }

    @Test
    void who_asks_every_second_hears_of_it_in_the_second_in_which_it_falls_due_and_once() {
        UUID order = acknowledged("2026-000123");
        for (int second = 1; second < 180; second++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(unbooked.follow(100)).as("second " + second).isZero();
        }

        clock.advance(Duration.ofSeconds(1));
        assertThat(unbooked.follow(100)).isEqualTo(1);
        for (int second = 0; second < 30; second++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(unbooked.follow(100)).isZero();
        }
        assertThat(about(order)).hasSize(1);
    }

    @Test
    void what_was_booked_or_settled_meanwhile_is_not_written_about() {
        UUID order = acknowledged("2026-000123");
        clock.advance(Duration.ofMinutes(4));
        sql("update pos.transfer set unbooked_since = null where order_id = '" + order + "'");

        assertThat(unbooked.remind(100)).isZero();
        assertThat(about(order)).isEmpty();
    }

    @Test
    void an_order_given_back_and_lost_again_is_written_about_again() {
        UUID order = acknowledged("2026-000123");
        clock.advance(Duration.ofMinutes(4));
        assertThat(unbooked.remind(100)).isEqualTo(1);

        sql("update pos.transfer set episode = 2 where order_id = '" + order + "'");
        clock.advance(location.limits().digestEvery());

        assertThat(unbooked.remind(100)).isEqualTo(1);
        assertThat(unbooked.remind(100)).isZero();
        assertThat(about(order)).hasSize(2);
    }

    @Test
    void the_first_mail_tells_of_all_orders_that_the_till_took_at_nearly_the_same_time() {
        for (int i = 0; i < 4; i++) {
            acknowledged("2026-00060" + i);
            clock.advance(Duration.ofSeconds(10));
        }
        acknowledged("2026-000604");
        clock.advance(Duration.ofSeconds(140));

        unbooked.remind(100);

        assertThat(digests())
                .singleElement()
                .asString()
                .contains("2026-000600", "2026-000603")
                .doesNotContain("2026-000604");
    }

    @Test
    void an_order_that_cannot_be_read_keeps_no_other_from_being_written_about() {
        UUID unreadable = acknowledged("2026-000123");
        clock.advance(Duration.ofSeconds(1));
        UUID other = acknowledged("2026-000124");
        sql("update ordering.customer_order set document = '{}' where id = '" + unreadable + "'");
        clock.advance(Duration.ofMinutes(4));

        unbooked.remind(1);
        unbooked.remind(1);

        assertThat(about(unreadable)).isEmpty();
        assertThat(about(other)).hasSize(1);
    }

    @Test
    void a_dead_till_with_two_hundred_orders_is_one_mail_at_once_and_then_one_digest() {
        UUID first = acknowledged("2026-001000");
        clock.advance(Duration.ofMinutes(3));
        assertThat(unbooked.remind(100)).isEqualTo(1);
        for (int i = 1; i < 200; i++) acknowledged("2026-%06d".formatted(1000 + i));

        int mails = 0;
        for (int minute = 0; minute < 75; minute++) {
            clock.advance(Duration.ofMinutes(1));
            mails += unbooked.remind(100);
        }

        assertThat(about(first)).extracting(MailLog.Entry::kind).containsExactly(MailKind.UNBOOKED_ORDER);
        assertThat(mails).isEqualTo(1);
        assertThat(digests()).singleElement().satisfies(text -> {
            assertThat(text).contains("2026-001001").contains("2026-001199").doesNotContain("2026-001000");
            assertThat(text).contains("199 Bestellungen", "Kasse 1", "(30 min)", "030 1234", "Gesamt");
        });
    }

    @Test
    void I6_two_nodes_write_one_digest_and_a_restart_none() {
        for (int i = 0; i < 5; i++) acknowledged("2026-00030" + i);
        clock.advance(Duration.ofMinutes(4));

        CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
        for (int i = 0; i < nodes.length; i++) nodes[i] = CompletableFuture.runAsync(() -> node().remind(100));
        CompletableFuture.allOf(nodes).join();
        node().remind(100);
        clock.advance(location.limits().digestEvery());
        node().remind(100);

        assertThat(digests()).singleElement().asString().contains("2026-000300", "2026-000304");
    }

    @Test
    void a_digest_goes_out_while_one_of_its_orders_is_not_booked_and_not_when_all_are() {
        UUID one = acknowledged("2026-000301");
        UUID two = acknowledged("2026-000302");
        clock.advance(Duration.ofMinutes(4));
        unbooked.remind(100);
        OutgoingMail outgoing = Transactions.around(store, new OutgoingMail(store.entities(), clock));

        sql("update pos.transfer set unbooked_since = null where order_id = '" + one + "'");
        assertThat(outgoing.prepare(100)).hasSize(1);
        sql("update pos.transfer set unbooked_since = null where order_id = '" + two + "'");
        clock.advance(Mail.LEASE);
        assertThat(outgoing.prepare(100)).isEmpty();
    }

    private List<String> digests() {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select m.body_text from notifications.mail m where m.kind = 'UNBOOKED_DIGEST'"
                                + " and m.location_id = :location order by m.id",
                        String.class)
                .setParameter("location", location.id().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }

    private UUID acknowledged(String number) {
        UUID order = WaitingOrder.in(location, store, clock.instant(), number);
        store.run(() -> store.entities()
                .createNativeQuery("update pos.transfer set state = 'TRANSFERRED_AUTO', waiting_location = null,"
                        + " waiting_since = null, age_from = null, owner = 'Kasse 1', state_since = :now,"
                        + " unbooked_since = :now where order_id = :order")
                .setParameter("now", clock.instant())
                .setParameter("order", order)
                .executeUpdate());
        return order;
    }

    private UnbookedOrders node() {
        return new UnbookedOrders(
                Transactions.around(
                        store,
                        new UnbookedLetters(
                                store.entities(),
                                new ClusterLock(store.entities()),
                                new Orders(store.entities()),
                                new Locations(store.entities()),
                                StoredLetters.in(store, clock),
                                OneAddress.PORTAL,
                                clock)),
                clock,
                new Looks(clock, () -> 0));
    }

    private List<MailLog.Entry> about(UUID order) {
        MailServer none =
                new MailServer(Optional.empty(), 25, Optional.empty(), Optional.empty(), "none", "a@b.example");
        MailLog log = new MailLog(store.entities(), new Audit(store.entities(), clock), none, clock);
        return Transactions.around(store, log).about(new Reach.Installation(), order);
    }

    private void sql(String statement) {
        store.run(() -> store.entities().createNativeQuery(statement).executeUpdate());
    }
}
