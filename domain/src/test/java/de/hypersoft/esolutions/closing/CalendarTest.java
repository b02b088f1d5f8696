package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID LOCATION = new UUID(1, 2);
    private static final Instant SIX_ON_MONDAY = Instant.parse("2026-11-23T05:00:00Z");

    private final Calendar calendar =
            new Calendar(LOCATION, BERLIN, LocalTime.of(6, 0), Duration.ZERO, Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void a_day_end_is_due_from_the_cutoff_on_and_not_a_moment_before() {
        assertThat(calendar.isDue(SIX_ON_MONDAY.minusNanos(1))).isFalse();
        assertThat(calendar.isDue(SIX_ON_MONDAY)).isTrue();
        assertThat(calendar.isDue(SIX_ON_MONDAY.plusNanos(1))).isTrue();
    }

    @Test
    void a_day_that_has_ended_is_due_again_a_day_later() {
        BusinessDay monday = calendar.current(SIX_ON_MONDAY);

        assertThat(monday.date()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(calendar.endDay(monday, Duration.ZERO)).isZero();
        assertThat(calendar.isDue(SIX_ON_MONDAY.plus(Duration.ofDays(1)).minusNanos(1)))
                .isFalse();
        assertThat(calendar.isDue(SIX_ON_MONDAY.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void T41_three_days_of_downtime_are_two_missed_day_ends() {
        BusinessDay wednesday = calendar.current(SIX_ON_MONDAY.plus(Duration.ofDays(2)));

        assertThat(calendar.endDay(wednesday, Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void T43_a_location_keeps_its_place_in_the_spread_from_release_to_release() {
        assertThat(Calendar.jitter(LOCATION, Duration.ofMinutes(10))).isEqualTo(Duration.ofMillis(458_655));
        assertThat(Calendar.jitter(LOCATION, Duration.ZERO)).isZero();
    }
}
