package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.text.Json;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void T8_parts_always_add_up_and_the_first_ones_carry_the_rest() {
        assertThat(eur("5.00").split(3)).containsExactly(eur("1.67"), eur("1.67"), eur("1.66"));
        assertThat(eur("-0.10").split(3)).containsExactly(eur("-0.03"), eur("-0.03"), eur("-0.04"));
        assertThat(eur("0.05").splitBy(List.of(1L, 1L, 2L))).containsExactly(eur("0.01"), eur("0.01"), eur("0.03"));
    }

    @Test
    void T8_what_is_left_over_goes_where_most_was_cut_off_and_of_equals_to_the_first() {
        assertThat(eur("1.00").splitBy(List.of(1L, 1L, 1L))).containsExactly(eur("0.34"), eur("0.33"), eur("0.33"));
        assertThat(eur("1.00").splitBy(List.of(3L, 0L, 4L))).containsExactly(eur("0.43"), eur("0.00"), eur("0.57"));
        assertThat(eur("0.02").splitBy(List.of(5L, 3L, 2L))).containsExactly(eur("0.01"), eur("0.01"), eur("0.00"));
        assertThat(eur("0.07").splitBy(List.of(2L, 2L, 2L, 2L)))
                .containsExactly(eur("0.02"), eur("0.02"), eur("0.02"), eur("0.01"));
        assertThat(eur("5.00").split(1)).containsExactly(eur("5.00"));
        assertThatThrownBy(() -> eur("1.00").split(0)).isInstanceOf(IllegalArgumentException.class);
        for (List<Long> none : List.of(List.of(0L, 0L), List.of(2L, -1L), List.<Long>of()))
            assertThatThrownBy(() -> eur("1.00").splitBy(none)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void amounts_add_up_in_one_currency_only() {
        Money francs = Money.of(100, "CHF");

        assertThat(eur("1.10").plus(eur("2.20"))).isEqualTo(eur("3.30"));
        assertThat(eur("1.10").minus(eur("2.20"))).isEqualTo(eur("-1.10"));
        assertThat(eur("1.10").times(3)).isEqualTo(eur("3.30"));
        assertThat(Money.zero(EUR)).isEqualTo(eur("0.00"));
        assertThat(eur("1.10")).isLessThan(eur("1.11")).hasToString("1.10 EUR");
        assertThatThrownBy(() -> eur("1.00").plus(francs)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> eur("1.00").compareTo(francs)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-0.01,true,false,false", "0.00,false,true,false", "0.01,false,false,true"})
    void an_amount_is_negative_nothing_or_positive(String amount, boolean negative, boolean zero, boolean positive) {
        assertThat(eur(amount).isNegative()).isEqualTo(negative);
        assertThat(eur(amount).isZero()).isEqualTo(zero);
        assertThat(eur(amount).isPositive()).isEqualTo(positive);
    }

    @Test
    void an_amount_has_at_most_fifteen_digits_before_the_point_and_behind() {
        assertThat(eur("1234567890123.45").minor()).isEqualTo(123456789012345L);
        assertThat(eur("1.00000000000000").minor()).as("most of them zeros").isEqualTo(100);
        assertThat(eur("0." + "0".repeat(15))).isEqualTo(Money.zero(EUR));
        assertThatThrownBy(() -> eur("12345678901234.56")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> eur("0." + "0".repeat(16))).isInstanceOf(Invalid.class);
    }

    @Test
    void T2_a_half_cent_goes_up_and_not_to_even() {
        assertThat(eur("4.95").discounted(1_000)).isEqualTo(eur("4.46"));
        assertThat(eur("0.05").discounted(5_000)).isEqualTo(eur("0.03"));
    }

    @Test
    void T7_tax_is_contained_in_the_gross_amount() {
        assertThat(eur("9.90").vatIncluded(VatRate.parse("7.00"))).isEqualTo(eur("0.65"));
        assertThat(eur("23.80").vatIncluded(VatRate.parse("7"))).isEqualTo(eur("1.56"));
    }

    @ParameterizedTest
    @CsvSource({"12.32,12.30", "12.33,12.35", "12.35,12.35", "12.37,12.35", "12.38,12.40", "0.02,0.00"})
    void cash_in_francs_is_whole_five_rappen_for_there_are_no_smaller_coins(String amount, String cash) {
        Currency francs = Currency.getInstance("CHF");

        assertThat(Money.parse(amount, francs).inCash()).isEqualTo(Money.parse(cash, francs));
        assertThat(eur(amount).inCash()).isEqualTo(eur(amount));
    }

    @Test
    void yen_have_no_decimals() {
        Currency yen = Currency.getInstance("JPY");

        assertThat(Money.parse("1250", yen).decimal()).isEqualTo("1250");
        assertThat(Money.parse("1250", yen).discounted(1_000)).isEqualTo(Money.of(1_125, "JPY"));
        assertThatThrownBy(() -> Money.parse("12.50", yen)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "abc", "", "1e400", "1e15", "1E1", "NaN", "99999999999999999999", "1,50"})
    void what_is_no_amount_is_refused_with_its_code(String given) {
        assertThatThrownBy(() -> eur(given))
                .isInstanceOfSatisfying(Invalid.class, r -> assertThat(r.code()).isEqualTo("invalid-amount"));
    }

    @Test
    void currencies_never_mix() {
        assertThatThrownBy(() -> eur("1.00").plus(Money.of(100, "CHF"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void money_travels_as_a_decimal_string() {
        String json = Json.write(new Shape(eur("12.54")));

        assertThat(json).isEqualTo("{\"price\":{\"amount\":\"12.54\",\"currency\":\"EUR\"}}");
        assertThat(Json.read(json, Shape.class).price()).isEqualTo(eur("12.54"));
    }

    @Test
    void ids_carry_their_time_and_sort_by_it() {
        UUID earlier = Uuid7.at(Instant.parse("2026-11-22T18:00:00Z"));
        UUID later = Uuid7.at(Instant.parse("2026-11-22T18:00:00.001Z"));

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(earlier.getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-11-22T18:00:00Z").toEpochMilli());
    }

    /** Public for JSON-B. */
    public record Shape(Money price) {}

    private static Money eur(String decimal) {
        return Money.parse(decimal, EUR);
    }
}
