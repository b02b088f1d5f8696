package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailResult;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailToSend;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class MailQueueTest {

    private static final MailText TEXT = new MailText("de", "Ihre Bestellung", "Guten Tag", "<p>Guten Tag</p>");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Mails mails;
    private final OutgoingMail outgoing;
    private final MailLog log;
    private final UUID tenant = Uuid7.at(clock.instant());
    private final UUID location = Uuid7.at(clock.instant());

    MailQueueTest(Store store) {
        this.store = store;
        this.mails = new Mails(store.entities(), clock);
        this.outgoing = Transactions.around(store, new OutgoingMail(store.entities(), clock));
        this.log = Transactions.around(
                store,
                new MailLog(
                        store.entities(),
                        new Audit(store.entities(), clock),
                        new MailServer(Optional.empty(), 25, Optional.empty(), Optional.empty(), "none", "a@b.example"),
                        clock));
    }

    @BeforeEach
    void empty() {
        store.run(() -> store.entities().createQuery("delete from Mail m").executeUpdate());
    }

    @Test
    void I6_the_same_mail_is_queued_once_and_a_new_episode_once_more() {
        UUID order = Uuid7.at(clock.instant());

        assertThat(queue(order, 1)).isTrue();
        assertThat(queue(order, 1)).isFalse();
        assertThat(queue(order, 2)).isTrue();

        assertThat(log.about(new Reach.Installation(), order)).hasSize(2);
    }

    @Test
    void I6_two_nodes_that_queue_the_same_mail_at_once_leave_one_row() {
        for (int round = 0; round < 5; round++) {
            UUID order = Uuid7.at(clock.instant());

            CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
            for (int i = 0; i < nodes.length; i++)
                nodes[i] = CompletableFuture.runAsync(() -> queue(order, 1)).handle((done, loser) -> null);
            CompletableFuture.allOf(nodes).join();

            assertThat(log.about(new Reach.Installation(), order)).hasSize(1);
            assertThat(queue(order, 1)).isFalse();
        }
    }

    @Test
    void two_senders_never_lease_the_same_mail() {
        for (int i = 0; i < 40; i++) queue(Uuid7.at(clock.instant()), 1);
        List<UUID> leased = Collections.synchronizedList(new ArrayList<>());

        CompletableFuture<?>[] senders = new CompletableFuture<?>[4];
        for (int i = 0; i < senders.length; i++)
            senders[i] = CompletableFuture.runAsync(() -> {
                for (int round = 0; round < 20; round++) outgoing.prepare(5).forEach(letter -> leased.add(letter.id()));
            });
        CompletableFuture.allOf(senders).join();
        outgoing.prepare(100).forEach(letter -> leased.add(letter.id()));

        assertThat(leased).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_sender_that_dies_leaves_a_lease_after_which_the_mail_goes_out_with_the_same_message_id() {
        queue(Uuid7.at(clock.instant()), 1);

        MailToSend first = outgoing.prepare(10).get(0);
        clock.advance(Mail.LEASE.minusMillis(1));
        assertThat(outgoing.prepare(10)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        MailToSend second = outgoing.prepare(10).get(0);

        assertThat(second.messageId())
                .isEqualTo(first.messageId())
                .startsWith("<")
                .endsWith(">");
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(store.in(() -> store.entities()
                        .createQuery("select count(m) from Mail m", Long.class)
                        .getSingleResult()))
                .isEqualTo(1);
    }

    @Test
    void what_the_first_sender_reports_late_does_not_spoil_the_second_attempt() {
        queue(Uuid7.at(clock.instant()), 1);
        MailToSend first = outgoing.prepare(10).get(0);
        clock.advance(Mail.LEASE);
        MailToSend second = outgoing.prepare(10).get(0);

        outgoing.conclude(List.of(MailResult.failed(first, "550 too late", true)));
        assertThat(only().state()).isEqualTo(MailState.WAITING);
        outgoing.conclude(List.of(MailResult.sent(second)));
        outgoing.conclude(List.of(MailResult.failed(second, "550 too late", true)));

        assertThat(only().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void a_refused_recipient_is_shown_with_its_reason_and_can_be_tried_again_by_hand() {
        queue(Uuid7.at(clock.instant()), 1);

        outgoing.conclude(List.of(MailResult.failed(outgoing.prepare(10).get(0), "550 5.1.1 no such user", true)));
        assertThat(only().state()).isEqualTo(MailState.UNDELIVERABLE);
        assertThat(only().lastError()).isEqualTo("550 5.1.1 no such user");
        assertThat(log.page(new Reach.Installation(), MailState.UNDELIVERABLE, 0, 10))
                .hasSize(1);
        assertThat(outgoing.prepare(10)).isEmpty();

        log.retry(new Reach.Installation(), only().id(), Actor.user("7", "Rita"));

        assertThat(outgoing.prepare(10)).hasSize(1);
    }

    @Test
    void an_hour_without_a_mail_server_costs_nothing_but_the_hour() {
        queue(Uuid7.at(clock.instant()), 1);

        int attempts = 0;
        for (int tenSeconds = 0; tenSeconds < 360; tenSeconds++) {
            for (MailToSend letter : outgoing.prepare(10)) {
                attempts++;
                outgoing.conclude(List.of(MailResult.failed(letter, "connection refused", false)));
            }
            clock.advance(Duration.ofSeconds(10));
        }

        assertThat(attempts).isBetween(12, 20);
        clock.advance(Mail.LONGEST_WAIT);
        assertThat(outgoing.prepare(10)).hasSize(1);
    }

    @Test
    void after_three_days_a_mail_is_no_longer_sensible_and_says_so() {
        queue(Uuid7.at(clock.instant()), 1);
        clock.advance(Mail.SENSIBLE.plusSeconds(1));

        outgoing.conclude(List.of(MailResult.failed(outgoing.prepare(10).get(0), "connection refused", false)));

        assertThat(only().state()).isEqualTo(MailState.UNDELIVERABLE);
    }

    @Test
    void T65_no_guest_data_outlives_its_term_however_the_mail_ended() {
        for (int i = 0; i < 3; i++) queue(Uuid7.at(clock.instant()), 1);
        List<MailToSend> letters = outgoing.prepare(10);
        outgoing.conclude(List.of(MailResult.sent(letters.get(0))));
        outgoing.conclude(List.of(MailResult.failed(letters.get(1), "550 5.1.1 no such user", true)));

        clock.advance(Duration.ofDays(90));
        assertThat(outgoing.sweep(Duration.ofDays(90))).isZero();
        clock.advance(Duration.ofSeconds(1));

        assertThat(outgoing.sweep(Duration.ofDays(90))).isEqualTo(3);
    }

    @Test
    void a_manager_sees_the_mails_of_own_locations_only() {
        queue(Uuid7.at(clock.instant()), 1);
        Scope own = Scope.only(new TenantId(tenant), Set.of(new LocationId(location)));
        Scope sister = Scope.only(new TenantId(tenant), Set.of(new LocationId(UUID.randomUUID())));
        Scope nothing = Scope.only(new TenantId(tenant), Set.of());
        Scope stranger = Scope.all(new TenantId(UUID.randomUUID()));

        assertThat(log.page(own, null, 0, 10)).hasSize(1);
        assertThat(log.counts(own)).containsEntry(MailState.WAITING, 1L).containsEntry(MailState.SENT, 0L);
        assertThat(log.page(sister, null, 0, 10)).isEmpty();
        assertThatThrownBy(() -> log.page(nobodySaid(), null, 0, 10)).isInstanceOf(NullPointerException.class);
        assertThat(log.page(nothing, null, 0, 10)).as("of a manager of nothing").isEmpty();
        assertThat(log.counts(nothing)).containsEntry(MailState.WAITING, 0L);
        assertThatThrownBy(() -> log.entry(nothing, only().id())).isInstanceOf(NotFound.class);
        assertThat(log.page(stranger, null, 0, 10)).isEmpty();
        assertThatThrownBy(() -> log.text(stranger, only().id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> log.entry(sister, only().id())).isInstanceOf(NotFound.class);
        assertThat(log.text(own, only().id())).isEqualTo(TEXT);
        assertThat(log.entry(own, only().id())).isEqualTo(only());
    }

    @Test
    void no_mail_server_configured_is_a_state_of_its_own() {
        assertThat(log.serverConfigured()).isFalse();
    }

    private boolean queue(UUID order, int episode) {
        return store.in(() -> mails.queue(
                new Draft(MailKind.ORDER_CONFIRMATION, order, episode, tenant, location, "gast@example.org", TEXT)));
    }

    @SuppressWarnings("NullAway")
    private static Scope nobodySaid() {
        return null;
    }

    private MailLog.Entry only() {
        List<MailLog.Entry> all = log.page(new Reach.Installation(), null, 0, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
