package de.hypersoft.esolutions.notifications.guest;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.OneAddress;
import de.hypersoft.esolutions.notifications.UnclaimedOrdersStage;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import de.hypersoft.esolutions.tenancy.snapshot.Snapshots;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConfirmOrderTest extends UnclaimedOrdersStage {

    ConfirmOrderTest(Store store) {
        super(store);
    }

    @Test
    void T38_I6_the_guest_is_confirmed_once_however_often_the_event_is_delivered() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        OrderPlaced event = placed(order);

        store.run(() -> listener().on(event));
        store.run(() -> listener().on(event));

        assertThat(about(order))
                .singleElement()
                .extracting(MailLog.Entry::recipient)
                .isEqualTo("anna@example.org");
    }

    @Test
    void guests_of_many_orders_are_confirmed_in_as_many_queries_as_those_of_two() {
        List<OrderPlaced> pair = orders(2);
        long two = store.statementsIn(() -> listener().onAll(pair));
        List<OrderPlaced> ten = orders(10);
        long statements = store.statementsIn(() -> listener().onAll(ten));

        assertThat(ten).allSatisfy(event -> assertThat(about(event.orderId())).hasSize(1));
        assertThat(statements).isEqualTo(two).isLessThanOrEqualTo(3);
    }

    @Test
    void where_orders_were_placed_just_now_is_at_hand_and_what_is_left_is_to_read_them_and_to_queue_the_mails() {
        LocationSnapshots node = Snapshots.of(store, clock);
        store.run(() -> node.of(location.tenant(), location.slug()));
        List<OrderPlaced> ten = orders(10);

        assertThat(store.statementsIn(() -> listener(node).onAll(ten))).isEqualTo(2);
        assertThat(ten).allSatisfy(event -> assertThat(about(event.orderId())).hasSize(1));
    }

    @Test
    void an_order_of_another_node_is_confirmed_by_what_the_database_knows_of_its_location() {
        LocationSnapshots node = Snapshots.of(store, clock);
        Location sister = WaitingOrder.at(store, clock.instant(), null);
        store.run(() -> node.of(sister.tenant(), sister.slug()));
        UUID order = WaitingOrder.in(location, store, clock.instant());

        store.run(() -> listener(node).on(placed(order)));

        assertThat(about(order)).hasSize(1);
    }

    private List<OrderPlaced> orders(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> placed(WaitingOrder.in(location, store, clock.instant(), number + "-" + i)))
                .toList();
    }

    private OrderPlaced placed(UUID order) {
        return new OrderPlaced(order, location.tenant().value(), location.id().value(), "2026-000123", clock.instant());
    }

    private ConfirmOrder listener() {
        return listener(Snapshots.of(store, clock));
    }

    private ConfirmOrder listener(LocationSnapshots node) {
        return new ConfirmOrder(
                new Orders(store.entities()),
                node,
                new Locations(store.entities()),
                new OneAddress(),
                new Mails(store.entities(), clock));
    }
}
