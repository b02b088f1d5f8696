package de.hypersoft.esolutions.ordering;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.persistence.OptimisticLockException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What another node changed a moment ago, while this one still has the copy of before in its memory. */
@OnBothDatabases
class StaleOfferTest {

    private static final LimitSettings UNHINDERED = new LimitSettings(
            new LimitSettings.Most(0, 0, 0, 0, 0),
            new LimitSettings.Free(0, 0, 0, 0),
            new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z"); // Sunday, 19:00 in Berlin
    private final StockedLocation stocked;
    private final Location location;
    private final Locations locations;
    private final PlaceOrder placeOrder;

    StaleOfferTest(Store store) {
        this.store = store;
        this.stocked = StockedLocation.open(store, clock, List.of(), List.of(article("dish", "")));
        this.location = stocked.location();
        this.locations = new Locations(store.entities());
        this.placeOrder = Placement.at(stocked, store, UNHINDERED, new Told<>(), clock);
        store.run(() -> locations.scheduleWeeks(location.id(), week(11)));
        assertThat(place()).isInstanceOf(OrderReceipt.class);
    }

    @Test
    void a_location_that_was_paused_sells_nothing_more_and_the_next_look_says_so() {
        store.run(() -> locations.get(location.id()).pause(new Pause(clock.instant(), null, "Mia")));

        assertThatThrownBy(this::place).isInstanceOf(OptimisticLockException.class);
        assertThat(orders()).isOne();
        assertThatThrownBy(this::place).hasMessageContaining("takes no orders");
    }

    @Test
    void hours_that_were_changed_are_read_again_and_the_order_is_placed_by_them() {
        store.run(() -> locations.scheduleWeeks(location.id(), week(12)));

        assertThatThrownBy(this::place).isInstanceOf(OptimisticLockException.class);
        assertThat(place()).isInstanceOf(OrderReceipt.class);
    }

    @Test
    void a_dish_of_the_menu_of_before_is_not_sold() {
        stocked.publishElsewhere(store, List.of(article("soup", "")));

        assertThatThrownBy(this::place).isInstanceOf(OptimisticLockException.class);
        assertThat(orders()).isOne();
        assertThatThrownBy(this::place).hasMessageContaining("dish");
    }

    private Placing place() {
        OrderRequest request = new OrderRequest(
                UUID.randomUUID().toString(),
                Channel.API,
                location.slug(),
                OrderType.PICKUP,
                new Guest("Gerda Gast", "+49 30 5550198", "gerda@stale.example", "de"),
                null,
                null,
                "",
                List.of(new Selection("dish", 1, List.of(), "")),
                PaymentMethod.AT_PICKUP,
                null,
                false);
        return store.in(() -> placeOrder.place(location.tenant(), request, ClientNetwork.of("192.0.2.1")));
    }

    private long orders() {
        return store.in(() -> store.entities()
                .createQuery("select count(o) from Order o where o.location = :l", Long.class)
                .setParameter("l", location.id().value())
                .getSingleResult());
    }

    private List<OpeningWindow> week(int from) {
        return Stream.of(DayOfWeek.values())
                .map(day -> OpeningWindow.weekly(location.id(), null, day, LocalTime.of(from, 0), LocalTime.of(22, 0)))
                .toList();
    }
}
