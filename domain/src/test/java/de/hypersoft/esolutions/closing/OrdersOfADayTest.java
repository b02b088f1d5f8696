package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.pos.OrderDays;
import de.hypersoft.esolutions.pos.board.OrderList;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OrdersOfADayTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-29T12:00:00Z");
    private final Location late;
    private final Location early;
    private final Location alike;

    OrdersOfADayTest(Store store) {
        this.store = store;
        this.late = WaitingOrder.at(store, clock.instant(), null); // its day begins at 06:00
        this.early = store.in(() -> {
            Location other = new Location(late.tenant(), "frueh", beginning(LocalTime.of(4, 0)), clock.instant());
            store.entities().persist(other);
            return other;
        });
        this.alike = store.in(() -> {
            Location other = new Location(late.tenant(), "gleich", WaitingOrder.details(null), clock.instant());
            store.entities().persist(other);
            return other;
        });
    }

    @Test
    void an_order_of_five_in_the_morning_stands_under_the_day_of_its_own_location() {
        Instant five = Instant.parse("2026-11-29T04:00:00Z");
        WaitingOrder.in(late, store, five, "2026-000001");
        WaitingOrder.in(early, store, five, "2026-000002");

        assertThat(numbers("2026-11-28")).containsExactly("2026-000001");
        assertThat(numbers("2026-11-29")).containsExactly("2026-000002");
    }

    @Test
    void on_both_days_of_change_each_order_stands_under_exactly_one_day() {
        for (String change : List.of("2026-10-25", "2027-03-28")) {
            LocalDate day = LocalDate.parse(change);
            Instant noon = day.minusDays(1).atTime(12, 0).atZone(late.zone()).toInstant();
            for (int hour = 0; hour < 48; hour++)
                WaitingOrder.in(
                        hour % 2 == 0 ? late : early,
                        store,
                        noon.plusSeconds(3_600L * hour),
                        change.substring(0, 4) + "-%06d".formatted(hour));

            long found = 0;
            for (int ahead = -2; ahead < 3; ahead++)
                found += numbers(day.plusDays(ahead).toString()).size();

            assertThat(found).as(change).isEqualTo(48);
        }
    }

    @Test
    void locations_whose_days_begin_together_are_asked_for_together() {
        assertThat(OrdersOfADay.at(List.of(late.view(), early.view(), alike.view()), LocalDate.parse("2026-11-28")))
                .containsExactlyInAnyOrder(
                        new OrderList.Placed(
                                Set.of(late.id(), alike.id()),
                                Instant.parse("2026-11-28T05:00:00Z"),
                                Instant.parse("2026-11-29T05:00:00Z")),
                        new OrderList.Placed(
                                Set.of(early.id()),
                                Instant.parse("2026-11-28T03:00:00Z"),
                                Instant.parse("2026-11-29T03:00:00Z")));
    }

    private List<String> numbers(String day) {
        OrderList list = OrderDays.list(store, clock);
        List<OrderList.Placed> placed =
                OrdersOfADay.at(List.of(late.view(), early.view(), alike.view()), LocalDate.parse(day));
        return OrderDays.numbers(store, list, Scope.all(late.tenant()), placed);
    }

    private static LocationDetails beginning(LocalTime cutoff) {
        LocationDetails like = WaitingOrder.details(null);
        return new LocationDetails(
                like.name(),
                like.street(),
                like.postcode(),
                like.city(),
                like.country(),
                like.phone(),
                like.legalName(),
                like.imprint(),
                like.zone(),
                cutoff,
                like.orderTypes(),
                like.leadMinutes(),
                like.mailTo(),
                like.secondContact(),
                like.unclaimedAfter(),
                like.secondContactAfter(),
                like.limits());
    }
}
