package de.hypersoft.esolutions.ordering;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.StockedLocation;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.ordering.limits.LimitSettings;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often an order asks the database before its guest is answered. */
@OnBothDatabases
class OrderStatementsTest {

    private static final LimitSettings SHIPPED = new LimitSettings(
            new LimitSettings.Most(12, 20, 20, 1_000, 120),
            new LimitSettings.Free(3, 6, 400, 60),
            new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z"); // Sunday, 19:00 in Berlin
    private final Map<LocationId, PlaceOrder> open = new HashMap<>();
    private int guests;

    OrderStatementsTest(Store store) {
        this.store = store;
    }

    @Test
    void a_guest_nobody_knows_costs_six_at_most_with_all_limits_and_as_many_on_a_large_menu() {
        Location small = selling(2);
        Location large = selling(400);

        assertThat(List.of(statements(small, 2), statements(large, 400))).allMatch(count -> count <= 6);
        assertThat(statements(large, 400)).isEqualTo(statements(small, 2));
    }

    private Location selling(int dishes) {
        StockedLocation stocked = StockedLocation.open(
                store,
                clock,
                List.of(),
                IntStream.range(0, dishes)
                        .mapToObj(i -> article("dish" + i, ""))
                        .toList());
        Location location = stocked.location();
        store.run(() -> new Locations(store.entities())
                .scheduleWeeks(
                        location.id(),
                        Stream.of(DayOfWeek.values())
                                .map(day -> OpeningWindow.weekly(
                                        location.id(), null, day, LocalTime.of(11, 0), LocalTime.of(22, 0)))
                                .toList()));
        open.put(location.id(), Placement.at(stocked, store, SHIPPED, new Told<>(), clock));
        order(location, "dish0"); // the first one opens the counters of the place and of the year
        return location;
    }

    private long statements(Location location, int dishes) {
        return store.statementsIn(() -> place(location, "dish" + (dishes - 1)));
    }

    private void order(Location location, String dish) {
        store.run(() -> place(location, dish));
    }

    private void place(Location location, String dish) {
        String name = "guest" + guests++ + UUID.randomUUID();
        OrderRequest request = new OrderRequest(
                UUID.randomUUID().toString(),
                Channel.API,
                location.slug(),
                OrderType.PICKUP,
                new Guest("Gerda Gast", "+49 30 " + (7_000_000 + guests), name + "@statements.example", "de"),
                null,
                null,
                "",
                List.of(new Selection(dish, 1, List.of(), "")),
                PaymentMethod.AT_PICKUP,
                null,
                false);
        assertThat(Objects.requireNonNull(open.get(location.id()))
                        .place(location.tenant(), request, ClientNetwork.of("203.0.113.9")))
                .isInstanceOf(OrderReceipt.class);
    }
}
