package de.hypersoft.esolutions.sync.spreadsheet;

import de.hypersoft.esolutions.kernel.Invalid;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads comma separated values, whatever the program that wrote them separates by and in whichever of three encodings. */
public final class CsvTable {

    private static final String SEPARATORS = ";,\t|";

    private CsvTable() {}

    /** @throws Invalid {@code menu-table-broken}, {@code menu-table-too-large}, {@code menu-table-empty} */
    public static Table read(byte[] content) {
        String text = text(content);
        List<Table.Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) add(rows, line);
        } catch (CsvParseException broken) {
            throw new Invalid("menu-table-broken", "this is no table: " + broken.getMessage(), "file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.size() < 2) throw new Invalid("menu-table-empty", "a table has a head and at least one row", "file");
        return new Table(rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size())));
    }

    private static void add(List<Table.Row> rows, CsvRecord line) {
        if (line.getFields().stream().allMatch(String::isBlank)) return;
        boolean large = rows.size() > Table.MOST_ROWS
                || line.getFieldCount() > Table.MOST_COLUMNS
                || line.getFields().stream().anyMatch(cell -> cell.length() > Table.LONGEST_CELL);
        if (large)
            throw new Invalid(
                    "menu-table-too-large",
                    "a table has " + Table.MOST_ROWS + " rows and " + Table.MOST_COLUMNS + " columns at most",
                    "file",
                    Map.of("row", line.getStartingLineNumber()));
        rows.add(new Table.Row(line.getStartingLineNumber(), List.copyOf(line.getFields())));
    }

    /** What stands most often in the head, outside of quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (!quoted && (c == '\n' || c == '\r') && i > 0) break;
            else if (!quoted && SEPARATORS.indexOf(c) >= 0) counts[SEPARATORS.indexOf(c)]++;
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) if (counts[i] > counts[most]) most = i;
        return SEPARATORS.charAt(most);
    }

    /** Spreadsheets save CSV in the encoding of their machine; what is no UTF-8 is Windows-1252. */
    private static String text(byte[] content) {
        if (content.length > 1 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE)
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        if (content.length > 1 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF)
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }
}
