package de.hypersoft.esolutions.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderOfGuest;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A guest's wish is answered by whoever is there for the order. */
@OnBothDatabases
class GuestRequestRefusalsTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final GuestRequests requests;

    GuestRequestRefusalsTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.requests = new GuestRequests(
                store.entities(),
                new Orders(store.entities()),
                new Audit(store.entities(), clock),
                new Told<DomainEvent>(),
                clock);
    }

    @Test
    void T49_a_wish_of_another_location_or_brand_is_not_answered_there() {
        Order order = new OrderOfGuest(store, clock, location).place(1);
        store.run(() -> requests.ask(order.id(), GuestRequestKind.ERASURE));
        UUID wish = store.in(() -> (UUID) store.entities()
                .createQuery("select r.id from RequestRow r where r.openOrder = :order")
                .setParameter("order", order.id().value())
                .getSingleResult());

        for (Scope foreign : List.of(
                Scope.all(TestLocations.open(store, clock.instant()).tenant()),
                Scope.only(location.tenant(), Set.of(new LocationId(UUID.randomUUID())))))
            assertThat(Refusals.code(() -> store.run(() -> requests.answered(foreign, MARIA, wish))))
                    .isEqualTo("unknown-request");
        assertThat(Refusals.code(() ->
                        store.run(() -> requests.answered(Scope.all(location.tenant()), MARIA, UUID.randomUUID()))))
                .isEqualTo("unknown-request");
        assertThat(store.in(() -> requests.open(order.id()))).containsOnlyKeys(GuestRequestKind.ERASURE);

        store.run(() -> requests.answered(Scope.all(location.tenant()), MARIA, wish));
        assertThat(store.in(() -> requests.open(order.id()))).isEmpty();
    }
}
