package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.ordering.cart.Cart;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A delivery as a guest orders it from a cart, with everything a guest can write, of guests who can be told apart by
 * their number.
 */
public final class OrderOfGuest {

    private final Store store;
    private final HandClock clock;
    private final Location location;

    public OrderOfGuest(Store store, HandClock clock, Location location) {
        this.store = store;
        this.clock = clock;
        this.location = location;
    }

    /** Everything by which a guest of this number could be told, three digits wide. */
    public static List<String> words(int number) {
        String n = "%03d".formatted(number);
        return List.of(
                "Zenobia" + n,
                "Quastenflosser" + n,
                "0171 5550" + n,
                "gast" + n + "@quasten.example",
                "Kastanienallee " + n,
                "beim Pfau" + n,
                "allergisch gegen Farn" + n,
                "extra Honig" + n);
    }

    /** Also as the database folds, turns and hashes them. */
    public static List<String> traces(int number) {
        String n = "%03d".formatted(number);
        return List.of(
                "zenobia" + n,
                "quastenfloser" + n,
                new StringBuilder("01715550" + n).reverse().toString());
    }

    public Order place(int number) {
        Instant now = clock.instant();
        List<String> words = words(number);
        Guest guest = new Guest(words.get(0) + " " + words.get(1), words.get(2), words.get(3), "de");
        Address address = new Address(words.get(4), "10435", "Berlin", "DE", words.get(5));
        CartKey cart = new CartKey("cookie-" + number + now, location.tenant(), location.id());
        Carts carts = new Carts(store.entities(), clock);
        Map<String, String> typed = Map.of("guest.name", guest.name(), "street", address.street());
        store.run(() -> carts.keep(cart, cart.orderKey("form"), typed));
        OrderRequest request = new OrderRequest(
                cart.orderKey("form"),
                Channel.WEB,
                location.slug(),
                OrderType.DELIVERY,
                guest,
                address,
                null,
                words.get(6),
                List.of(new Selection("101", 2, List.of(), words.get(7))),
                PaymentMethod.AT_DOOR,
                null,
                false);
        Order order = new Order(location.tenant(), location.id(), document(now, number, request), request);
        store.run(() -> {
            store.entities().persist(order);
            store.entities()
                    .createQuery(
                            "select c from Cart c where c.tokenHash = :hash and c.location = :location", Cart.class)
                    .setParameter("hash", cart.tokenHash())
                    .setParameter("location", location.id().value())
                    .getSingleResult()
                    .hold(CartContents.EMPTY.with("line", request.lines().get(0), Money.of(1_190, "EUR")), now);
            carts.ordered(cart, request.idempotencyKey());
            carts.keep(cart, cart.orderKey("the next order"), typed);
        });
        return order;
    }

    /** What a guest typed at a checkout and left. */
    public record Half(Store store, Carts carts, CartKey cart) {
        public Map<String, String> typed() {
            return store.in(() -> carts.typed(cart));
        }
    }

    public Half half(String mail) {
        CartKey cart = new CartKey("half of " + mail, location.tenant(), location.id());
        Carts carts = new Carts(store.entities(), clock);
        store.run(() -> carts.keep(cart, cart.orderKey("form"), Map.of("guest.email", mail, "guest.name", "Z")));
        return new Half(store, carts, cart);
    }

    /** As a till reports it. */
    public void end(Order order, String reason) {
        store.run(() -> store.entities()
                .find(Order.class, order.id().value())
                .advance(OrderStatus.COMPLETED, reason, clock.instant()));
    }

    public Order stored(Order order) {
        return store.in(() -> store.entities().find(Order.class, order.id().value()));
    }

    private OrderDocument document(Instant now, int number, OrderRequest request) {
        Money total = Money.of(2_380, "EUR");
        OrderDocument.Line line = new OrderDocument.Line(
                1,
                "101",
                "Pizza Margherita",
                "Pizza Margherita",
                2,
                Money.of(1_190, "EUR"),
                "7.00",
                request.lines().get(0).note(),
                List.of(),
                null,
                null,
                total,
                0);
        return new OrderDocument(
                Uuid7.at(now).toString(),
                "2026-%06d".formatted(number),
                now,
                OrderType.DELIVERY,
                Channel.WEB,
                null,
                now.plusSeconds(1_200),
                location.slug(),
                request.guest(),
                request.deliveryAddress(),
                request.deliveryAddress(),
                request.note(),
                List.of(line),
                List.of(),
                null,
                List.of(new OrderDocument.Vat("7.00", "22.24", "1.56", "23.80")),
                total,
                new OrderDocument.Payment(PaymentMethod.AT_DOOR, OrderDocument.PaymentState.OPEN, Money.of(0, "EUR")),
                "v1",
                null);
    }
}
