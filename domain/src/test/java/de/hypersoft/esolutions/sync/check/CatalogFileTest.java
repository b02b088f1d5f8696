package de.hypersoft.esolutions.sync.check;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.kernel.text.FileWords;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void a_catalogue_that_a_load_would_take_whole_has_no_fault() {
        CatalogFile.Report report = check(json("v1", article("101", "")));

        assertThat(report.faults()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_said_at_once_each_with_its_place() {
        assertThat(faults("""
                        {"currency":"EURO","images":[],"deposits":7,"removed":"all","surplus":1,
                        "vatClasses":[{"id":"food","rates":[{"from":"2026-01-01","onSite":"7","takeAway":"70"}]}],
                        "categories":[{"id":"pizza","name":{"de":"Pizza"}}],
                        "articles":[7,
                          {"id":"a b","name":"Pizza","price":{"amount":"1"}},
                          {"id":"1","name":{"de":"A","x":"B"},"price":"9.999","category":"none","vatClass":"food","windows":[{"from":7}]}]}"""))
                .extracting(FileFault::pointer, FileFault::code)
                .containsExactlyInAnyOrder(
                        tuple("/version", "required"),
                        tuple("/currency", "wrong-currency"),
                        tuple("/images", "images-not-from-location"),
                        tuple("/deposits", "wrong-type"),
                        tuple("/removed", "wrong-type"),
                        tuple("/vatClasses/0/rates/0/takeAway", "invalid-vat-rate"),
                        tuple("/articles/0", "wrong-type"),
                        tuple("/articles/1/id", "invalid-id"),
                        tuple("/articles/1/name", "wrong-type"),
                        tuple("/articles/1/price", "price-with-currency"),
                        tuple("/articles/1/vatClass", "required"),
                        tuple("/articles/1/category", "category-missing"),
                        tuple("/articles/2/name/x", "unknown-language"),
                        tuple("/articles/2/price", "invalid-price"),
                        tuple("/articles/2/category", "unknown-category"),
                        tuple("/articles/2/windows/0/days", "invalid-window"),
                        tuple("/articles/2/windows/0/from", "wrong-type"),
                        tuple("/articles/2/windows/0/until", "required"),
                        tuple("/articles", "nothing-to-sell"));
    }

    @Test
    void what_stands_twice_is_refused_where_it_stands_and_never_read_as_either() {
        String twice = json("v1", article("101", ""), article("102", "\"price\":\"1.00\",\"price\":\"9.90\""))
                .replaceFirst("\\{", "{\"currency\":\"CHF\",\"removed\":{\"articles\":[],\"articles\":[]},");

        assertThat(faults(twice))
                .extracting(FileFault::pointer, FileFault::code)
                .containsExactlyInAnyOrder(
                        tuple("/currency", "invalid-value"),
                        tuple("/removed/articles", "wrong-type"),
                        tuple("/articles/1/price", "member-twice"));
        assertThat(faults(twice))
                .extracting(FileWords.in(Locale.ENGLISH)::catalogue)
                .anyMatch(said -> said.contains("“currency” is in the master data twice"));
    }

    @Test
    void of_a_dish_whose_id_is_none_all_else_is_said_too() {
        assertThat(faults(json(
                        "v1",
                        article("101", ""),
                        article("a/b~c", "\"price\":\"-1.00\""),
                        article("b b", "\"vatClass\":\"nix\""),
                        article("x".repeat(201), "\"name\":{\"de\":\"A\"}"),
                        "{}")))
                .extracting(FileFault::pointer, FileFault::code)
                .containsExactlyInAnyOrder(
                        tuple("/articles/1/id", "invalid-id"),
                        tuple("/articles/1/price", "negative-price"),
                        tuple("/articles/2/id", "invalid-id"),
                        tuple("/articles/2/vatClass", "unknown-vat-class"),
                        tuple("/articles/3/id", "invalid-id"),
                        tuple("/articles/4/id", "required"),
                        tuple("/articles/4/name", "name-missing"),
                        tuple("/articles/4/price", "required"),
                        tuple("/articles/4/vatClass", "required"),
                        tuple("/articles/4/category", "category-missing"));
    }

    @Test
    void more_reasons_are_said_of_one_dish_than_a_load_keeps() {
        String groups = "\"optionGroups\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]";

        assertThat(faults(json("v1", article("101", ""), article("102", groups))))
                .extracting(FileFault::code)
                .hasSize(7)
                .containsOnly("unknown-option-group");
    }

    @Test
    void what_only_follows_from_a_fault_is_not_said_beside_it() {
        assertThat(faults(json(
                        "v1",
                        article("101", ""),
                        article("102", "\"price\":\"viel\""),
                        article("103", "\"components\":[\"102\"]"))))
                .extracting(FileFault::pointer, FileFault::code)
                .containsExactly(tuple("/articles/1/price", "price-with-currency"));
    }

    @Test
    void an_increment_may_name_what_was_brought_before() {
        String increment = """
                {"version":"2","baseVersion":"1","currency":"EUR","articles":[
                {"id":"1","name":{"de":"A"},"price":"1","category":"pizza","vatClass":"food","optionGroups":["size"],"minimumAge":100}]}""";

        assertThat(faults(increment))
                .extracting(FileFault::pointer, FileFault::code)
                .containsExactly(tuple("/articles/0/minimumAge", "invalid-age"));
    }

    @Test
    void what_is_no_text_or_no_json_is_said_alone() {
        assertThat(CatalogFile.check(new byte[] {'{', (byte) 0xFC, '}'}, TODAY, "DE")
                        .faults())
                .extracting(FileFault::code)
                .containsExactly("not-utf-8");
        assertThat(faults("{\"articles\":[")).extracting(FileFault::code).containsExactly("malformed-json");
        assertThat(faults("[]")).extracting(FileFault::code).containsExactly("wrong-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''           | the file is cut off or empty
            {"articles"  | the file is cut off or empty
            {"articles":[{"id":"1" | the file is cut off or empty
            {"articles":[{"id":"1 | the file is cut off or empty
            {"articles":[x | in line 1, column 14
            """)
    void the_place_of_a_fault_is_told_where_there_is_one_and_not_made_up(String json, String words) {
        assertThat(faults(json))
                .extracting(FileWords.in(Locale.ENGLISH)::catalogue)
                .allMatch(said -> said.contains(words));
        assertThat(faults(json)).hasSize(1);
    }

    @Test
    void what_is_nested_too_deep_is_not_called_cut_off() {
        assertThat(faults("{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                .extracting(FileWords.in(Locale.ENGLISH)::catalogue)
                .allMatch(said -> said.contains("nested too deep") && !said.contains("cut off"));
    }

    @Test
    void letters_mean_what_cards_of_the_country_mean_by_them() {
        byte[] celery = json("v1", article("101", "\"allergens\":[\"L\"]")).getBytes(StandardCharsets.UTF_8);

        assertThat(CatalogFile.check(celery, TODAY, "AT").faults()).isEmpty();
        assertThat(CatalogFile.check(celery, TODAY, "DE").faults())
                .extracting(FileFault::pointer, FileFault::code)
                .contains(tuple("/articles/0/allergens", "ambiguous-allergen"));
    }

    private static List<FileFault> faults(String json) {
        return check(json).faults();
    }

    private static CatalogFile.Report check(String json) {
        return CatalogFile.check(json.getBytes(StandardCharsets.UTF_8), TODAY, "DE");
    }
}
