package de.hypersoft.esolutions.catalog.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityWindowTest {

    private static final AvailabilityWindow LUNCH = new AvailabilityWindow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(11, 0), LocalTime.of(14, 30));
    private static final AvailabilityWindow LATE =
            new AvailabilityWindow(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(2, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:30, true",
        "2026-11-20T11:00, true",
        "2026-11-20T10:59, false",
        "2026-11-20T14:30, false",
        "2026-11-20T18:00, false",
        "2026-11-21T12:30, false",
    })
    void T20_lunch_is_asked_at_the_time_of_fulfilment(String fulfilment, boolean served) {
        assertThat(LUNCH.holds(LocalDateTime.parse(fulfilment))).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T23:30, true",
        "2026-11-21T01:59, true",
        "2026-11-21T02:00, false",
        "2026-11-20T01:30, false",
        "2026-11-21T23:30, false",
    })
    void T20_a_window_over_midnight_belongs_to_the_day_it_starts_on(String fulfilment, boolean served) {
        assertThat(LATE.holds(LocalDateTime.parse(fulfilment))).isEqualTo(served);
    }
}
