package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A Saturday at 20:30 in Berlin. */
    private static final ZonedDateTime NOW =
            Instant.parse("2026-11-28T19:30:00Z").atZone(BERLIN);

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-29T05:00:00Z",
        "Heute, 2026-11-29T05:00:00Z",
        "tomorrow, 2026-11-30T05:00:00Z",
        "morgen, 2026-11-30T05:00:00Z",
        "22:00, 2026-11-28T21:00:00Z",
        "22.00 Uhr, 2026-11-28T21:00:00Z",
        "22 Uhr, 2026-11-28T21:00:00Z",
        "10pm, 2026-11-28T21:00:00Z",
        "9:15, 2026-11-29T08:15:00Z",
        "24:00, 2026-11-28T23:00:00Z",
        "30m, 2026-11-28T20:00:00Z",
        "30 min, 2026-11-28T20:00:00Z",
        "2h, 2026-11-28T21:30:00Z",
        "1h30m, 2026-11-28T21:00:00Z",
        "2 Stunden, 2026-11-28T21:30:00Z",
        "3 Tage, 2026-12-01T19:30:00Z",
        "2026-11-30 05:00, 2026-11-30T04:00:00Z",
        "2026-11-30T05:00:00Z, 2026-11-30T05:00:00Z",
        "31.12.2026 22:00, 2026-12-31T21:00:00Z",
        "31.12.2026 22 Uhr, 2026-12-31T21:00:00Z",
        "31.12.2026 24:00, 2026-12-31T23:00:00Z",
        "2026-12-31 22:00, 2026-12-31T21:00:00Z",
        "2026-12-31, 2027-01-01T05:00:00Z",
        "31.12.2026, 2027-01-01T05:00:00Z",
        "1.12.2026, 2026-12-02T05:00:00Z"
    })
    void what_people_say_at_the_till_is_understood(String words, Instant end) {
        assertThat(Until.of(words, NOW)).contains(end);
    }

    @Test
    void after_midnight_today_is_still_the_evening_that_began_yesterday() {
        ZonedDateTime late = Instant.parse("2026-11-29T00:30:00Z").atZone(BERLIN);

        assertThat(Until.of("heute", late)).contains(Instant.parse("2026-11-29T05:00:00Z"));
    }

    @Test
    void a_day_ends_at_the_clock_on_the_wall_when_the_clocks_change() {
        ZonedDateTime before = Instant.parse("2026-10-24T18:00:00Z").atZone(BERLIN);

        assertThat(Until.of("today", before)).contains(Instant.parse("2026-10-25T05:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whenever",
                "22",
                "25:00",
                "13pm",
                "0m",
                "-5m",
                "2026-11-28 05:00",
                "2026-11-27",
                "31.12.2026 22",
                "31.12.2026 whenever",
                "31.02.2027",
                "2026-13-01",
                "2028-01-01T00:00:00Z",
                "9999d"
            })
    void what_means_nothing_or_is_over_is_no_time(String words) {
        assertThat(Until.of(words, NOW)).isEmpty();
    }

    @Test
    void the_end_is_read_back_in_the_tills_own_time() {
        assertThat(Until.shown(Instant.parse("2026-11-28T21:00:00Z"), NOW))
                .isEqualTo("2026-11-28 22:00 (Europe/Berlin)");
    }
}
