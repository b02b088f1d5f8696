package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UnclaimedOrdersTest extends UnclaimedOrdersStage {

    UnclaimedOrdersTest(Store store) {
        super(store);
    }

    @Test
    void T25_no_mail_at_4_59_and_exactly_one_at_5_00() {
        UUID order = WaitingOrder.in(location, store, clock.instant());

        clock.advance(Duration.ofSeconds(299));
        assertThat(unclaimed.remind(100)).isZero();

        clock.advance(Duration.ofSeconds(1));
        assertThat(unclaimed.remind(100)).isEqualTo(1);
        for (int second = 0; second < 120; second++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(unclaimed.remind(100)).isZero();
        }

        assertThat(about(order)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.UNCLAIMED_ORDER);
            assertThat(mail.recipient()).isEqualTo("kueche@linde.example");
            assertThat(mail.subject()).contains("2026-000123");
        });
    }

    @Test
    void T25_who_asks_every_second_hears_of_it_at_5_00_and_of_the_second_contact_at_10_00_and_of_each_once() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        List<Integer> written = new ArrayList<>();
        for (int second = 1; second <= 700; second++) {
            clock.advance(Duration.ofSeconds(1));
            if (unclaimed.follow(100) > 0) written.add(second);
        }

        assertThat(written).containsExactly(300, 600);
        assertThat(about(order)).hasSize(2);
    }

    @Test
    void what_fell_due_unseen_is_found_by_the_next_look_at_everything() {
        unclaimed.follow(100);
        UUID order = WaitingOrder.in(location, store, clock.instant().minus(Duration.ofMinutes(6)));

        clock.advance(Duration.ofSeconds(9));
        assertThat(unclaimed.follow(100)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(unclaimed.follow(100)).isEqualTo(1);
        assertThat(about(order)).hasSize(1);
    }

    @Test
    void a_location_that_waits_shorter_than_others_is_written_to_sooner() {
        Location hurried = WaitingOrder.at(store, clock.instant(), null);
        sql("update tenancy.location set unclaimed_after_seconds = 30 where id = '" + hurried.id() + "'");
        UUID here = WaitingOrder.in(location, store, clock.instant());
        UUID there = WaitingOrder.in(hurried, store, clock.instant());
        unclaimed.follow(100);

        clock.advance(Duration.ofSeconds(9));
        assertThat(unclaimed.follow(100)).isZero();
        for (int second = 0; second < 21; second++) {
            clock.advance(Duration.ofSeconds(1));
            unclaimed.follow(100);
        }

        assertThat(about(there)).hasSize(1);
        assertThat(about(here)).isEmpty();
    }

    @Test
    void T25_a_restart_or_a_second_node_sends_no_second_mail() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofMinutes(5));

        CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
        for (int i = 0; i < nodes.length; i++) nodes[i] = CompletableFuture.runAsync(() -> node().remind(100));
        CompletableFuture.allOf(nodes).join();
        node().remind(100);

        assertThat(about(order)).hasSize(1);
    }

    @Test
    void after_ten_minutes_the_second_contact_is_told_once() {
        UUID order = WaitingOrder.in(location, store, clock.instant());

        clock.advance(Duration.ofMinutes(10));
        unclaimed.remind(100);
        unclaimed.remind(100);

        assertThat(about(order))
                .extracting(MailLog.Entry::recipient)
                .containsExactlyInAnyOrder("kueche@linde.example", "chef@linde.example");
    }

    @Test
    void a_clock_that_was_set_back_silences_nobody_for_long() {
        clock.advance(Duration.ofDays(3));
        WaitingOrder.in(location, store, clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(unclaimed.remind(100)).isEqualTo(1);

        clock.set(clock.instant().minus(Duration.ofDays(3)));
        UUID order = WaitingOrder.in(location, store, clock.instant(), "2026-000124");
        clock.advance(Duration.ofMinutes(5));

        assertThat(unclaimed.remind(100)).isEqualTo(1);
        assertThat(about(order)).hasSize(1);
    }

    @Test
    void a_mail_that_could_not_go_out_before_the_tick_is_not_sent_any_more() {
        UUID ticked = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofMinutes(5));
        unclaimed.remind(100);
        sql("update pos.transfer set state = 'TRANSFERRED_MANUAL', waiting_since = null where order_id = '" + ticked
                + "'");
        OutgoingMail outgoing = Transactions.around(store, new OutgoingMail(store.entities(), clock));

        assertThat(outgoing.prepare(100)).isEmpty();

        assertThat(about(ticked)).extracting(MailLog.Entry::state).containsExactly(MailState.OVERTAKEN);
    }

    @Test
    void an_order_that_cannot_be_read_keeps_no_other_from_being_written_about() {
        UUID unreadable = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofSeconds(1));
        UUID other = WaitingOrder.in(location, store, clock.instant(), "2026-000124");
        sql("update ordering.customer_order set document = '{}' where id = '" + unreadable + "'");
        clock.advance(Duration.ofMinutes(5));

        assertThat(unclaimed.remind(100)).isEqualTo(1);

        assertThat(about(unreadable)).isEmpty();
        assertThat(about(other)).hasSize(1);
    }

    @Test
    void as_many_of_them_as_are_looked_at_at_once_keep_none_either_and_are_tried_again() {
        UUID unreadable = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofSeconds(1));
        UUID other = WaitingOrder.in(location, store, clock.instant(), "2026-000124");
        sql("update ordering.customer_order set document = '{}' where id = '" + unreadable + "'");
        clock.advance(Duration.ofMinutes(5));

        assertThat(unclaimed.remind(1)).isEqualTo(1);
        assertThat(about(other)).hasSize(1);

        sql(
                "update ordering.customer_order set document = (select o.document from ordering.customer_order o where o.id = '"
                        + other + "') where id = '" + unreadable + "'");
        clock.advance(INTERVAL);
        assertThat(unclaimed.remind(1)).isEqualTo(2);
        assertThat(about(unreadable)).hasSize(1);
    }

    @Test
    void T26_the_mail_changes_neither_the_order_nor_its_transfer() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        List<?> before = stand(order);

        clock.advance(Duration.ofHours(2));
        assertThat(unclaimed.remind(100)).isEqualTo(2);

        assertThat(stand(order)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void an_order_a_till_or_a_manager_has_is_not_written_about_and_an_untick_starts_anew() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        sql("update pos.transfer set state = 'TRANSFERRED_MANUAL', waiting_since = null where order_id = '" + order
                + "'");
        clock.advance(Duration.ofMinutes(6));
        assertThat(unclaimed.remind(100)).isZero();

        waitingAgain(order, 2);
        assertThat(unclaimed.remind(100)).isZero();
        clock.advance(Duration.ofMinutes(5));
        assertThat(unclaimed.remind(100)).isEqualTo(1);
        waitingAgain(order, 3);
        clock.advance(INTERVAL);
        assertThat(unclaimed.remind(100)).isEqualTo(2); // the second contact is due by then too

        assertThat(about(order))
                .extracting(MailLog.Entry::kind)
                .containsExactlyInAnyOrder(MailKind.UNCLAIMED_ORDER, MailKind.UNCLAIMED_ORDER, MailKind.SECOND_CONTACT);
    }

    private List<?> stand(UUID order) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select t.state, t.fence, t.offers, t.episode, o.status, o.version from pos.transfer t"
                                + " join ordering.customer_order o on o.id = t.order_id where t.order_id = :order")
                .setParameter("order", order)
                .getResultList());
    }

    private void waitingAgain(UUID order, int episode) {
        store.run(() -> store.entities()
                .createNativeQuery("update pos.transfer set state = 'PENDING', episode = :episode, waiting_since = :now"
                        + " where order_id = :order")
                .setParameter("episode", episode)
                .setParameter("now", clock.instant())
                .setParameter("order", order)
                .executeUpdate());
    }
}
