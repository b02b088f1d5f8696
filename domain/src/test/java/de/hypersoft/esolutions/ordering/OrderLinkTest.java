package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has the link to an order's page may read the order, at its own shop. */
@OnBothDatabases
class OrderLinkTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final Order order;

    OrderLinkTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.order = new OrderOfGuest(store, clock, location).place(1);
    }

    @Test
    void T49_the_link_of_one_brand_leads_nowhere_at_another() {
        TenantId others = TestLocations.open(store, clock.instant()).tenant();

        assertThat(behind(location.tenant(), order.trackingToken())).contains(order.id());
        assertThat(behind(others, order.trackingToken())).isEmpty();
        for (String guess : new String[] {
            "", "%", order.trackingToken() + "x", order.number(), order.id().toString()
        }) assertThat(behind(location.tenant(), guess)).as(guess).isEmpty();
    }

    @Test
    void T65_the_link_ends_with_the_guest() {
        String link = order.trackingToken();

        store.run(() -> new Orders(store.entities()).get(order.id()).forgetGuest(Redaction.of("", "", List.of())));

        assertThat(behind(location.tenant(), link)).isEmpty();
    }

    private Optional<OrderId> behind(TenantId tenant, String link) {
        return store.in(
                () -> new Orders(store.entities()).byTrackingToken(tenant, link).map(Order::id));
    }
}
