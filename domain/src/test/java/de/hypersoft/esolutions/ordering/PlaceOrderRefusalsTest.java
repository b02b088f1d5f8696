package de.hypersoft.esolutions.ordering;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Portions;
import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Pauses;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.PauseOrdering;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no shop takes as an order, at one that is open from 11:00 to 22:00. It is 19:00. */
@OnBothDatabases
class PlaceOrderRefusalsTest {

    private static final Guest GUEST = new Guest("Gerda Gast", "+49 30 5550188", "gerda@refused.example", "de");
    private static final LimitSettings UNHINDERED = new LimitSettings(
            new LimitSettings.Most(1_000, 1_000, 1_000, 1_000, 0),
            new LimitSettings.Free(1_000, 1_000, 1_000, 0),
            new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));
    private static final Money NONE = Money.of(0, "EUR");
    private static final Selection DISH = new Selection("dish", 1, List.of(), "");
    private static final Selection CHEAPER_THAN_NOTHING =
            new Selection("bowl", 1, List.of(new Selection.Pick("without", "everything")), "");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z"); // Sunday, 19:00 in Berlin
    private final Location location;
    private final PlaceOrder placeOrder;
    private final PauseOrdering pauses;
    private final Told<DomainEvent> events = new Told<>();
    private int taken;

    PlaceOrderRefusalsTest(Store store) {
        this.store = store;
        StockedLocation stocked = StockedLocation.open(
                store,
                clock,
                List.of(group("without", 0, 1, """
                        {"id":"everything","name":{"de":"Ohne alles"},"price":"-20.00"}""")),
                List.of(article("dish", ""), article("bowl", "\"optionGroups\":[\"without\"]")));
        this.location = stocked.location();
        Locations locations = new Locations(store.entities());
        this.placeOrder = Transactions.around(store, Placement.at(stocked, store, UNHINDERED, events, clock));
        this.pauses = Pauses.pausing(store, clock);
        store.run(() -> locations.scheduleWeeks(
                location.id(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> OpeningWindow.weekly(
                                location.id(), null, day, LocalTime.of(11, 0), LocalTime.of(22, 0)))
                        .toList()));
    }

    /** However it was refused: no order, no event, and the next order has the next number. */
    @AfterEach
    void nothing_was_half_stored() {
        String before = place(pickup(DISH)).orderNumber();
        long stored = store.in(() -> store.entities()
                .createQuery("select count(o) from Order o where o.location = :l", Long.class)
                .setParameter("l", location.id().value())
                .getSingleResult());
        assertThat(stored).isEqualTo(taken);
        assertThat(events.events()).hasSize(taken);
        assertThat(Integer.parseInt(before.substring(before.lastIndexOf('-') + 1)))
                .as(before)
                .isEqualTo(taken);
    }

    @Test
    void what_would_cost_less_than_nothing_is_not_sold_and_pays_for_nothing_beside_it() {
        assertThat(refused(pickup(CHEAPER_THAN_NOTHING)).code()).isEqualTo("negative-total");
        assertThat(refused(pickup(DISH.times(3), CHEAPER_THAN_NOTHING)).code()).isEqualTo("negative-total");
        assertThat(place(pickup(new Selection("bowl", 1, List.of(), ""))).first())
                .isTrue();
    }

    @Test
    void who_offers_pickup_and_delivery_serves_nobody_at_a_table() {
        Refusal refused =
                refused(request(OrderType.IN_HOUSE, null, PaymentMethod.AT_PICKUP, null, null, List.of(DISH)));

        assertThat(refused.code()).isEqualTo("order-type-not-offered");
        assertThat(refused.parameters()).containsEntry("field", "orderType");
    }

    @Test
    void nobody_pays_at_the_door_what_is_fetched_or_at_the_counter_what_is_brought() {
        for (OrderType type : OrderType.values()) {
            boolean brought = type == OrderType.DELIVERY;
            PaymentMethod wrong = brought ? PaymentMethod.AT_PICKUP : PaymentMethod.AT_DOOR;

            Refusal refused = Refusals.of(
                    () -> request(type, brought ? address("10117") : null, wrong, null, null, List.of(DISH)));

            assertThat(refused.code()).as(type.name()).isEqualTo("payment-not-offered");
            assertThat(refused.parameters()).containsEntry("field", "payment.method");
        }
    }

    @Test
    void while_orders_are_paused_none_is_taken_and_the_guest_is_told_the_phone_and_the_end() {
        Scope all = Scope.all(location.tenant());
        pauses.pause(all, Actor.user("mia", "Mia"), location.id(), PauseOrdering.Length.MINUTES_30);

        for (OrderRequest paused : List.of(pickup(DISH), at("2026-11-22T18:20:00Z"))) {
            Refusal refused = refused(paused);
            assertThat(refused.code()).isEqualTo("ordering-paused");
            assertThat(refused.parameters())
                    .containsEntry("phone", "030 1234")
                    .containsEntry("until", "2026-11-22T18:30:00Z");
        }
        clock.advance(Duration.ofSeconds(1));
        pauses.pause(all, Actor.user("mia", "Mia"), location.id(), PauseOrdering.Length.OPEN_END);
        clock.advance(Duration.ofSeconds(1));
        assertThat(refused(pickup(DISH)).parameters()).doesNotContainKey("until");

        pauses.resume(all, Actor.user("mia", "Mia"), location.id());
        clock.advance(Duration.ofSeconds(1));
        assertThat(place(pickup(DISH)).first()).isTrue();
    }

    @Test
    void a_delivery_below_the_minimum_of_its_zone_says_how_much_is_missing_and_one_that_reaches_it_goes_out() {
        deliverTo("10117", Money.of(1_980, "EUR"));

        Refusal refused = refused(delivery("10117", DISH));

        assertThat(refused.code()).isEqualTo("minimum-order");
        assertThat(refused.parameters())
                .containsEntry("minimum", Money.of(1_980, "EUR"))
                .containsEntry("missing", Money.of(990, "EUR"));
        assertThat(place(delivery("10117", DISH.times(2))).first()).isTrue();
    }

    @Test
    void nothing_is_brought_to_where_nobody_delivers_or_without_an_address() {
        deliverTo("10117", NONE);

        assertThat(refused(delivery("10119", DISH)).code()).isEqualTo("outside-delivery-area");
        assertThat(Refusals.code(
                        () -> request(OrderType.DELIVERY, null, PaymentMethod.AT_DOOR, null, null, List.of(DISH))))
                .isEqualTo("required");
    }

    @Test
    void a_time_that_is_no_slot_is_past_too_soon_or_after_closing_is_refused() {
        for (String wish :
                List.of("2026-11-22T18:37:00Z", "2026-11-22T17:35:00Z", "2026-11-22T18:05:00Z", "2026-11-22T21:05:00Z"))
            assertThat(refused(at(wish)).code()).as(wish).isEqualTo("slot-not-offered");

        assertThat(place(at("2026-11-22T18:35:00Z")).promisedAt()).isEqualTo(Instant.parse("2026-11-22T18:35:00Z"));
    }

    @Test
    void a_guest_who_was_shown_another_price_is_asked_again_with_the_right_one() {
        Money right = Money.of(990, "EUR");
        for (long cents : new long[] {989, 991, 0}) {
            Refusal refused = refused(request(
                    OrderType.PICKUP, null, PaymentMethod.AT_PICKUP, null, Money.of(cents, "EUR"), List.of(DISH)));
            assertThat(refused.code()).isEqualTo("price-changed");
            assertThat(refused.parameters()).containsEntry("total", right);
        }
        assertThat(place(request(OrderType.PICKUP, null, PaymentMethod.AT_PICKUP, null, right, List.of(DISH)))
                        .first())
                .isTrue();
    }

    @Test
    void T19_two_portions_of_which_one_is_left_are_not_sold_and_the_one_that_is_left_is() {
        Portions.left(store, location, "bowl", 1, clock.instant());
        Selection bowl = new Selection("bowl", 1, List.of(), "");

        Refusal refused = refused(pickup(DISH, bowl.times(2)));

        assertThat(refused.code()).isEqualTo("sold-out");
        assertThat(refused.parameters()).containsEntry("article", "bowl").containsEntry("left", 1);
        assertThat(Portions.of(store, location, "bowl")).isEqualTo(1);
        place(pickup(bowl));
        assertThat(refused(pickup(bowl)).parameters()).containsEntry("left", 0);
    }

    @Test
    void a_key_that_belongs_to_another_order_is_refused_and_the_same_order_again_is_answered_again() {
        OrderRequest first = pickup(DISH);
        OrderReceipt receipt = place(first);
        OrderRequest other = keyed(first.idempotencyKey(), DISH.times(2));

        assertThat(refused(other).code()).isEqualTo("idempotency-key-reused");
        OrderReceipt again = (OrderReceipt) placeOrder.place(location.tenant(), first, FROM);
        assertThat(again.first()).isFalse();
        assertThat(again.orderId()).isEqualTo(receipt.orderId());
        assertThat(Refusals.code(() -> keyed("seven-7", DISH))).isEqualTo("invalid-idempotency-key");
    }

    private static final ClientNetwork FROM = ClientNetwork.of("192.0.2.1");

    private Refusal refused(OrderRequest request) {
        return Refusals.of(() -> placeOrder.place(location.tenant(), request, FROM));
    }

    private OrderReceipt place(OrderRequest request) {
        OrderReceipt receipt = (OrderReceipt) placeOrder.place(location.tenant(), request, FROM);
        if (receipt.first()) taken++;
        return receipt;
    }

    private void deliverTo(String postcode, Money minimum) {
        store.run(() -> store.entities().persist(new DeliveryZone(location.id(), postcode, minimum, NONE, null)));
    }

    private OrderRequest pickup(Selection... what) {
        return request(OrderType.PICKUP, null, PaymentMethod.AT_PICKUP, null, null, List.of(what));
    }

    private OrderRequest keyed(String key, Selection what) {
        return request(key, OrderType.PICKUP, null, PaymentMethod.AT_PICKUP, null, null, List.of(what));
    }

    private OrderRequest at(String wish) {
        return request(OrderType.PICKUP, null, PaymentMethod.AT_PICKUP, Instant.parse(wish), null, List.of(DISH));
    }

    private OrderRequest delivery(String postcode, Selection what) {
        return request(OrderType.DELIVERY, address(postcode), PaymentMethod.AT_DOOR, null, null, List.of(what));
    }

    private static Address address(String postcode) {
        return new Address("Lindenallee 4", postcode, "Berlin", "DE", "");
    }

    private OrderRequest request(
            OrderType type,
            @Nullable Address address,
            PaymentMethod payment,
            @Nullable Instant wish,
            @Nullable Money expected,
            List<Selection> lines) {
        return request(UUID.randomUUID().toString(), type, address, payment, wish, expected, lines);
    }

    private OrderRequest request(
            String key,
            OrderType type,
            @Nullable Address address,
            PaymentMethod payment,
            @Nullable Instant wish,
            @Nullable Money expected,
            List<Selection> lines) {
        return new OrderRequest(
                key, Channel.API, location.slug(), type, GUEST, address, wish, "", lines, payment, expected, false);
    }
}
