package de.hypersoft.esolutions.notifications.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.notifications.OneAddress;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.ChooseGuestMails;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest who went home hears what became of the order, once, and nothing that is no longer true. */
@OnBothDatabases
class TellGuestTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final UUID order;
    private final TellGuest listener;

    TellGuestTest(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, clock.instant(), null);
        this.order = WaitingOrder.in(location, store, clock.instant());
        this.listener = new TellGuest(
                new Orders(store.entities()),
                new Locations(store.entities()),
                new Tenants(store.entities()),
                new OneAddress(),
                new Mails(store.entities(), clock));
    }

    @Test
    void a_guest_whose_order_was_cancelled_hears_it_and_why_and_where_to_ask() {
        told(moved(OrderStatus.CANCELLED, "Der Ofen ist kaputt"));

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.ORDER_CANCELLED);
            assertThat(mail.recipient()).isEqualTo("anna@example.org");
            assertThat(mail.subject()).isEqualTo("Storniert: Ihre Bestellung 2026-000123 bei Linde Mitte");
        });
        assertThat(text()).contains("storniert", "Grund: Der Ofen ist kaputt", "nicht zubereitet", "+49 30 1234567");
    }

    @Test
    void a_guest_whose_order_was_rejected_hears_why() {
        told(moved(OrderStatus.REJECTED, "Der Teig ist aus"));

        assertThat(mails()).extracting(MailLog.Entry::kind).containsExactly(MailKind.ORDER_REJECTED);
        assertThat(text()).contains("nicht ausführen", "Grund: Der Teig ist aus");
    }

    @Test
    void a_guest_hears_that_the_order_was_accepted_and_for_when_and_that_it_is_ready() {
        told(moved(OrderStatus.ACCEPTED, null));
        assertThat(text()).contains("angenommen", "Abholbereit: 22.11.2026, 19:20");

        told(moved(OrderStatus.PREPARING, null));
        assertThat(mails()).hasSize(1);

        told(moved(OrderStatus.READY, null));
        assertThat(mails())
                .extracting(MailLog.Entry::kind)
                .containsExactlyInAnyOrder(MailKind.ORDER_ACCEPTED, MailKind.ORDER_READY);
        told(moved(OrderStatus.COMPLETED, null));
        assertThat(mails()).hasSize(2);
    }

    @Test
    void a_guest_of_an_order_that_was_never_accepted_and_is_prepared_hears_that_too() {
        told(moved(OrderStatus.PREPARING, null));

        assertThat(mails()).extracting(MailLog.Entry::kind).containsExactly(MailKind.ORDER_ACCEPTED);
    }

    @Test
    void T38_the_same_news_delivered_again_is_no_second_mail() {
        OrderAdvanced event = moved(OrderStatus.READY, null);

        told(event);
        told(event);

        assertThat(mails()).hasSize(1);
    }

    @Test
    void nobody_is_called_to_fetch_what_was_cancelled_meanwhile() {
        OrderAdvanced ready = moved(OrderStatus.READY, null);
        OrderAdvanced cancelled = moved(OrderStatus.CANCELLED, "");

        told(ready);
        told(cancelled);

        assertThat(mails()).extracting(MailLog.Entry::kind).containsExactly(MailKind.ORDER_CANCELLED);
    }

    @Test
    void an_order_cancelled_at_the_till_after_its_guest_was_called_is_told_in_one_more_mail() {
        told(moved(OrderStatus.READY, null));
        OrderAdvanced cancelled = moved(OrderStatus.CANCELLED, "Der Ofen ist kaputt");

        told(cancelled);
        told(cancelled);

        assertThat(mails())
                .extracting(MailLog.Entry::kind)
                .containsExactlyInAnyOrder(MailKind.ORDER_READY, MailKind.ORDER_CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"true, false, ORDER_ACCEPTED", "false, true, ORDER_READY"})
    void each_of_the_two_switches_is_for_its_own_mail(boolean accepted, boolean ready, MailKind left) {
        ChooseGuestMails guestMails =
                new ChooseGuestMails(new Tenants(store.entities()), new Audit(store.entities(), clock));
        store.run(() -> guestMails.set(Scope.all(location.tenant()), MARIA, accepted, ready));

        told(moved(OrderStatus.ACCEPTED, null));
        told(moved(OrderStatus.READY, null));

        assertThat(mails()).extracting(MailLog.Entry::kind).containsExactly(left);
    }

    @Test
    void a_brand_may_leave_out_the_good_news_but_not_the_bad() {
        ChooseGuestMails guestMails =
                new ChooseGuestMails(new Tenants(store.entities()), new Audit(store.entities(), clock));
        store.run(() -> guestMails.set(Scope.all(location.tenant()), MARIA, false, false));

        told(moved(OrderStatus.ACCEPTED, null));
        told(moved(OrderStatus.READY, null));
        assertThat(mails()).isEmpty();

        told(moved(OrderStatus.REJECTED, "Der Teig ist aus"));
        assertThat(mails()).extracting(MailLog.Entry::kind).containsExactly(MailKind.ORDER_REJECTED);
    }

    @Test
    void guests_of_many_orders_are_told_in_as_many_statements_as_those_of_two_and_of_a_sale_that_ended_nobody_asks() {
        List<OrderAdvanced> two = cancelled("2", 2);
        List<OrderAdvanced> twelve = cancelled("12", 12);
        OrderAdvanced ended = moved(OrderStatus.COMPLETED, null);

        long few = store.statementsIn(() -> listener.onAll(two));
        assertThat(store.statementsIn(() -> listener.onAll(twelve)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(4);
        assertThat(store.statementsIn(() -> listener.on(ended))).isZero();
        assertThat(store.in(() -> store.entities()
                        .createQuery("select count(m) from Mail m where m.about in :orders", Long.class)
                        .setParameter(
                                "orders",
                                twelve.stream().map(OrderAdvanced::orderId).toList())
                        .getSingleResult()))
                .isEqualTo(12);
    }

    private List<OrderAdvanced> cancelled(String of, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> WaitingOrder.in(location, store, clock.instant(), of + "-" + i))
                .map(id -> moved(id, OrderStatus.CANCELLED, null))
                .toList();
    }

    @Test
    void who_is_there_for_one_location_does_not_choose_for_the_guests_of_all() {
        ChooseGuestMails guestMails =
                new ChooseGuestMails(new Tenants(store.entities()), new Audit(store.entities(), clock));
        Scope one = Scope.only(location.tenant(), Set.of(location.id()));

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> store.run(() -> guestMails.set(one, MARIA, false, false)));
    }

    @Test
    void an_English_guest_hears_it_in_English_whatever_the_type_of_the_order() {
        for (MailKind kind : List.of(
                MailKind.ORDER_ACCEPTED, MailKind.ORDER_READY, MailKind.ORDER_REJECTED, MailKind.ORDER_CANCELLED)) {
            MailText mail = GuestNewsText.of(
                    kind,
                    WaitingOrder.document(order, clock.instant(), "en"),
                    "no dough",
                    WaitingOrder.details(null),
                    Optional.of("https://linde.example/orders/abc"));

            assertThat(mail.language()).isEqualTo("en");
            assertThat(mail.text())
                    .contains("Dear Anna Müller", "2026-000123", "https://linde.example/orders/abc")
                    .doesNotContain("Bestellung");
        }
    }

    /** Moves the order as a till's report or a manager does, and tells what that fires. */
    private OrderAdvanced moved(OrderStatus status, @Nullable String reason) {
        return moved(order, status, reason);
    }

    private OrderAdvanced moved(UUID which, OrderStatus status, @Nullable String reason) {
        return store.in(() -> {
            Order moved = new Orders(store.entities()).get(new OrderId(which));
            assertThat(moved.advance(status, reason, clock.instant())).isTrue();
            return OrderAdvanced.of(moved);
        });
    }

    private void told(OrderAdvanced event) {
        store.run(() -> listener.on(event));
    }

    private List<MailLog.Entry> mails() {
        return store.in(() -> store.entities()
                .createQuery("select m from Mail m where m.about = :order", Mail.class)
                .setParameter("order", order)
                .getResultStream()
                .map(Mail::entry)
                .toList());
    }

    private String text() {
        return store.in(() -> store.entities()
                .createQuery("select m from Mail m where m.about = :order", Mail.class)
                .setParameter("order", order)
                .getSingleResult()
                .text()
                .text());
    }
}
