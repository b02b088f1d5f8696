package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.Duties;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UnclaimedOrdersTest {

    private static final Duration INTERVAL = Duration.ofMinutes(30);

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final UnclaimedOrders unclaimed;
    private final Location location;

    UnclaimedOrdersTest(Store store) {
        this.store = store;
        this.unclaimed = node();
        this.location = WaitingOrder.at(store, clock.instant(), "chef@linde.example");
    }

    @BeforeEach
    void empty() {
        QueuedMail.none(store);
        sql("update pos.transfer set waiting_since = null, waiting_location = null");
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
    void the_mail_says_how_long_what_and_for_when_and_whom_to_call() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        clock.advance(Duration.ofMinutes(7));
        unclaimed.remind(100);

        assertThat(texts("body_text", order))
                .singleElement()
                .asString()
                .contains("wartet seit 22.11.2026, 19:00 (7 min)", "2 × Pizza Margherita", "+ 30 cm")
                .contains("So bald wie möglich, gegen 19:20", "Telefon 030 1234", "Sobald die Kasse");
    }

    @Test
    void no_mail_promises_a_till_while_emergency_mode_is_on() {
        store.run(() -> {
            Location there = new Locations(store.entities()).get(location.id());
            there.enterEmergency("Mia", clock.instant());
        });
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 3, clock.instant());
        clock.advance(Duration.ofMinutes(10));
        assertThat(unclaimed.remind(100)).isEqualTo(3);
        for (int i = 0; i < 3; i++) WaitingOrder.in(location, store, clock.instant(), "2026-00040" + i);
        clock.advance(INTERVAL);
        unclaimed.remind(100);

        List<String> all = new ArrayList<>(texts("body_text", order));
        all.addAll(digests());
        assertThat(all).hasSizeGreaterThan(3).allSatisfy(text -> assertThat(text)
                .contains("Notbetrieb eingeschaltet", "ankreuzen")
                .doesNotContain("Sobald die Kasse", "angeboten", "prüfen Sie Kasse"));
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
    void every_mail_about_an_order_leads_to_it_in_the_portal() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 3, clock.instant());

        clock.advance(Duration.ofMinutes(10));
        assertThat(unclaimed.remind(100)).isEqualTo(3);

        String link = "https://portal.example/portal/orders/" + order;
        assertThat(texts("body_text", order)).hasSize(3).allSatisfy(text -> assertThat(text)
                .contains("Die Bestellung im Portal:\n" + link + "\n", "»Bestellung an POS übermittelt« ankreuzen"));
        assertThat(texts("body_html", order))
                .allSatisfy(html -> assertThat(html).contains("<a href=\"" + link + "\">"));
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

    @Test
    void an_order_that_a_till_fetched_three_times_and_never_kept_is_written_about_once() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 2, clock.instant().minusSeconds(1));
        assertThat(unclaimed.remind(100)).isZero();

        fetched(order, 3, clock.instant().plusSeconds(10));
        assertThat(unclaimed.remind(100)).isZero();
        clock.advance(Duration.ofSeconds(10));
        assertThat(unclaimed.remind(100)).isEqualTo(1);
        fetched(order, 7, clock.instant());
        assertThat(unclaimed.remind(100)).isZero();

        assertThat(about(order)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.UNKEPT_ORDER);
            assertThat(mail.recipient()).isEqualTo("kueche@linde.example");
            assertThat(mail.subject()).isEqualTo("Kasse übernimmt Bestellung 2026-000123 nicht");
        });
    }

    @Test
    void an_order_that_was_kept_at_the_third_offer_is_not_written_about() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 3, clock.instant().plusSeconds(10));
        sql("update pos.transfer set state = 'TRANSFERRED_AUTO', offers = 0, offer_again_at = null,"
                + " waiting_since = null where order_id = '" + order + "'");
        clock.advance(Duration.ofMinutes(1));

        assertThat(unclaimed.remind(100)).isZero();
    }

    @Test
    void T38_I6_the_guest_is_confirmed_once_however_often_the_event_is_delivered() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        ConfirmOrder listener = new ConfirmOrder(
                new Orders(store.entities()),
                new Locations(store.entities()),
                new OneAddress(),
                new Mails(store.entities(), clock));
        OrderPlaced event = new OrderPlaced(
                order, location.tenant().value(), location.id().value(), "2026-000123", clock.instant());

        store.run(() -> listener.on(event));
        store.run(() -> listener.on(event));

        assertThat(about(order))
                .singleElement()
                .extracting(MailLog.Entry::recipient)
                .isEqualTo("anna@example.org");
    }

    private UnclaimedOrders node() {
        return new UnclaimedOrders(
                Transactions.around(
                        store,
                        new Reminders(
                                store.entities(),
                                new Duties(store.entities()),
                                new Orders(store.entities()),
                                new Locations(store.entities()),
                                new Tenants(store.entities()),
                                OneAddress.PORTAL,
                                new Mails(store.entities(), clock),
                                clock)),
                clock);
    }

    private List<MailLog.Entry> about(UUID order) {
        MailServer none =
                new MailServer(Optional.empty(), 25, Optional.empty(), Optional.empty(), "none", "a@b.example");
        MailLog log = new MailLog(store.entities(), new Audit(store.entities(), clock), none, clock);
        return Transactions.around(store, log).about(null, order);
    }

    private List<String> kinds(MailKind... kinds) {
        List<String> names = Arrays.stream(kinds).map(Enum::name).toList();
        return column("kind").stream().filter(names::contains).toList();
    }

    private List<String> digests() {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select m.body_text from notifications.mail m where m.kind = 'UNCLAIMED_DIGEST'"
                                + " and m.location_id = :location order by m.id",
                        String.class)
                .setParameter("location", location.id().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
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

    @SuppressWarnings("unchecked")
    private List<String> texts(String column, UUID order) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select m." + column + " from notifications.mail m where m.about_id = :order", String.class)
                .setParameter("order", order)
                .getResultList());
    }

    private List<?> stand(UUID order) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select t.state, t.fence, t.offers, t.episode, o.status, o.version from pos.transfer t"
                                + " join ordering.customer_order o on o.id = t.order_id where t.order_id = :order")
                .setParameter("order", order)
                .getResultList());
    }

    private void fetched(UUID order, int times, Instant again) {
        store.run(() -> store.entities()
                .createNativeQuery("update pos.transfer set state = 'CLAIMED', offers = :times, offer_again_at = :again"
                        + " where order_id = :order")
                .setParameter("times", times)
                .setParameter("again", again)
                .setParameter("order", order)
                .executeUpdate());
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

    private void sql(String statement) {
        store.run(() -> store.entities().createNativeQuery(statement).executeUpdate());
    }
}
