package de.hypersoft.esolutions.ordering.quote;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Portions;
import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.snapshot.Snapshots;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an order would cost at a shop that is open from 11:00 to 22:00, by the rules of placing one. It is 19:00. */
@OnBothDatabases
class QuoteOrderTest {

    private static final Selection DISH = new Selection("dish", 1, List.of(), "");
    private static final Selection BOWL = new Selection("bowl", 1, List.of(), "");
    private static final Money NONE = Money.of(0, "EUR");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z"); // Sunday, 19:00 in Berlin
    private final Location location;
    private final QuoteOrder quotes;

    QuoteOrderTest(Store store) {
        this.store = store;
        StockedLocation stocked = StockedLocation.open(
                store,
                clock,
                List.of(group("without", 0, 1, """
                        {"id":"everything","name":{"de":"Ohne alles"},"price":"-20.00"}""")),
                List.of(article("dish", ""), article("bowl", "\"optionGroups\":[\"without\"]")));
        this.location = stocked.location();
        Locations locations = new Locations(store.entities());
        this.quotes = Transactions.around(
                store,
                new QuoteOrder(
                        Snapshots.of(store, clock), Offering.of(stocked.menus()), stocked.availabilities(), clock));
        store.run(() -> locations.scheduleWeeks(
                location.id(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> OpeningWindow.weekly(
                                location.id(), null, day, LocalTime.of(11, 0), LocalTime.of(22, 0)))
                        .toList()));
    }

    @AfterEach
    void no_order_was_made_of_it() {
        assertThat(store.in(() -> store.entities()
                        .createQuery("select count(o) from Order o where o.location = :l", Long.class)
                        .setParameter("l", location.id().value())
                        .getSingleResult()))
                .isZero();
    }

    @Test
    void a_basket_has_a_price_and_a_time_without_anybody_s_name() {
        QuoteOrder.Quoted quoted = quote(pickup(DISH.times(2), BOWL));

        assertThat(quoted.quote().total()).isEqualTo(Money.of(2_970, "EUR"));
        assertThat(quoted.quote().lines()).hasSize(2);
        assertThat(quoted.promisedAt()).isAfter(clock.instant());
    }

    @Test
    void the_time_wished_for_is_the_time_that_is_quoted_and_what_is_no_slot_is_refused() {
        assertThat(quote(at("2026-11-22T18:35:00Z")).promisedAt()).isEqualTo(Instant.parse("2026-11-22T18:35:00Z"));
        assertThat(refused(at("2026-11-22T18:37:00Z")).code()).isEqualTo("slot-not-offered");
        clock.set(Instant.parse("2026-11-22T22:30:00Z"));
        assertThat(refused(pickup(DISH)).code()).isEqualTo("location-closed");
    }

    @Test
    void a_delivery_needs_the_postcode_alone_and_knows_its_minimum() {
        store.run(() ->
                store.entities().persist(new DeliveryZone(location.id(), "10117", Money.of(1_980, "EUR"), NONE, null)));

        assertThat(refused(delivery("10117", DISH)).code()).isEqualTo("minimum-order");
        assertThat(refused(delivery("10119", DISH)).code()).isEqualTo("outside-delivery-area");
        assertThat(quote(delivery("10117", DISH.times(2))).quote().total()).isEqualTo(Money.of(1_980, "EUR"));
        assertThat(Refusals.code(
                        () -> new Wish(location.slug(), OrderType.DELIVERY, null, null, "", List.of(DISH), null)))
                .isEqualTo("required");
        assertThat(Refusals.code(() -> delivery("", DISH))).isEqualTo("required");
    }

    @Test
    void what_no_order_takes_has_no_price_either() {
        Selection free = new Selection("bowl", 1, List.of(new Selection.Pick("without", "everything")), "");

        assertThat(refused(pickup(free)).code()).isEqualTo("negative-total");
        assertThat(refused(pickup(new Selection("none", 1, List.of(), ""))).code())
                .isEqualTo("unknown-article");
        assertThat(refused(pickup()).code()).isEqualTo("empty-order");
        assertThat(refused(new Wish(location.slug(), OrderType.IN_HOUSE, null, null, "", List.of(DISH), null))
                        .code())
                .isEqualTo("order-type-not-offered");
    }

    @Test
    void whoever_was_shown_another_total_is_told_the_right_one() {
        Wish shown = new Wish(location.slug(), OrderType.PICKUP, null, null, "", List.of(DISH), Money.of(989, "EUR"));

        Refusal refused = refused(shown);

        assertThat(refused.code()).isEqualTo("price-changed");
        assertThat(refused.parameters()).containsEntry("total", Money.of(990, "EUR"));
    }

    @Test
    void T19_the_last_portion_is_quoted_to_everybody_and_taken_from_nobody_and_two_of_it_are_refused() {
        Portions.left(store, location, "bowl", 1, clock.instant());

        quote(pickup(BOWL));
        quote(pickup(BOWL));

        assertThat(Portions.of(store, location, "bowl")).isEqualTo(1);
        Refusal refused = refused(pickup(DISH, BOWL.times(2)));
        assertThat(refused.code()).isEqualTo("sold-out");
        assertThat(refused.parameters()).containsEntry("article", "bowl").containsEntry("left", 1);
    }

    private QuoteOrder.Quoted quote(Wish wish) {
        return quotes.quote(location.tenant(), wish);
    }

    private Refusal refused(Wish wish) {
        return Refusals.of(() -> quote(wish));
    }

    private Wish pickup(Selection... what) {
        return wish(OrderType.PICKUP, null, null, what);
    }

    private Wish at(String wish) {
        return wish(OrderType.PICKUP, null, Instant.parse(wish), DISH);
    }

    private Wish delivery(String postcode, Selection... what) {
        return wish(OrderType.DELIVERY, new Address("", postcode, "", "", ""), null, what);
    }

    private Wish wish(OrderType type, @Nullable Address address, @Nullable Instant at, Selection... what) {
        return new Wish(location.slug(), type, address, at, "", List.of(what), null);
    }
}
