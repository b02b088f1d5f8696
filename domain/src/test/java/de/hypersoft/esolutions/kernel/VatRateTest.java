package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.testing.Refusals;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatRateTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "seven", "7 %", "7,00", "-0.01", "50.01", "7.005", "1e9", "NaN"})
    void what_no_tax_office_asks_for_is_no_rate(String written) {
        assertThat(Refusals.code(() -> VatRate.parse(written))).isEqualTo("invalid-vat-rate");
    }

    @ParameterizedTest
    @CsvSource({"7.00,7.00", "2.6,2.60", " 19 ,19.00", "0,0.00", "0.01,0.01"})
    void a_till_reads_a_rate_with_two_decimals(String written, String percent) {
        assertThat(VatRate.parse(written).percent()).isEqualTo(percent);
    }

    @Test
    void rates_are_sorted_by_their_size() {
        assertThat(Stream.of("19", "0", "7.00", "10").map(VatRate::parse).sorted())
                .extracting(VatRate::percent)
                .containsExactly("0.00", "7.00", "10.00", "19.00");
    }

    @ParameterizedTest
    @CsvSource({"7.00,700", "2.6,260", " 19 ,1900", "0,0", "50.00,5000", "0.01,1"})
    void a_rate_is_read_to_a_hundredth_of_a_percent(String written, int basisPoints) {
        assertThat(VatRate.parse(written).basisPoints()).isEqualTo(basisPoints);
    }
}
