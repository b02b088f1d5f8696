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
    @ValueSource(strings = {"1.234", "abc", "", "1e400", "NaN", "99999999999999999999", "1,50"})
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
