package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, 02:30, 2026-11-28T01:30:00Z",
        "2027-03-28, 02:30, 2027-03-28T01:00:00Z", // left out: the moment of the change
        "2026-10-25, 02:30, 2026-10-25T00:30:00Z" // twice: its first passing
    })
    void a_time_of_day_is_one_instant_on_every_day(LocalDate day, LocalTime time, Instant at) {
        assertThat(WallTime.at(day, time, BERLIN)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T23:59:59Z, ONLY",
        "2026-10-25T00:00:00Z, FIRST",
        "2026-10-25T00:59:59Z, FIRST",
        "2026-10-25T01:00:00Z, SECOND",
        "2026-10-25T01:59:59Z, SECOND",
        "2026-10-25T02:00:00Z, ONLY",
        "2027-03-28T01:00:00Z, ONLY"
    })
    void the_hour_that_is_shown_twice_is_told_apart(Instant at, WallTime.Passing passing) {
        assertThat(WallTime.passing(at, BERLIN)).isEqualTo(passing);
    }
}
