package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.stage.OtherLimits;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UnclaimedDigestTest extends UnclaimedOrdersStage {

    UnclaimedDigestTest(Store store) {
        super(store);
    }

    @Test
    void a_flood_of_waiting_orders_is_one_mail_at_once_and_then_one_digest_per_interval() {
        UUID first = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofSeconds(90));
        List<UUID> later = new ArrayList<>();
        int mails = 0;
        for (int second = 0; second < 75 * 60; second++) {
            if (second % 60 == 0 && second < 40 * 60)
                later.add(WaitingOrder.in(location, store, clock.instant(), "2026-%06d".formatted(200 + second / 60)));
            clock.advance(Duration.ofSeconds(1));
            if (second % 30 == 0 || second == 209) mails += unclaimed.remind(100);
        }

        assertThat(kinds(MailKind.UNCLAIMED_ORDER, MailKind.UNCLAIMED_DIGEST))
                .containsExactly("UNCLAIMED_ORDER", "UNCLAIMED_DIGEST", "UNCLAIMED_DIGEST");
        assertThat(about(first)).extracting(MailLog.Entry::kind).contains(MailKind.UNCLAIMED_ORDER);
        List<String> digests = digests();
        for (int i = 0; i < later.size(); i++) {
            String number = "2026-%06d".formatted(200 + i);
            assertThat(digests.stream().filter(text -> text.contains(number)).count())
                    .as(number)
                    .isEqualTo(1);
        }
        assertThat(mails).isEqualTo(6); // as many again to the second contact
    }

    @Test
    void the_first_mail_tells_of_all_orders_that_came_within_a_minute_when_the_till_failed() {
        for (int i = 0; i < 6; i++) {
            WaitingOrder.in(location, store, clock.instant(), "2026-00040" + i);
            clock.advance(Duration.ofSeconds(9));
        }
        clock.advance(Duration.ofMinutes(5).minusSeconds(54));

        unclaimed.remind(100);

        assertThat(digests()).singleElement().asString().contains("2026-000400", "2026-000405");
    }

    @Test
    void an_order_that_just_came_is_not_said_to_wait_where_mails_go_out_after_seconds() {
        store.run(() -> store.entities()
                .createNativeQuery("update tenancy.location set unclaimed_after_seconds = 10 where id = :id")
                .setParameter("id", location.id().value())
                .executeUpdate());
        UUID waits = WaitingOrder.in(location, store, clock.instant(), "2026-000500");
        clock.advance(Duration.ofSeconds(9));
        UUID fresh = WaitingOrder.in(location, store, clock.instant(), "2026-000501");
        clock.advance(Duration.ofSeconds(1));

        unclaimed.remind(100);

        assertThat(about(waits)).hasSize(1);
        assertThat(about(fresh)).isEmpty();
        assertThat(digests()).isEmpty();
    }

    @Test
    void a_location_that_wants_a_digest_every_45_minutes_gets_none_before() {
        OtherLimits.at(
                location,
                store,
                new LocationLimits(20, 3, Duration.ofMinutes(60), Duration.ofMinutes(3), Duration.ofMinutes(45)));
        WaitingOrder.in(location, store, clock.instant(), "2026-000300");
        clock.advance(Duration.ofMinutes(5));
        unclaimed.remind(100);
        for (int i = 1; i < 3; i++) WaitingOrder.in(location, store, clock.instant(), "2026-00030" + i);

        clock.advance(Duration.ofMinutes(45).minusSeconds(1));
        unclaimed.remind(100);
        assertThat(digests()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        unclaimed.remind(100);

        assertThat(digests()).singleElement().asString().contains("2026-000301", "2026-000302");
    }

    @Test
    void I6_two_nodes_write_one_digest_and_a_restart_none() {
        for (int i = 0; i < 5; i++) WaitingOrder.in(location, store, clock.instant(), "2026-00030" + i);
        clock.advance(Duration.ofMinutes(5));

        CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
        for (int i = 0; i < nodes.length; i++) nodes[i] = CompletableFuture.runAsync(() -> node().remind(100));
        CompletableFuture.allOf(nodes).join();
        node().remind(100);
        clock.advance(INTERVAL.minusMinutes(26));
        node().remind(100);

        assertThat(digests()).singleElement().asString().contains("2026-000300", "2026-000304");
    }

    @Test
    void a_digest_goes_out_while_one_of_its_orders_waits_and_not_when_none_does() {
        UUID one = WaitingOrder.in(location, store, clock.instant(), "2026-000301");
        UUID two = WaitingOrder.in(location, store, clock.instant(), "2026-000302");
        clock.advance(Duration.ofMinutes(5));
        unclaimed.remind(100);
        OutgoingMail outgoing = Transactions.around(store, new OutgoingMail(store.entities(), clock));

        sql("update pos.transfer set waiting_since = null where order_id = '" + one + "'");
        assertThat(outgoing.prepare(100)).hasSize(1);
        sql("update pos.transfer set waiting_since = null where order_id = '" + two + "'");
        clock.advance(Mail.LEASE);
        assertThat(outgoing.prepare(100)).isEmpty();
    }

    private List<String> kinds(MailKind... kinds) {
        List<String> names = Arrays.stream(kinds).map(Enum::name).toList();
        return column("kind").stream().filter(names::contains).toList();
    }

    private List<String> column(String name) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select m." + name + " from notifications.mail m where m.location_id = :location order by m.id",
                        String.class)
                .setParameter("location", location.id().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
