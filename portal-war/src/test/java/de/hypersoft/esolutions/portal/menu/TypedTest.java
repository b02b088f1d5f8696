package de.hypersoft.esolutions.portal.menu;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9,90 | 9.90",
                "9.9 | 9.90",
                "12 | 12.00",
                "' 12,50 € ' | 12.50",
                "€12.50 | 12.50",
                "12,50 EUR | 12.50",
                "CHF 8 | 8.00",
                "-0,50 | -0.50",
                "\u22120,50 | -0.50",
                "+1 | 1.00",
                "'' | ''",
            })
    void a_price_is_typed_as_people_write_it(String typed, String amount) {
        assertThat(Typed.amount(typed)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.000", "1,000", "1.234,50", "neun", "9,9o", "9..90", "9,905", "1234567", "0x10", "1e3", "-"})
    void what_is_no_price_or_could_be_two_is_none_for_a_load(String typed) {
        assertThat(Typed.amount(typed)).doesNotMatch("-?\\d+(\\.\\d+)?");
    }

    @Test
    void words_that_the_form_does_not_know_stay_and_emptied_ones_go() {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("name.de", " Suppe ");
        form.putSingle("name.en", "");

        assertThat(new Typed(form).words("name", Map.of("de", "Brühe", "en", "Broth", "fr", "Bouillon")))
                .isEqualTo(Map.of("de", "Suppe", "fr", "Bouillon"));
    }

    @Test
    void what_is_no_number_becomes_one_that_no_load_takes() {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("min", "zwei");
        form.putSingle("max", "3");

        assertThat(new Typed(form).number("min", 0, -1)).isEqualTo(-1);
        assertThat(new Typed(form).number("max", 1, -1)).isEqualTo(3);
        assertThat(new Typed(form).number("age", 0, -1)).isZero();
    }
}
