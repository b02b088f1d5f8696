package de.hypersoft.esolutions.notifications.guest;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.OneAddress;
import de.hypersoft.esolutions.notifications.UnclaimedOrdersStage;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConfirmOrderTest extends UnclaimedOrdersStage {

    ConfirmOrderTest(Store store) {
        super(store);
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
}
