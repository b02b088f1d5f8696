package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.tenancy.OpeningHours;
import de.hypersoft.esolutions.tenancy.OpeningWindow;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final OpeningHours fridayNight = new OpeningHours(
            BERLIN,
            List.of(new OpeningWindow.Span(null, DayOfWeek.FRIDAY, null, LocalTime.of(11, 0), LocalTime.of(2, 0))));

    @Test
    void T20_a_window_over_midnight_belongs_to_the_day_it_starts_on() {
        assertThat(fridayNight.isOpen(berlin("2026-11-28T01:59"), OrderType.PICKUP))
                .isTrue();
        assertThat(fridayNight.isOpen(berlin("2026-11-28T02:00"), OrderType.PICKUP))
                .isFalse();
        assertThat(fridayNight.isOpen(berlin("2026-11-27T10:59"), OrderType.PICKUP))
                .isFalse();
    }

    @Test
    void what_is_offered_starts_after_the_lead_time_and_ends_with_the_opening() {
        Slots slots = Slots.of(fridayNight, OrderType.PICKUP, 20);

        List<Instant> offered = slots.on(LocalDate.of(2026, 11, 27), berlin("2026-11-27T12:00"));

        assertThat(offered.get(0)).isEqualTo(berlin("2026-11-27T12:20"));
        assertThat(offered.get(offered.size() - 1)).isEqualTo(berlin("2026-11-28T01:50"));
        assertThat(slots.offers(berlin("2026-11-28T01:50"), berlin("2026-11-27T12:00")))
                .isTrue();
        assertThat(slots.offers(berlin("2026-11-27T12:21"), berlin("2026-11-27T12:00")))
                .isFalse();
    }

    @Test
    void a_dated_window_replaces_the_weekday() {
        OpeningHours closedForChristmas = new OpeningHours(
                BERLIN,
                List.of(
                        fridayNight.spans().get(0),
                        new OpeningWindow.Span(null, null, LocalDate.of(2026, 12, 25), null, null)));

        assertThat(closedForChristmas.isOpen(berlin("2026-12-25T13:00"), OrderType.PICKUP))
                .isFalse();
        assertThat(closedForChristmas.isOpen(berlin("2026-12-18T13:00"), OrderType.PICKUP))
                .isTrue();
    }

    @Test
    void the_status_never_moves_backwards_in_whatever_order_it_is_told() {
        assertThat(OrderStatus.READY.or(OrderStatus.PREPARING)).isEqualTo(OrderStatus.READY);
        assertThat(OrderStatus.PLACED.or(OrderStatus.COMPLETED)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(OrderStatus.COMPLETED.or(OrderStatus.REJECTED)).isEqualTo(OrderStatus.REJECTED);
    }

    private static Instant berlin(String local) {
        return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
