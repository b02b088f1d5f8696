package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.sync.spreadsheet.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Menus as files for other programs and for people. */
public final class MenuExport {

    private MenuExport() {}

    /**
     * In a format that is read back as it was written, as far as the format can say it.
     *
     * @param language of the columns that name none: the shop's
     * @param reader whose language the heads of a table are in: {@code de} or any other for English
     * @param today whose rates are written where a format has one for each dish
     */
    public static byte[] of(MenuFileKind kind, CatalogDocument menu, String language, String reader, LocalDate today) {
        return switch (kind) {
            case CSV -> TableExport.csv(menu, language, reader, today);
            case XLSX -> TableExport.xlsx(menu, language, reader, today);
            case CATALOGUE -> Json.write(menu).getBytes(StandardCharsets.UTF_8);
            case UBER_EATS, SQUARE, SCHEMA_ORG -> throw new IllegalArgumentException("not written: " + kind);
        };
    }

    /** A small menu as a table, to be written over. */
    public static byte[] template(MenuFileKind kind, String reader) {
        byte[] csv = csvTemplate(reader);
        return kind == MenuFileKind.XLSX ? TableExport.xlsx(CsvTable.read(csv)) : csv;
    }

    private static byte[] csvTemplate(String reader) {
        String name = reader.equals("de") ? "template_de.csv" : "template_en.csv";
        try (InputStream in = MenuExport.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
