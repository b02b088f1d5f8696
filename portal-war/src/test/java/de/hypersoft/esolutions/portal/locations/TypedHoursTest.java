package de.hypersoft.esolutions.portal.locations;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.Refused;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manager types of times, where the house has no clock to choose from. */
class TypedHoursTest {

    @ParameterizedTest
    @ValueSource(strings = {"11", "11:00", "11:00-", "11-22", "11:00-25:00", "11:00-14:30-22:00", "noon-midnight"})
    void hours_that_nobody_can_keep_are_refused_at_their_day(String typed) {
        Refusal refused = Refused.of(() -> WeeklyHours.spans(day -> day == DayOfWeek.FRIDAY ? typed : "11:00-22:00"));

        assertThat(refused.code()).isEqualTo("invalid-hours");
        assertThat(refused.parameters()).containsEntry("field", "hours-FRIDAY");
    }

    @Test
    void hours_are_read_as_people_write_them_and_an_empty_day_is_closed() {
        assertThat(WeeklyHours.hours("9:00–14:30; 17:00-22:00", "hours-MONDAY"))
                .extracting(hours -> hours.opens() + " " + hours.closes())
                .containsExactly("09:00 14:30", "17:00 22:00");
        assertThat(WeeklyHours.hours(" , ", "hours-MONDAY")).isEmpty();
    }

    @Test
    void a_zone_a_time_and_a_number_that_are_none_are_refused_at_their_field() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "zone", "unknown-zone", "cutoff", "invalid-time-of-day", "leadMinutes", "not-a-number")
                .entrySet()) {
            MultivaluedMap<String, String> typed = whole();
            typed.putSingle(wrong.getKey(), "Atlantis/Mitte");

            Refusal refused = Refused.of(() -> LocationForm.of(typed).details());

            assertThat(refused.code()).isEqualTo(wrong.getValue());
            assertThat(refused.parameters()).containsEntry("field", wrong.getKey());
        }
        assertThat(LocationForm.of(whole()).details().cutoff()).hasToString("06:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24.12.2026", "2026-02-30", "christmas", "2026-12-24T00:00"})
    void a_special_day_is_a_day_of_the_calendar(String typed) {
        Refusal refused = Refused.of(() -> new SpecialDayForm(typed, "", "11:00-14:00").day());

        assertThat(refused.code()).isEqualTo("invalid-date");
        assertThat(refused.parameters()).containsEntry("field", "date");
        assertThat(Refused.code(() -> new SpecialDayForm(" ", "", "").day())).isEqualTo("required");
        assertThat(new SpecialDayForm(" 2026-12-24 ", "", "").day().date()).hasToString("2026-12-24");
    }

    private static MultivaluedMap<String, String> whole() {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        Map.ofEntries(
                        Map.entry("name", "Mitte"),
                        Map.entry("street", "Lindenstraße 1"),
                        Map.entry("postcode", "10969"),
                        Map.entry("city", "Berlin"),
                        Map.entry("country", "DE"),
                        Map.entry("phone", "030 1234567"),
                        Map.entry("legalName", "Linde GmbH"),
                        Map.entry("zone", "Europe/Berlin"),
                        Map.entry("cutoff", "06:00"),
                        Map.entry("orderTypes", "PICKUP"),
                        Map.entry("leadMinutes", "20"),
                        Map.entry("mailTo", "mitte@linde.example"),
                        Map.entry("unclaimedAfter", "300"),
                        Map.entry("secondContactAfter", "600"),
                        Map.entry("heldPercent", "35"),
                        Map.entry("heldAtLeast", "4"),
                        Map.entry("askBeforeHandover", "60"),
                        Map.entry("bookedWithin", "10"),
                        Map.entry("digestEvery", "30"))
                .forEach(typed::putSingle);
        return typed;
    }
}
