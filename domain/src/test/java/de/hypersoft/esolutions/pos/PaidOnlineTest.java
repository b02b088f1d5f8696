package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderList;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PaidOnlineTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final OrderList list;
    private final Location location;

    PaidOnlineTest(Store store) {
        this.store = store;
        this.list = new OrderList(store.entities(), clock);
        this.location = WaitingOrder.at(store, clock.instant(), null);
    }

    @Test
    void T30_the_list_says_which_order_was_paid_online_already() {
        UUID open = WaitingOrder.in(location, store, clock.instant(), "2026-1");
        UUID paid = WaitingOrder.in(location, store, clock.instant(), "2026-2");
        store.run(() -> store.entities()
                .createNativeQuery("update ordering.customer_order set payment_state = 'PAID' where id = :id")
                .setParameter("id", paid)
                .executeUpdate());

        assertThat(payment("2026-2").paidOnline()).isTrue();
        assertThat(payment("2026-1").paidOnline()).isFalse();
        assertThat(payment("2026-1").nothingToPay()).isFalse();
        assertThat(payment("2026-1").method()).isEqualTo(PaymentMethod.AT_PICKUP);
        assertThat(open).isNotEqualTo(paid);
    }

    private HandoverViews.Payment payment(String number) {
        OrderList.Filter filter = new OrderList.Filter(OrderList.Show.WAITING, Set.of(), List.of(), number);
        return store.in(() -> list.page(Scope.all(location.tenant()), filter, null, 10))
                .rows()
                .get(0)
                .payment();
    }
}
