package de.hypersoft.esolutions.ordering;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders as the storefront API and the checkout place them, at a shop that is open from 11:00 to 22:00. */
@OnBothDatabases
class PlaceOrderTest {

    /** A mailbox and a phone that no other test has: orders are counted by them. */
    private static final Guest GUEST = new Guest("Gerda Gast", "+49 30 5550199", "gerda@place-order.example", "de");

    private static final LimitSettings UNHINDERED = new LimitSettings(
            new LimitSettings.Most(1_000, 1_000, 1_000, 1_000, 0),
            new LimitSettings.Free(1_000, 1_000, 1_000, 0),
            new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));

    private static final Money NONE = Money.of(0, "EUR");
    private static final Selection DISH = new Selection("dish", 1, List.of(), "");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z"); // Sunday, 19:00 in Berlin
    private final Location location;
    private final PlaceOrder placeOrder;

    PlaceOrderTest(Store store) {
        this.store = store;
        StockedLocation stocked = StockedLocation.open(
                store,
                clock,
                List.of(
                        group("drink", 1, 1, option("lager", "\"articleId\":\"beer\""), option("water", "")),
                        group("shots", 0, 1, option("rum", "\"articleId\":\"rum\"")),
                        group(
                                "sides",
                                0,
                                1,
                                option("cake", "\"optionGroups\":[\"shots\"]"),
                                option("soup", "\"articleId\":\"lunch\""))),
                List.of(
                        article("dish", ""),
                        article(
                                "lunch",
                                "\"windows\":[{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\","
                                        + "\"SATURDAY\",\"SUNDAY\"],\"from\":\"11:00\",\"until\":\"15:00\"}]"),
                        article("menu", "\"optionGroups\":[\"drink\",\"sides\"]"),
                        article("beer", "\"minimumAge\":16"),
                        article("rum", "\"minimumAge\":18")));
        this.location = stocked.location();
        Locations locations = new Locations(store.entities());
        this.placeOrder = Placement.at(stocked, store, UNHINDERED, new Told<>(), clock);
        store.run(() -> {
            locations.scheduleWeeks(location.id(), week());
            deliverTo("10117", null);
            deliverTo("10969", 45);
        });
    }

    @Test
    void L24_alcohol_that_is_chosen_in_a_menu_asks_for_the_age_as_it_does_alone() {
        Selection beer = menu(new Selection.Pick("drink", "lager"));
        Selection cake = menu(
                new Selection.Pick("drink", "water"),
                new Selection.Pick("sides", "cake", 1, List.of(new Selection.Pick("shots", "rum"))));

        assertThatThrownBy(() -> place(pickup(beer, false))).isInstanceOfSatisfying(Invalid.class, asksFor(16));
        assertThatThrownBy(() -> place(pickup(cake, false))).isInstanceOfSatisfying(Invalid.class, asksFor(18));
        assertThat(place(pickup(beer, true)).first()).isTrue();
        assertThat(place(pickup(menu(new Selection.Pick("drink", "water")), false))
                        .first())
                .isTrue();
    }

    @Test
    void T20_what_is_served_at_lunch_alone_is_not_sold_in_the_evening_as_a_choice_of_a_menu() {
        Selection withSoup = menu(new Selection.Pick("drink", "water"), new Selection.Pick("sides", "soup"));

        assertThatThrownBy(() -> place(pickup(withSoup, false))).isInstanceOfSatisfying(Conflict.class, refused -> {
            assertThat(refused.code()).isEqualTo("not-served-then");
            assertThat(refused.parameters()).containsEntry("article", "lunch");
        });
        clock.set(Instant.parse("2026-11-22T11:00:00Z")); // 12:00 in Berlin
        assertThat(place(pickup(withSoup, false)).first()).isTrue();
    }

    @Test
    void as_soon_as_possible_is_refused_when_it_would_be_ready_after_closing_and_nothing_is_stored() {
        clock.set(Instant.parse("2026-11-22T20:50:00Z")); // 21:50; ten minutes are not enough

        for (OrderRequest late : List.of(pickup(DISH, false), delivery("10117")))
            assertThatThrownBy(() -> place(late)).isInstanceOfSatisfying(Conflict.class, refused -> {
                assertThat(refused.code()).isEqualTo("location-closed");
                assertThat(refused.parameters()).containsKey("reason");
            });
        long orders = store.in(() -> store.entities()
                .createQuery("select count(o) from Order o where o.location = :l", Long.class)
                .setParameter("l", location.id().value())
                .getSingleResult());
        assertThat(orders).isZero();
    }

    @Test
    void who_lives_further_away_is_promised_the_time_of_that_zone_and_its_last_order_is_earlier() {
        assertThat(wait(delivery("10969"))).isEqualTo(Duration.ofMinutes(45));
        assertThat(wait(delivery("10117"))).isEqualTo(Duration.ofMinutes(20));

        clock.set(Instant.parse("2026-11-22T20:30:00Z")); // 21:30
        assertThat(wait(delivery("10117"))).isEqualTo(Duration.ofMinutes(20));
        assertThatThrownBy(() -> place(delivery("10969")))
                .isInstanceOfSatisfying(
                        Conflict.class, r -> assertThat(r.code()).isEqualTo("location-closed"));
    }

    @Test
    void nothing_is_delivered_to_a_postcode_without_a_zone_or_to_the_same_postcode_of_another_country() {
        Address abroad = new Address("Lindenallee 4", "10117", "Gdansk", "PL", "");

        assertThatThrownBy(() -> place(delivery("99999")))
                .isInstanceOfSatisfying(Invalid.class, outside("deliveryAddress.postcode"));
        assertThatThrownBy(() -> place(request(OrderType.DELIVERY, abroad, PaymentMethod.AT_DOOR, DISH, false)))
                .isInstanceOfSatisfying(Invalid.class, outside("deliveryAddress.country"));
    }

    private static Consumer<Invalid> outside(String field) {
        return refused -> {
            assertThat(refused.code()).isEqualTo("outside-delivery-area");
            assertThat(refused.field()).isEqualTo(field);
        };
    }

    private void deliverTo(String postcode, @Nullable Integer leadMinutes) {
        store.entities().persist(new DeliveryZone(location.id(), postcode, NONE, NONE, null, leadMinutes));
    }

    private Duration wait(OrderRequest request) {
        return Duration.between(clock.instant(), place(request).promisedAt());
    }

    private OrderReceipt place(OrderRequest request) {
        return (OrderReceipt)
                store.in(() -> placeOrder.place(location.tenant(), request, ClientNetwork.of("192.0.2.1")));
    }

    private static Consumer<Invalid> asksFor(int age) {
        return refused -> {
            assertThat(refused.code()).isEqualTo("age-not-confirmed");
            assertThat(refused.field()).isEqualTo("ageConfirmed");
            assertThat(refused.parameters()).containsEntry("age", age);
        };
    }

    private static Selection menu(Selection.Pick... picks) {
        return new Selection("menu", 1, List.of(picks), "");
    }

    private OrderRequest pickup(Selection what, boolean ageConfirmed) {
        return request(OrderType.PICKUP, null, PaymentMethod.AT_PICKUP, what, ageConfirmed);
    }

    private OrderRequest delivery(String postcode) {
        Address address = new Address("Lindenallee 4", postcode, "Berlin", "DE", "");
        return request(OrderType.DELIVERY, address, PaymentMethod.AT_DOOR, DISH, false);
    }

    private OrderRequest request(
            OrderType type, @Nullable Address address, PaymentMethod payment, Selection what, boolean ageConfirmed) {
        return new OrderRequest(
                UUID.randomUUID().toString(),
                Channel.API,
                location.slug(),
                type,
                GUEST,
                address,
                null,
                "",
                List.of(what),
                payment,
                null,
                ageConfirmed);
    }

    private List<OpeningWindow> week() {
        List<OpeningWindow> windows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values())
            windows.add(OpeningWindow.weekly(location.id(), null, day, LocalTime.of(11, 0), LocalTime.of(22, 0)));
        return windows;
    }
}
