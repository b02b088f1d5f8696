package de.hypersoft.esolutions.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime SIX = LocalTime.of(6, 0);

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T04:59:59.999Z, 2026-11-21",
        "2026-11-22T05:00:00Z, 2026-11-22",
        "2026-07-01T03:59:59Z, 2026-06-30",
        "2026-07-01T04:00:00Z, 2026-07-01"
    })
    void T39_an_order_of_05_59_belongs_to_yesterday_and_of_06_00_to_the_new_day(Instant at, LocalDate day) {
        assertThat(BusinessDay.of(at, BERLIN, SIX).date()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28, 23", "2026-10-24, 25", "2027-03-27, 23", "2027-10-30, 25", "2026-11-22, 24"})
    void T39_a_day_lasts_23_or_25_hours_when_the_clocks_change(LocalDate date, int hours) {
        BusinessDay day = BusinessDay.on(date, BERLIN, SIX);

        assertThat(Duration.between(day.begins(), day.ends())).hasHours(hours);
    }

    @Test
    void T39_the_day_of_2026_03_28_ends_at_04_00_utc() {
        BusinessDay day = BusinessDay.on(LocalDate.parse("2026-03-28"), BERLIN, SIX);

        assertThat(day.begins()).isEqualTo("2026-03-28T05:00:00Z");
        assertThat(day.ends()).isEqualTo("2026-03-29T04:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-29T01:00:00Z", // missing: the moment of the change
        "2026-10-25, 2026-10-25T00:30:00Z" // doubled: the first time it is 02:30
    })
    void T39_a_cutoff_of_02_30_comes_exactly_once_on_both_days_of_change(LocalDate date, Instant expected) {
        LocalTime cutoff = LocalTime.of(2, 30);
        int boundaries = 0;
        Instant noon = date.minusDays(1).atTime(12, 0).atZone(BERLIN).toInstant();
        LocalDate before = BusinessDay.of(noon, BERLIN, cutoff).date();
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalDate now = BusinessDay.of(noon.plus(Duration.ofMinutes(minute)), BERLIN, cutoff)
                    .date();
            if (!now.equals(before)) boundaries++;
            before = now;
        }

        assertThat(boundaries).isEqualTo(1);
        assertThat(BusinessDay.boundary(date, BERLIN, cutoff)).isEqualTo(expected);
    }

    @Test
    void T42_in_every_zone_days_follow_each_other_without_gap_or_overlap() {
        Random random = new Random(20_261_122);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (String name : zones) {
            ZoneId zone = ZoneId.of(name);
            for (int i = 0; i < 40; i++) {
                Instant at = Instant.parse("2000-01-01T00:00:00Z").plusSeconds(random.nextInt(1_400_000_000));
                LocalTime cutoff = LocalTime.ofSecondOfDay(random.nextInt(86_400));
                BusinessDay day = BusinessDay.of(at, zone, cutoff);

                assertThat(at)
                        .as("%s %s %s", name, at, cutoff)
                        .isBetween(day.begins(), day.ends().minusNanos(1));
                assertThat(BusinessDay.of(day.begins(), zone, cutoff)).isEqualTo(day);
                assertThat(BusinessDay.of(day.ends(), zone, cutoff).begins()).isEqualTo(day.ends());
                assertThat(BusinessDay.of(day.ends().minusNanos(1), zone, cutoff))
                        .isEqualTo(day);
            }
        }
    }
}
