package de.hypersoft.esolutions.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class XlsxTableTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void texts_stay_texts_and_numbers_numbers_and_nothing_is_a_formula() throws Exception {
        Path file = folder.resolve("report.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Table table = new XlsxTable(out)) {
            table.row(List.of("Gericht", "Umsatz"));
            table.row(List.of("=HYPERLINK(\"http://böse.example\")", new BigDecimal("-12.50")));
            table.row(List.of("<b>& \"Öl\" 🍕", new BigDecimal("3")));
        }

        Map<String, String> files = files(file);

        assertThat(files.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(cells(sheet(files, "sheet1")))
                .containsExactly(
                        "inlineStr Gericht",
                        "inlineStr Umsatz",
                        "inlineStr =HYPERLINK(\"http://böse.example\")",
                        "n -12.50",
                        "inlineStr <b>& \"Öl\" 🍕",
                        "n 3");
    }

    private static String sheet(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get("xl/worksheets/" + name + ".xml"), name);
    }

    @Test
    void where_a_sheet_is_full_a_further_one_begins_with_the_head() throws Exception {
        Path file = folder.resolve("report.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Table table = new XlsxTable(out, 3)) {
            table.row(List.of("Nummer"));
            for (int i = 1; i <= 5; i++) table.row(List.of("n" + i));
        }

        Map<String, String> files = files(file);

        assertThat(cells(sheet(files, "sheet2"))).containsExactly("inlineStr Nummer", "inlineStr n3", "inlineStr n4");
        assertThat(cells(sheet(files, "sheet3"))).containsExactly("inlineStr Nummer", "inlineStr n5");
    }

    @Test
    void rows_are_on_their_way_before_the_last_one_is_written() throws IOException {
        long[] sent = {0};
        OutputStream away = new OutputStream() {
            @Override
            public void write(int one) {
                sent[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                sent[0] += length;
            }
        };
        List<Long> meanwhile = new ArrayList<>();
        try (Table table = new XlsxTable(away)) {
            for (int i = 0; i < 40_000; i++) {
                table.row(List.of("2026-" + i, new BigDecimal(i), "Pizza " + i * 31L));
                if (i % 10_000 == 9_999) meanwhile.add(sent[0]);
            }
        }

        assertThat(meanwhile).isSorted().doesNotHaveDuplicates().first().satisfies(first -> assertThat(first)
                .isGreaterThan(50_000));
    }

    private static Map<String, String> files(Path workbook) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries()))
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    /** Kind and content of each, in their order. */
    private static List<String> cells(String sheet) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("c");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element cell = (Element) found.item(i);
            String kind = cell.getAttribute("t");
            cells.add((kind.isEmpty() ? "n" : kind) + " " + cell.getTextContent());
        }
        return cells;
    }
}
