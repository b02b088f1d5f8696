package de.hypersoft.esolutions.sync.menufile;

import static de.hypersoft.esolutions.sync.menufile.Files.article;
import static de.hypersoft.esolutions.sync.menufile.Files.checked;
import static de.hypersoft.esolutions.sync.menufile.Files.group;
import static de.hypersoft.esolutions.sync.menufile.Files.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.testing.Refusals;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restaurant's own table becomes the catalogue that a till would send. */
class TableMenuTest {

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void the_template_is_a_menu_that_is_sold_as_it_is(String reader) {
        byte[] template = MenuExport.template(MenuFileKind.CSV, reader);

        ReadMenu read = table(template, null);

        assertThat(MenuFiles.kind(template)).isEqualTo(MenuFileKind.CSV);
        assertThat(MenuFiles.guess(MenuFiles.table(MenuFileKind.CSV, template))).doesNotContain(Optional.empty());
        assertThat(read.faults()).isEmpty();
        assertThat(checked(read).refused()).isEmpty();
        assertThat(read.document().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("101", "102", "201", "301", "302");
        CatalogDocument.Article pizza = article(read, "101");
        assertThat(pizza.prices()).containsExactly(Map.entry("DELIVERY", "10.90"));
        assertThat(pizza.vatClass()).isEqualTo("vat-7.00");
        assertThat(pizza.marks()).containsExactly("VEGETARIAN");
        assertThat(article(read, "301").allergens()).as("declared to have none").hasSize(1);
        assertThat(article(read, "301").additives()).containsExactly("CAFFEINE");
        assertThat(article(read, "302").minimumAge()).isEqualTo(16);
        assertThat(article(read, "201").windows()).hasSize(1);
        assertThat(read.document().deposits())
                .extracting(CatalogDocument.Deposit::amount)
                .containsExactly("0.25");
        CatalogDocument.OptionGroup size = group(read, pizza.optionGroups().get(0));
        assertThat(size.min()).isEqualTo(1);
        assertThat(size.max()).isEqualTo(1);
        assertThat(size.options().get(1).price()).isEqualTo("3.00");
        assertThat(group(read, size.options().get(1).optionGroups().get(0)).max())
                .isEqualTo(4);
    }

    @Test
    void a_table_of_windows_with_its_separator_and_words_is_read_with_each_letter() {
        byte[] csv = "Gericht;Preis in €;Warengruppe\r\nKäsespätzle;9,50 €;Süßes & Mehl\r\n"
                .getBytes(Charset.forName("windows-1252"));

        ReadMenu read = table(csv, null);

        assertThat(article(read, "kasespatzle").name()).containsExactly(Map.entry("de", "Käsespätzle"));
        assertThat(read.document().categories().get(0).name()).containsValue("Süßes & Mehl");
        assertThat(checked(read).refused()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_named_by_row_and_column_and_its_row_is_left_out() {
        ReadMenu read =
                table("Name,Preis,MwSt,Inhalt\nSuppe,4.50,7,\nSalat,viel,7,\n,3.00,7,\nBrot,,,\nCola,2.50,hoch,groß\n");

        assertThat(read.document().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("suppe");
        assertThat(read.faults())
                .extracting(ReadMenu.Fault::row, ReadMenu.Fault::column, ReadMenu.Fault::code, ReadMenu.Fault::said)
                .containsExactly(
                        tuple(3L, "Preis", "price", "viel"),
                        tuple(4L, "Name", "name-missing", ""),
                        tuple(5L, "Preis", "price-missing", ""),
                        tuple(6L, "MwSt", "rates", "hoch"),
                        tuple(6L, "Inhalt", "content", "groß"));
    }

    @Test
    void a_formula_is_never_run_and_its_error_is_told() {
        ReadMenu read = table("Name,Preis,Beschreibung\n=1+1,2.00,'=2*3\nSuppe,#REF!,\nBrot,=A1,\n");

        assertThat(read.document().articles()).hasSize(1);
        assertThat(read.document().articles().get(0).name()).containsValue("=1+1");
        assertThat(read.document().articles().get(0).description()).containsValue("=2*3");
        assertThat(read.faults())
                .extracting(ReadMenu.Fault::row, ReadMenu.Fault::code)
                .contains(tuple(3L, "formula"), tuple(4L, "price"));
    }

    @Test
    void a_category_that_is_written_once_holds_for_the_dishes_below_it() {
        ReadMenu read = table("Kategorie,Name,Preis\nPizza,A,1\n,B,2\nGetränke,C,3\n,D,4\n");

        assertThat(read.document().articles())
                .extracting(CatalogDocument.Article::category, CatalogDocument.Article::vatClass)
                .containsExactly(
                        tuple("pizza", "vat-7.00"),
                        tuple("pizza", "vat-7.00"),
                        tuple("getranke", "vat-19.00"),
                        tuple("getranke", "vat-19.00"));
    }

    @Test
    void a_table_without_categories_is_one_page() {
        assertThat(table("Name,Preis\nA,1\n").document().categories())
                .extracting(CatalogDocument.Category::name)
                .containsExactly(Map.of("de", "Speisekarte"));
    }

    @Test
    void two_dishes_of_one_name_are_two_and_every_script_has_ids() {
        ReadMenu read = table("Name,Preis\nPizza,8\nPizza,10\n宫保鸡丁,12\nبيتزا,9\n");

        assertThat(checked(read).refused()).isEmpty();
        assertThat(read.document().articles())
                .extracting(CatalogDocument.Article::id)
                .startsWith("pizza", "pizza-2")
                .doesNotHaveDuplicates();
        assertThat(table("Name,Preis\nPizza,8\nPizza,10\n宫保鸡丁,12\nبيتزا,9\n").document())
                .as("the same file says the same")
                .isEqualTo(read.document());
    }

    @Test
    void one_dish_in_two_categories_is_taken() {
        ReadMenu read = table("Nr,Kategorie,Name,Preis\n7,Pizza,Nutella,8\n7,Dessert,Nutella,8\n");

        assertThat(checked(read).refused()).isEmpty();
    }

    @Test
    void any_number_of_few_options_and_groups_that_ask_again_are_taken() {
        ReadMenu read = table(
                "Name,Preis,Optionen,Optionsgruppe,Anzahl\nPasta,8,Soße | Extras,,\nrot,0,Extras,Soße,1\nweiß,0,,Soße,\n"
                        + "Käse,1,,Extras,0-20\nOliven,1,,Extras,\n");

        assertThat(checked(read).refused()).isEmpty();
        assertThat(group(read, "Extras").max()).isEqualTo(20);
        assertThat(article(read, "pasta").optionGroups()).containsExactly("sosse", "Extras");
        assertThat(group(read, "sosse").options().get(0).optionGroups()).containsExactly("Extras");
    }

    @Test
    void without_a_column_for_name_or_price_nothing_is_read() {
        assertThat(Refusals.code(() -> table("Gericht,Zeichen\nA,1\n"))).isEqualTo("menu-column-missing");
        assertThat(Refusals.code(() -> table("Zeichen,Preis\nA,1\n"))).isEqualTo("menu-column-missing");
    }

    @Test
    void a_wrong_mapping_leaves_all_rows_out_and_names_them() {
        byte[] csv = "Name,Preis\nSuppe,4.50\nSalat,6.50\n".getBytes(StandardCharsets.UTF_8);

        ReadMenu read = MenuFiles.read(
                MenuFileKind.CSV, csv, List.of(Meaning.of("PRICE"), Meaning.of("NAME")), Files.terms(null));

        assertThat(read.document().articles()).isEmpty();
        assertThat(read.faults()).extracting(ReadMenu.Fault::row).containsExactly(2L, 3L);
    }

    @Test
    void pictures_are_counted_and_not_fetched() {
        assertThat(table("Name,Preis,Bild\nA,1,http://127.0.0.1:1/a.jpg\nB,1,\n")
                        .leftOut())
                .containsExactly(Map.entry("PICTURE", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void the_menu_of_the_worked_example_written_as_a_table_is_read_back_as_it_was(String reader) throws IOException {
        CatalogDocument menu =
                Catalogues.document(java.nio.file.Files.readString(Path.of("../docs/files/catalog.json")));
        byte[] csv = MenuExport.of(MenuFileKind.CSV, menu, "de", reader, Files.TODAY);

        ReadMenu read = table(csv, menu);

        assertThat(read.faults()).isEmpty();
        assertThat(read.document().optionGroups()).isEqualTo(menu.optionGroups());
        assertThat(read.document().vatClasses()).containsExactlyInAnyOrderElementsOf(menu.vatClasses());
        assertThat(read.document().deposits()).isEqualTo(menu.deposits());
        assertThat(read.document().categories())
                .extracting(CatalogDocument.Category::name)
                .isEqualTo(menu.categories().stream()
                        .map(CatalogDocument.Category::name)
                        .toList());
        assertThat(read.document().articles())
                .usingRecursiveComparison()
                .ignoringFields("sort", "allergens")
                .isEqualTo(menu.articles());
        assertThat(checked(read).refused()).isEmpty();
        assertThat(checked(read).accepted().articles())
                .extracting(CatalogDocument.Article::allergens)
                .contains(List.of(), List.of("MILK"), List.of("GLUTEN", "MILK"));
    }
}
