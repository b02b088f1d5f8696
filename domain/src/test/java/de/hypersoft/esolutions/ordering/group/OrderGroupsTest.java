package de.hypersoft.esolutions.ordering.group;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Portions;
import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.Channel;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.ordering.PlaceOrder;
import de.hypersoft.esolutions.ordering.Placement;
import de.hypersoft.esolutions.ordering.click.UnconfirmedOrders;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.OrderPace;
import de.hypersoft.esolutions.ordering.lookup.OrderLookup;
import de.hypersoft.esolutions.ordering.quote.Offering;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import de.hypersoft.esolutions.tenancy.snapshot.Snapshots;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.persistence.OptimisticLockException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders of guests who come at the same time; the limits are those of a small kitchen. */
@OnBothDatabases
class OrderGroupsTest {

    private static final int AN_HOUR = 10;
    private static final LimitSettings SETTINGS = new LimitSettings(
            new LimitSettings.Most(100, 100, 100, AN_HOUR, 1_000),
            new LimitSettings.Free(100, 100, 1_000, 100),
            new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z"); // Sunday, 19:00 in Berlin
    private final StockedLocation stocked;
    private final Location location;
    private final Orders orders;
    private final PlaceGroup placeGroup;
    private final PlaceOrder placeOrder;
    private final OrderGroups groups;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    OrderGroupsTest(Store store) {
        this.store = store;
        this.stocked = StockedLocation.open(
                store,
                clock,
                List.of(),
                List.of(
                        article("dish", ""),
                        article("rare", ""),
                        article("set", "\"components\":[\"rare\"]"),
                        article("wine", "\"minimumAge\":16")));
        this.location = stocked.location();
        this.orders = new Orders(store.entities());
        store.run(() -> new Locations(store.entities())
                .scheduleWeeks(
                        location.id(),
                        Stream.of(DayOfWeek.values())
                                .map(day -> OpeningWindow.weekly(
                                        location.id(), null, day, LocalTime.of(11, 0), LocalTime.of(22, 0)))
                                .toList()));
        LocationSnapshots shops = Snapshots.of(store, clock);
        OrderLimits limits = new OrderLimits(new OrderPace(store.entities()), SETTINGS, clock);
        Told<DomainEvent> events = new Told<>();
        this.placeGroup = new PlaceGroup(
                new OrderLookup(store.entities()),
                stocked.availabilities(),
                limits,
                Placement.storing(store, shops, stocked.menus(), events),
                clock);
        this.placeOrder = Placement.of(
                store,
                shops,
                stocked.menus(),
                stocked.availabilities(),
                limits,
                new UnconfirmedOrders(store.entities(), limits, events),
                events,
                clock);
        this.groups = new OrderGroups(shops, Offering.of(stocked.menus()), limits, placeGroup, placeOrder, clock);
        alone(order("first", "dish")); // opens the counters of the place and of the year
    }

    @Test
    void eight_who_come_together_are_stored_as_if_each_had_come_alone() {
        OrderRequest one = order("one", "dish");
        List<OrderReceipt> receipts = placed(together(ready(8, "dish")));
        Order alone = stored(alone(one));

        assertThat(receipts).allMatch(OrderReceipt::first);
        assertThat(receipts.stream().map(OrderReceipt::orderNumber)).doesNotHaveDuplicates();
        for (int i = 0; i < 8; i++) {
            Order order = stored(receipts.get(i));
            assertThat(order.document().guest().email()).isEqualTo("guest" + i + "-" + run + "@groups.example");
            assertThat(order.document())
                    .usingRecursiveComparison()
                    .ignoringFields("orderId", "orderNumber", "guest")
                    .isEqualTo(alone.document());
        }
    }

    @Test
    void six_ask_the_database_no_more_often_than_two() {
        placed(together(List.of(ready(order("zero", "dish"))))); // the first of a node looks more closely at its number
        List<ReadyOrder> two = List.of(ready(order("one", "dish")), ready(order("two", "dish")));
        List<ReadyOrder> six = ready(6, "dish");

        long ofTwo = store.statementsOf(() -> placed(together(two)));
        long ofSix = store.statementsOf(() -> placed(together(six)));

        assertThat(ofSix).isLessThanOrEqualTo(ofTwo).isLessThanOrEqualTo(7);
    }

    @Test
    void who_was_here_before_is_left_out_and_gets_the_answer_of_before() {
        OrderRequest before = order("before", "dish");
        OrderReceipt first = alone(before);

        List<Optional<OrderReceipt>> receipts = together(List.of(ready(before), ready(order("new", "dish"))));

        assertThat(receipts.get(0)).isEmpty();
        assertThat(receipts.get(1)).isPresent();
        assertThat(alone(before).orderId()).isEqualTo(first.orderId());
    }

    @Test
    void of_two_with_one_key_one_is_placed() {
        OrderRequest twice = order("twice", "dish");

        List<Optional<OrderReceipt>> receipts = together(List.of(ready(twice), ready(twice)));

        assertThat(receipts.get(0)).isPresent();
        assertThat(receipts.get(1)).isEmpty();
        assertThat(alone(twice).first()).isFalse();
    }

    @Test
    void what_is_counted_or_blocked_is_left_to_a_closer_look_also_when_a_recipe_needs_it() {
        List<ReadyOrder> group =
                List.of(ready(order("a", "rare")), ready(order("b", "set")), ready(order("c", "dish")));
        Portions.left(store, location, "rare", 1, clock.instant());

        assertThat(together(group)).extracting(Optional::isPresent).containsExactly(false, false, true);
        assertThat(alone(order("a", "rare")).first()).isTrue();
        assertThatThrownBy(() -> alone(order("b", "set"))).isInstanceOf(Conflict.class);
        assertThat(Portions.of(store, location, "rare")).isZero();
    }

    @Test
    void no_more_are_placed_within_an_hour_than_a_kitchen_takes() {
        List<Optional<OrderReceipt>> receipts = together(ready(AN_HOUR + 5, "dish"));

        assertThat(receipts.stream().filter(Optional::isPresent)).hasSize(AN_HOUR - 1); // and the first
        assertThatThrownBy(() -> alone(order("late", "dish"))).isInstanceOfSatisfying(TooMany.class, tooMany -> {
            assertThat(tooMany.parameters()).containsEntry("of", "LOCATION");
            assertThat(tooMany.retryAfter()).isEqualTo(Duration.ofHours(1).dividedBy(AN_HOUR));
        });
    }

    @Test
    void who_was_counted_together_waits_as_long_as_who_was_counted_alone() {
        placed(together(ready(AN_HOUR - 1, "dish")));

        clock.advance(Duration.ofHours(1).dividedBy(AN_HOUR));
        List<Optional<OrderReceipt>> next = together(List.of(ready(order("x", "dish")), ready(order("y", "dish"))));

        assertThat(next).extracting(Optional::isPresent).containsExactly(true, false);
    }

    @Test
    void when_the_location_was_paused_elsewhere_none_is_placed_and_each_is_told() {
        List<ReadyOrder> group = ready(3, "dish");
        long before = count();
        store.run(() ->
                new Locations(store.entities()).get(location.id()).pause(new Pause(clock.instant(), null, "Mia")));

        assertThatThrownBy(() -> together(group)).isInstanceOf(OptimisticLockException.class);
        assertThat(count()).isEqualTo(before);
        assertThatThrownBy(() -> store.in(() -> come(order("p", "dish")))).isInstanceOf(Conflict.class);
    }

    @Test
    void each_keeps_the_trace_of_its_own_request() {
        LogContext.begin("4bf92f3577b34da6a3ce929d0e0e4736");
        ReadyOrder one = ready(order("one", "dish"));
        LogContext.begin("00f067aa0ba902b7a3ce929d0e0e4736");
        ReadyOrder two = ready(order("two", "dish"));
        LogContext.end();
        assertThat(placed(together(List.of(one, two))))
                .extracting(receipt -> stored(receipt).document().trace())
                .containsExactly("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7a3ce929d0e0e4736");
    }

    @Test
    void what_memory_alone_knows_better_never_gets_into_a_group() {
        for (OrderRequest order : List.of(order("w", "wine"), order("n", "unknown")))
            assertThat(store.in(() -> groups.ready(location.tenant(), order, ClientNetwork.of("192.0.2.1"))))
                    .isEmpty();
    }

    @Test
    void who_comes_alone_is_placed_and_told_like_before() {
        OrderRequest order = order("alone", "dish");

        OrderReceipt receipt = store.in(() -> come(order));
        OrderReceipt again = store.in(() -> come(order));

        assertThat(again.orderId()).isEqualTo(receipt.orderId());
        assertThat(again.first()).isFalse();
    }

    private OrderReceipt come(OrderRequest order) {
        return (OrderReceipt) groups.place(location.tenant(), order, ClientNetwork.of("192.0.2.1"));
    }

    private List<Optional<OrderReceipt>> together(List<ReadyOrder> group) {
        return store.in(() -> placeGroup.place(group));
    }

    private static List<OrderReceipt> placed(List<Optional<OrderReceipt>> receipts) {
        return receipts.stream().map(Optional::orElseThrow).toList();
    }

    private OrderReceipt alone(OrderRequest request) {
        return store.in(
                () -> (OrderReceipt) placeOrder.place(location.tenant(), request, ClientNetwork.of("192.0.2.1")));
    }

    private List<ReadyOrder> ready(int guests, String dish) {
        return IntStream.range(0, guests)
                .mapToObj(i -> ready(order("guest" + i, dish)))
                .toList();
    }

    private ReadyOrder ready(OrderRequest request) {
        return store.in(() -> groups.ready(location.tenant(), request, ClientNetwork.of("192.0.2.1")))
                .orElseThrow();
    }

    private OrderRequest order(String guest, String dish) {
        return new OrderRequest(
                guest + "-key-" + run,
                Channel.API,
                location.slug(),
                OrderType.PICKUP,
                new Guest(
                        "Gerda Gast",
                        "+49 30 " + (1_000_000 + Math.abs((guest + run).hashCode()) % 9_000_000),
                        guest + "-" + run + "@groups.example",
                        "de"),
                null,
                null,
                "",
                List.of(new Selection(dish, 1, List.of(), "")),
                PaymentMethod.AT_PICKUP,
                null,
                false);
    }

    private Order stored(OrderReceipt receipt) {
        return store.in(() -> orders.get(receipt.orderId()));
    }

    private long count() {
        return store.in(() -> store.entities()
                .createQuery("select count(o) from Order o where o.location = :l", Long.class)
                .setParameter("l", location.id().value())
                .getSingleResult());
    }
}
