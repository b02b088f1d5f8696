package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.kernel.outbox.ToldOutbox;
import de.hypersoft.esolutions.ordering.click.UnconfirmedOrders;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.OrderPace;
import de.hypersoft.esolutions.ordering.lookup.OrderLookup;
import de.hypersoft.esolutions.ordering.number.CountingNode;
import de.hypersoft.esolutions.ordering.quote.Offering;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import de.hypersoft.esolutions.tenancy.snapshot.Snapshots;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;

/** The use case that places orders, at a location with a menu; no till waits for them. */
public final class Placement {

    private Placement() {}

    public static PlaceOrder at(
            StockedLocation stocked, Store store, LimitSettings settings, Told<DomainEvent> events, Clock clock) {
        OrderLimits limits = new OrderLimits(new OrderPace(store.entities()), settings, clock);
        return of(
                store,
                Snapshots.of(store, clock),
                stocked.menus(),
                stocked.availabilities(),
                limits,
                new UnconfirmedOrders(store.entities(), limits, events),
                events,
                clock);
    }

    public static PlaceOrder of(
            Store store,
            LocationSnapshots shops,
            Menus menus,
            Availabilities availabilities,
            OrderLimits limits,
            UnconfirmedOrders unconfirmed,
            Told<DomainEvent> events,
            Clock clock) {
        return new PlaceOrder(
                shops,
                new OrderLookup(store.entities()),
                Offering.of(menus),
                availabilities,
                limits,
                unconfirmed,
                storing(store, shops, menus, events),
                new Orders(store.entities()),
                clock);
    }

    /** What stores the orders. */
    public static StoreOrder storing(Store store, LocationSnapshots shops, Menus menus, Told<DomainEvent> events) {
        return new StoreOrder(
                new Orders(store.entities()),
                new CountingNode(store).numbers(),
                (order, now, inserts) -> {},
                new ToldOutbox(store, events),
                shops,
                menus,
                new Told<Changed>());
    }
}
