package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.search.TrackOrder;
import de.hypersoft.esolutions.ordering.search.TrackedOrder;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
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

    @Test
    void whoever_follows_the_link_finds_the_order_as_it_stands_now() {
        clock.advance(Duration.ofMinutes(5));
        store.run(() -> new Orders(store.entities())
                .get(order.id())
                .advance(OrderStatus.REJECTED, "zu viel zu tun", clock.instant()));

        TrackedOrder followed = store.in(() ->
                        new TrackOrder(new Orders(store.entities())).behind(location.tenant(), order.trackingToken()))
                .orElseThrow();

        assertThat(followed)
                .isEqualTo(new TrackedOrder(
                        order.id(),
                        location.id(),
                        order.number(),
                        OrderType.DELIVERY,
                        order.placedAt(),
                        order.promisedAt(),
                        OrderStatus.REJECTED,
                        clock.instant(),
                        "zu viel zu tun",
                        order.total(),
                        order.trackingToken(),
                        order.document()));
    }

    private Optional<OrderId> behind(TenantId tenant, String link) {
        return store.in(() -> new TrackOrder(new Orders(store.entities()))
                .behind(tenant, link)
                .map(TrackedOrder::id));
    }
}
