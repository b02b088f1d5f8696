package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Formats german = Formats.in("de");
    private final Formats english = Formats.in("en");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1290|EUR|12,90_€|€12.90",
                "-100|EUR|−1,00_€|−€1.00",
                "123456789|EUR|1.234.567,89_€|€1,234,567.89",
                "5|CHF|0,05_CHF|CHF_0.05",
                "1250|JPY|1.250_JPY|JPY_1,250",
                "990|GBP|9,90_£|£9.90"
            })
    void money_is_written_as_the_language_writes_it(long minor, String currency, String inGerman, String inEnglish) {
        Money money = Money.of(minor, currency);

        assertThat(german.money(money)).isEqualTo(inGerman.replace('_', '\u00a0'));
        assertThat(english.money(money)).isEqualTo(inEnglish.replace('_', '\u00a0'));
    }

    @Test
    void what_an_option_adds_shows_its_sign() {
        assertThat(german.delta(Money.of(99, "EUR"))).isEqualTo("+0,99\u00a0€");
    }

    @Test
    void a_moment_is_the_locations_time_with_its_day_unless_it_is_today() {
        Instant now = Instant.parse("2026-11-22T17:00:00Z");

        assertThat(german.moment(Instant.parse("2026-11-22T21:30:00Z"), BERLIN, now))
                .isEqualTo("22:30");
        assertThat(german.moment(Instant.parse("2026-11-22T23:30:00Z"), BERLIN, now))
                .startsWith("Mo")
                .endsWith("00:30");
        assertThat(german.moment(Instant.parse("2027-01-02T11:00:00Z"), BERLIN, now))
                .doesNotContain("2027");
        assertThat(german.moment(Instant.parse("2025-11-22T11:00:00Z"), BERLIN, now))
                .contains("Nov. 2025")
                .endsWith("12:00");
    }

    @Test
    void from_half_a_year_on_a_day_of_another_year_has_its_year() {
        Instant now = Instant.parse("2026-11-22T17:00:00Z");

        assertThat(english.moment(Instant.parse("2027-05-20T10:00:00Z"), BERLIN, now))
                .isEqualTo("Thu 20 May, 12:00");
        assertThat(english.moment(Instant.parse("2027-05-21T10:00:00Z"), BERLIN, now))
                .isEqualTo("Fri 21 May 2027, 12:00");
        assertThat(english.moment(Instant.parse("2026-01-02T10:00:00Z"), BERLIN, now))
                .as("of this year never")
                .isEqualTo("Fri 2 Jan, 11:00");
    }

    @Test
    void texts_and_figures_of_a_page_are_of_one_language() {
        assertThat(german.locale()).isEqualTo(Locale.GERMANY);
        assertThat(english.locale()).isEqualTo(Locale.UK);
        assertThat(Formats.in("fr").locale()).as("what we do not speak").isEqualTo(Locale.GERMANY);
    }

    @Test
    void the_hour_that_comes_twice_in_autumn_is_told_apart_by_a_word() {
        Instant now = Instant.parse("2026-10-24T17:00:00Z");
        Instant summer = Instant.parse("2026-10-25T00:25:00Z");
        Instant winter = Instant.parse("2026-10-25T01:25:00Z");

        assertThat(german.time(summer, BERLIN)).isEqualTo("02:25 (Sommerzeit)");
        assertThat(german.time(winter, BERLIN)).isEqualTo("02:25 (Winterzeit)");
        assertThat(english.moment(summer, BERLIN, now)).endsWith("02:25 (summer time)");
        assertThat(english.dated(winter, BERLIN)).endsWith("02:25 (winter time)");
        assertThat(english.seconds(summer, BERLIN)).isEqualTo("25 Oct 2026 02:25:00 (summer time)");
        assertThat(german.shortDateTime(winter, BERLIN)).isEqualTo("25.10. 02:25 (Winterzeit)");
        assertThat(german.time(Instant.parse("2026-10-25T02:25:00Z"), BERLIN)).isEqualTo("03:25");
    }

    @Test
    void a_date_is_written_as_the_language_writes_it() {
        Instant at = Instant.parse("2026-03-05T08:07:00Z");

        assertThat(german.dateTime(at, BERLIN)).isEqualTo("05.03.2026, 09:07");
        assertThat(english.dateTime(at, BERLIN)).isEqualTo("5 Mar 2026, 09:07");
        assertThat(german.date(LocalDate.of(2026, 3, 5))).isEqualTo("05.03.2026");
        assertThat(english.date(LocalDate.of(2026, 3, 5))).isEqualTo("5 Mar 2026");
    }

    @Test
    void a_number_that_is_typed_again_has_the_languages_comma_and_no_groups() {
        assertThat(german.decimal("1234.50")).isEqualTo("1234,50");
        assertThat(english.decimal("1234.50")).isEqualTo("1234.50");
    }
}
