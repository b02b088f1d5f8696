package de.hypersoft.esolutions.sync.menufile;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.sync.spreadsheet.Table;
import de.hypersoft.esolutions.testing.Refusals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is known by what is in it, and that of another program is told so. */
class MenuFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name,Preis\\nA,1 | CSV",
                "PK\u0003\u0004 xl/workbook.xml | XLSX",
                "{\"items\":[],\"categories\":[],\"menus\":[]} | UBER_EATS",
                "{\"objects\":[]} | SQUARE",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Menu\"} | SCHEMA_ORG",
                "[{\"@type\":\"Menu\"}] | SCHEMA_ORG",
                "{\"articles\":[],\"vatClasses\":[]} | CATALOGUE"
            })
    void each_format_is_known_by_its_content(String text, MenuFileKind kind) {
        assertThat(MenuFiles.kind(bytes(text.replace("\\n", "\n")))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 | pdf",
                "PK\u0003\u0004 word/document.xml | zip",
                "\u00D0\u00CF\u0011\u00E0 | xls",
                "\u0089PNG | picture",
                "<!DOCTYPE html> | html",
                "{\"a\":1} | json",
                "{\"items\": | json",
                "ELF\u0000\u0001x | binary",
                "'  ' | empty"
            })
    void the_file_of_another_program_is_named(String content, String is) {
        Refusal refused = Refusals.of(() -> MenuFiles.kind(content.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(refused.code()).isEqualTo("menu-file-foreign");
        assertThat(refused.parameters()).containsEntry("is", is);
    }

    @Test
    void a_json_that_is_nested_without_end_is_refused() {
        assertThat(Refusals.code(() -> MenuFiles.kind(bytes("[".repeat(100_000)))))
                .isEqualTo("menu-file-foreign");
    }

    @Test
    void too_much_is_refused_by_its_size_its_rows_its_columns_or_one_cell() {
        assertThat(Refusals.code(() -> MenuFiles.kind(new byte[MenuFiles.MAX_BYTES + 1])))
                .isEqualTo("menu-file-too-large");
        for (String large : List.of(
                "Name,Preis\n" + "A,1\n".repeat(50_001),
                "Name,Preis" + ",x".repeat(100) + "\nA,1\n",
                "Name,Preis\n" + "A".repeat(10_001) + ",1\n"))
            assertThat(Refusals.code(() -> MenuFiles.table(MenuFileKind.CSV, bytes(large))))
                    .isEqualTo("menu-table-too-large");
    }

    @Test
    void a_quote_that_is_never_closed_or_a_head_alone_is_no_table() {
        assertThat(Refusals.code(() -> MenuFiles.table(MenuFileKind.CSV, bytes("Name,Preis\n\"A,1\nB,2\n"))))
                .isEqualTo("menu-table-broken");
        assertThat(Refusals.code(() -> MenuFiles.table(MenuFileKind.CSV, bytes("Name,Preis\n"))))
                .isEqualTo("menu-table-empty");
    }

    @Test
    void heads_are_guessed_in_german_and_english_with_their_language() {
        assertThat(MenuFiles.guess(new Table(
                        List.of(
                                "Artikel-Nr.",
                                "Bezeichnung",
                                "Name (English)",
                                "Description sv",
                                "VK-Preis (EUR)",
                                "Preis Lieferung",
                                "MwSt. %",
                                "Lagerort",
                                "Name"),
                        List.of())))
                .extracting(meaning -> meaning.map(Meaning::code).orElse(""))
                .containsExactly(
                        "NUMBER", "NAME", "NAME.en", "DESCRIPTION.sv", "PRICE", "PRICE_DELIVERY", "VAT", "", "");
        assertThat(Meaning.of("PRICE.en")).isEqualTo(Optional.empty());
        assertThat(Meaning.of("<script>")).isEqualTo(Optional.empty());
    }

    @Test
    void categories_of_drinks_are_known_by_their_words() {
        assertThat(List.of("Alkoholfreie Getränke", "Rotweine", "Kaffee & Tee", "Draft beers", "Softdrinks"))
                .allMatch(MenuFiles::namesDrinks);
        assertThat(List.of("Schweinefleisch", "Steaks", "Saftige Burger vom Rind", "Wok"))
                .filteredOn(MenuFiles::namesDrinks)
                .isEqualTo(List.of("Saftige Burger vom Rind"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
