package de.hypersoft.esolutions.sync.menufile;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.sync.spreadsheet.Table;
import de.hypersoft.esolutions.sync.spreadsheet.XlsxTable;
import de.hypersoft.esolutions.sync.spreadsheet.XlsxText;
import de.hypersoft.esolutions.testing.Refusals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as spreadsheets write them, and as nobody should. */
class XlsxTableTest {

    private static final String SHEET = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="3"/>
            <row r="5"><c r="A5" t="inlineStr"><is><t>Suppe</t></is></c><c r="C5"><v>9.9000000000000004</v></c></row>
            <row r="6"><c r="A6" t="str"><f>1+1</f><v>Salat</v></c><c r="C6"><f>A1*2</f><v>12.5</v></c></row>
            <row r="7"><c r="A7" t="s"><v>2</v></c><c r="C7" t="e"><f>B1/0</f><v>#DIV/0!</v></c></row>
            <row r="8"><c r="A8" t="inlineStr"><is><t>Brot</t></is></c><c r="C8"><f>NOW()</f></c></row>
            </sheetData></worksheet>""";

    private static final String STRINGS = """
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Name</t></si><si><t>Preis</t></si>
            <si><r><t>Wein</t></r><r><rPr><b/></rPr><t xml:space="preserve"> rot</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si></sst>""";

    @Test
    void texts_numbers_and_stored_values_of_formulas_are_read_with_their_rows() {
        Table table = XlsxTable.read(workbook(SHEET));

        assertThat(table.head()).containsExactly("Name", "", "Preis");
        assertThat(table.rows())
                .containsExactly(
                        new Table.Row(5, List.of("Suppe", "", "9.9")),
                        new Table.Row(6, List.of("Salat", "", "12.5")),
                        new Table.Row(7, List.of("Wein rot", "", "#DIV/0!")),
                        new Table.Row(8, List.of("Brot", "", "#N/A")));
    }

    @Test
    void an_error_of_a_formula_and_one_without_a_value_are_told_by_row() {
        byte[] workbook = workbook(SHEET);

        ReadMenu read = MenuFiles.read(
                MenuFiles.kind(workbook),
                workbook,
                List.of(Meaning.of("NAME"), Optional.empty(), Meaning.of("PRICE")),
                Files.terms(null));

        assertThat(read.document().articles())
                .extracting(CatalogDocument.Article::price)
                .containsExactly("9.90", "12.50");
        assertThat(read.faults()).extracting(ReadMenu.Fault::row).contains(7L, 8L);
        assertThat(read.faults()).extracting(ReadMenu.Fault::code).contains("formula");
    }

    @Test
    void a_bomb_is_not_unpacked() {
        byte[] bomb = zip(Map.of("xl/workbook.xml", "<a/>", "xl/media/big.bin", "0".repeat(41 * 1024 * 1024)));

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(MenuFiles.kind(bomb)).isEqualTo(MenuFileKind.XLSX);
        assertThat(Refusals.code(() -> XlsxTable.read(bomb))).isEqualTo("menu-table-too-large");
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i <= 1_000; i++) many.put("xl/" + i, "");
        assertThat(Refusals.code(() -> XlsxTable.read(zip(many)))).isEqualTo("menu-table-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet><sheetData><row r=\"1\"",
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\">"
                        + "<v>&x;</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"x\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"
            })
    void what_is_no_sheet_is_refused_and_no_file_of_the_server_is_read(String sheet) {
        assertThat(Refusals.code(() -> XlsxTable.read(workbook(sheet)))).isEqualTo("menu-table-broken");
    }

    @Test
    void a_workbook_without_its_parts_or_rows_is_refused() {
        assertThat(Refusals.code(() -> XlsxTable.read(zip(Map.of("xl/workbook.xml", "<workbook/>")))))
                .isEqualTo("menu-table-broken");
        assertThat(Refusals.code(() -> XlsxTable.read(workbook("<worksheet><sheetData/></worksheet>"))))
                .isEqualTo("menu-table-empty");
        assertThat(Refusals.code(
                        () -> XlsxTable.read(workbook("<worksheet><sheetData><row r=\"1\"><c r=\"ZZ1\"><v>1</v></c>"
                                + "</row></sheetData></worksheet>"))))
                .isEqualTo("menu-table-too-large");
    }

    @Test
    void a_number_without_measure_is_left_as_it_is_written() {
        Table table = XlsxTable.read(workbook("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1E999999</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>1E3</v></c></row></sheetData></worksheet>"));

        assertThat(table.head()).containsExactly("1E999999");
        assertThat(table.rows().get(0).cells()).containsExactly("1000");
    }

    @Test
    void what_is_written_is_read_back_with_each_letter_and_prices_as_numbers() {
        List<String> letters = List.of("=1+1", "<b>&\"", "9,90", "🍕 שלום", "zwei\nZeilen");

        Table table = XlsxTable.read(XlsxText.of(List.of(List.of("a", "b", "c", "d", "e"), letters), Set.of(2)));

        assertThat(table.rows().get(0).cells()).containsExactly("=1+1", "<b>&\"", "9.9", "🍕 שלום", "zwei\nZeilen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void template_and_export_are_the_same_menus_as_in_the_other_table(String reader) throws IOException {
        CatalogDocument menu =
                Catalogues.document(java.nio.file.Files.readString(Path.of("../docs/files/catalog.json")));

        assertThat(document(MenuExport.template(MenuFileKind.XLSX, reader), null))
                .isEqualTo(document(MenuExport.template(MenuFileKind.CSV, reader), null));
        assertThat(document(MenuExport.of(MenuFileKind.XLSX, menu, "de", reader, Files.TODAY), menu))
                .isEqualTo(document(MenuExport.of(MenuFileKind.CSV, menu, "de", reader, Files.TODAY), menu));
    }

    private static CatalogDocument document(byte[] content, @Nullable CatalogDocument known) {
        MenuFileKind kind = MenuFiles.kind(content);
        ReadMenu read =
                MenuFiles.read(kind, content, MenuFiles.guess(MenuFiles.table(kind, content)), Files.terms(known));
        assertThat(read.faults()).isEmpty();
        return read.document();
    }

    private static byte[] workbook(String sheet) {
        return zip(Map.of(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"x\" state=\"hidden\" r:id=\"r1\"/>"
                        + "<sheet name=\"y\" r:id=\"r2\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/none.xml\"/>"
                        + "<Relationship Id=\"r2\" Target=\"/xl/worksheets/sheet7.xml\"/></Relationships>",
                "xl/sharedStrings.xml",
                STRINGS,
                "xl/worksheets/sheet7.xml",
                sheet));
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
