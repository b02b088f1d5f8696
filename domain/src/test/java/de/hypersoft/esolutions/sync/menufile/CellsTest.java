package de.hypersoft.esolutions.sync.menufile;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.Content;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into the cells of a menu. */
class CellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9,90 | 9.90",
                "9.9 | 9.90",
                "12 | 12.00",
                "9,90 € | 9.90",
                "€9.90 | 9.90",
                "EUR 9,90 | 9.90",
                "CHF 18.- | 18.00",
                "8,– | 8.00",
                "1.234,50 | 1234.50",
                "1,234.50 | 1234.50",
                "1'234.50 | 1234.50",
                "-0,50 | -0.50",
                "−0,50 | -0.50",
                "+1,20 | 1.20",
                "0 | 0.00"
            })
    void a_price_is_read_however_it_is_written(String cell, String price) {
        assertThat(Cells.price(cell)).contains(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.234", "9,90/10,90", "ab 9,90", "9,999", "1.23.4", "--1", "1e3", "=A1*2", "٣"})
    void what_could_be_two_prices_or_is_none_is_no_price(String cell) {
        assertThat(Cells.price(cell)).isEmpty();
    }

    @Test
    void rates_are_one_figure_or_one_for_each_place_to_eat() {
        assertThat(Cells.rates("7 %")).contains(new MenuTerms.Rates("7.00", "7.00"));
        assertThat(Cells.rates("19/7")).contains(new MenuTerms.Rates("19.00", "7.00"));
        assertThat(Cells.rates("8,1 / 2,6")).contains(new MenuTerms.Rates("8.10", "2.60"));
        assertThat(Cells.rates("0.07")).as("a spreadsheet's percentage").contains(new MenuTerms.Rates("7.00", "7.00"));
        assertThat(Cells.rates("0")).contains(new MenuTerms.Rates("0.00", "0.00"));
        assertThat(Cells.rates("7/19/7")).isEmpty();
        assertThat(Cells.rates("voll")).isEmpty();
    }

    @Test
    void contents_are_millilitres_or_grams() {
        assertThat(Cells.content("330 ml")).contains(new Content(330, "ml"));
        assertThat(Cells.content("0,33l")).contains(new Content(330, "ml"));
        assertThat(Cells.content("4 cl")).contains(new Content(40, "ml"));
        assertThat(Cells.content("1,5 kg")).contains(new Content(1500, "g"));
        assertThat(Cells.content("groß")).isEmpty();
    }

    @Test
    void times_name_days_in_german_and_english_or_hold_every_day() {
        assertThat(Cells.windows("Mo-Fr 11:30-14.30 Uhr"))
                .contains(List.of(
                        new Window(List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), "11:30", "14:30")));
        assertThat(Cells.windows("Sa - Mo 9:00-12:00"))
                .contains(List.of(new Window(List.of("SATURDAY", "SUNDAY", "MONDAY"), "09:00", "12:00")));
        assertThat(Cells.windows("Tue, Thursday 18:00-22:00; 08:00-10:00"))
                .contains(List.of(
                        new Window(List.of("TUESDAY", "THURSDAY"), "18:00", "22:00"),
                        new Window(List.of(), "08:00", "10:00")));
        assertThat(Cells.windows("mittags")).isEmpty();
        assertThat(Cells.windows("Xy 11:00-12:00")).isEmpty();
    }

    @Test
    void how_many_of_a_group_is_a_figure_a_span_or_a_limit() {
        assertThat(Cells.choice("1"))
                .hasValueSatisfying(span -> assertThat(span).containsExactly(1, 1));
        assertThat(Cells.choice("0 – 4"))
                .hasValueSatisfying(span -> assertThat(span).containsExactly(0, 4));
        assertThat(Cells.choice("bis zu 3"))
                .hasValueSatisfying(span -> assertThat(span).containsExactly(0, 3));
        assertThat(Cells.choice("viele")).isEmpty();
    }
}
