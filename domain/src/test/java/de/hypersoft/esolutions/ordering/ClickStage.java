package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.database.Condition;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.cart.CartCheckTest;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.ordering.click.ConfirmByClick;
import de.hypersoft.esolutions.ordering.click.OrderAwaitsClick;
import de.hypersoft.esolutions.ordering.click.UnconfirmedOrders;
import de.hypersoft.esolutions.ordering.click.UnconfirmedTraces;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.OrderPace;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.snapshot.Snapshots;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A location that is always open and sells what the cart's tests sell, with the limits as they are shipped. */
public final class ClickStage {

    public final HandClock clock = HandClock.at("2026-11-27T18:00:00Z");
    public final Location location;
    public final ConfirmByClick clicks;
    public final Told<DomainEvent> events = new Told<>();

    public final PlaceOrder placeOrder;
    public final GuestBlocks blocks;
    public final OrderFromCart fromCart;
    public final Carts carts;
    public final GuestTraces traces;
    private final Store store;

    public ClickStage(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, clock.instant(), null);
        LimitSettings settings = new LimitSettings(
                new LimitSettings.Most(12, 20, 20, 1_000, 120),
                new LimitSettings.Free(3, 6, 400, 60),
                new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));
        OrderLimits limits = new OrderLimits(new OrderPace(store.entities()), settings, clock);
        UnconfirmedOrders unconfirmed = new UnconfirmedOrders(store.entities(), limits, events);
        Orders orders = new Orders(store.entities());
        this.blocks = new GuestBlocks(store.entities(), orders, new Audit(store.entities(), clock), clock);
        this.carts = new Carts(store.entities(), clock);
        this.placeOrder = Placement.of(
                store,
                Snapshots.of(store, new AlwaysOpen(store), clock),
                new OneMenu(),
                new Plenty(),
                limits,
                unconfirmed,
                events,
                clock);
        this.fromCart = new OrderFromCart(placeOrder, carts);
        this.clicks = new ConfirmByClick(unconfirmed, orders, placeOrder, carts, clock);
        this.traces = new UnconfirmedTraces(store.entities(), unconfirmed);
    }

    /** Sent by a program, with a phone of its own each time. */
    public Placing order(String key, String mail) {
        return order(key, mail, "127.0.0.1");
    }

    public Placing order(String key, String mail, String address) {
        return store.in(() -> placeOrder.place(location.tenant(), request(key, mail), ClientNetwork.of(address)));
    }

    public Placing order(String key, Guest guest) {
        return store.in(() -> placeOrder.place(location.tenant(), request(key, guest), ClientNetwork.of("127.0.0.1")));
    }

    public OrderRequest request(String key, String mail) {
        String phone = "0170 " + Math.abs((location.slug() + key).hashCode());
        return request(key, new Guest("Viktor Sievers", phone, mail, "de"));
    }

    private OrderRequest request(String key, Guest guest) {
        return new OrderRequest(
                key,
                Channel.API,
                location.slug(),
                OrderType.PICKUP,
                guest,
                null,
                null,
                "ohne Kapern",
                List.of(new Selection("pizza", 1, List.of(), "")),
                PaymentMethod.AT_PICKUP,
                null,
                false);
    }

    /** The newest question, as the listener that writes the mail gets it. */
    public ConfirmByClick.Asked asked() {
        OrderAwaitsClick event = questions().get(questions().size() - 1);
        return store.in(() -> clicks.link(event.requestId(), event.times())).orElseThrow();
    }

    public List<OrderAwaitsClick> questions() {
        return told(OrderAwaitsClick.class);
    }

    public <E> List<E> told(Class<E> type) {
        return events.events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static final class AlwaysOpen extends Locations {
        AlwaysOpen(Store store) {
            super(store.entities());
        }

        @Override
        public OpeningHours hours(Location location) {
            List<OpeningWindow.Span> spans = Arrays.stream(DayOfWeek.values())
                    .map(day -> new OpeningWindow.Span(null, day, null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                    .toList();
            return new OpeningHours(location.zone(), spans);
        }
    }

    private static final class OneMenu extends Menus {
        @SuppressWarnings("NullAway")
        OneMenu() {
            super(null, null);
        }

        @Override
        public Menu current(LocationId at) {
            return CartCheckTest.menu();
        }

        @Override
        public Condition unchanged(LocationId at, Menu menu) {
            return new Condition("1 = 1", List.of());
        }
    }

    private static final class Plenty extends Availabilities {
        @SuppressWarnings("NullAway")
        Plenty() {
            super(null, null, null, null, null);
        }

        @Override
        public void take(LocationId at, Map<String, Integer> quantities) {}
    }
}
