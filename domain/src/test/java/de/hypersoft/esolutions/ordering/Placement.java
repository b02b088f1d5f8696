package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.click.UnconfirmedOrders;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.OrderPace;
import de.hypersoft.esolutions.ordering.number.CountingNode;
import de.hypersoft.esolutions.ordering.quote.Offering;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;

/** The use case that places orders, at a location with a menu; no till waits for them. */
final class Placement {

    private Placement() {}

    static PlaceOrder at(
            StockedLocation stocked, Store store, LimitSettings settings, Told<DomainEvent> events, Clock clock) {
        Orders orders = new Orders(store.entities());
        OrderLimits limits = new OrderLimits(new OrderPace(store.entities()), settings, clock);
        return new PlaceOrder(
                new Locations(store.entities()),
                Offering.at(stocked, store),
                stocked.availabilities(),
                orders,
                new GuestBlocks(store.entities(), orders, new Audit(store.entities(), clock), clock),
                limits,
                new UnconfirmedOrders(store.entities(), limits, events),
                new CountingNode(store).numbers(),
                (order, now) -> {},
                events,
                new Told<Changed>(),
                clock);
    }
}
