package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.kernel.text.Utf8;
import de.hypersoft.esolutions.sync.platform.SchemaOrgMenu;
import de.hypersoft.esolutions.sync.platform.SquareMenu;
import de.hypersoft.esolutions.sync.platform.UberEatsMenu;
import de.hypersoft.esolutions.sync.spreadsheet.CsvTable;
import de.hypersoft.esolutions.sync.spreadsheet.Table;
import de.hypersoft.esolutions.sync.spreadsheet.XlsxTable;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which format a file has, and what it says. Pure: nothing is fetched, nothing is run, the same bytes say the same. */
public final class MenuFiles {

    /** Of any file. */
    public static final int MAX_BYTES = 7 * 1024 * 1024;

    private static final JsonProvider JSON = JsonProvider.provider();

    private MenuFiles() {}

    /**
     * By its content, whatever it is called.
     *
     * @throws Invalid {@code menu-file-foreign} with {@code is}: {@code empty}, {@code pdf}, {@code picture},
     *     {@code xls}, {@code zip}, {@code html}, {@code json} or {@code binary}; {@code menu-file-too-large}
     */
    public static MenuFileKind kind(byte[] content) {
        if (content.length > MAX_BYTES)
            throw new Invalid(
                    "menu-file-too-large",
                    "a file has " + MAX_BYTES + " bytes at most",
                    "file",
                    Map.of("megabytes", 7));
        String head = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004")) {
            if (new String(content, StandardCharsets.ISO_8859_1).contains("xl/workbook.xml")) return MenuFileKind.XLSX;
            throw foreign("zip");
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) throw foreign("xls");
        if (head.startsWith("%PDF")) throw foreign("pdf");
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("GIF8"))
            throw foreign("picture");
        boolean wide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
        if (!wide && head.indexOf('\u0000') >= 0) throw foreign("binary");
        String text = head.replaceFirst("^\u00EF\u00BB\u00BF", "").strip();
        if (text.isEmpty()) throw foreign("empty");
        if (text.startsWith("<")) throw foreign("html");
        return text.startsWith("{") || text.startsWith("[") ? json(object(content)) : MenuFileKind.CSV;
    }

    /**
     * Of a file that is a table.
     *
     * @throws Invalid {@code menu-table-broken}, {@code menu-table-too-large}, {@code menu-table-empty}
     */
    public static Table table(MenuFileKind kind, byte[] content) {
        return kind == MenuFileKind.XLSX ? XlsxTable.read(content) : CsvTable.read(content);
    }

    /** What its columns most likely mean; empty for one that nobody reads. */
    public static List<Optional<Meaning>> guess(Table table) {
        return Words.guess(table.head());
    }

    /** Whether a category of this name most likely holds drinks. */
    public static boolean namesDrinks(String category) {
        return Words.namesDrinks(category);
    }

    /**
     * @param meanings of the columns of a table; of no account for other files
     * @throws Invalid {@code menu-column-missing} and what {@link #table} and {@link #kind} throw
     */
    public static ReadMenu read(MenuFileKind kind, byte[] content, List<Optional<Meaning>> meanings, MenuTerms terms) {
        return switch (kind) {
            case CSV, XLSX -> TableMenu.read(table(kind, content), meanings, terms);
            case CATALOGUE -> catalogue(content, terms);
            case UBER_EATS -> UberEatsMenu.read(object(content), terms);
            case SQUARE -> SquareMenu.read(object(content), terms);
            case SCHEMA_ORG -> SchemaOrgMenu.read(object(content), terms);
        };
    }

    private static ReadMenu catalogue(byte[] content, MenuTerms terms) {
        CatalogDocument sent =
                CatalogText.read(new StringReader(Utf8.text(content, "file"))).document();
        CatalogDocument named = new CatalogDocument(
                terms.version(),
                null,
                sent.currency(),
                sent.vatClasses(),
                sent.categories(),
                sent.deposits(),
                sent.optionGroups(),
                sent.articles(),
                CatalogDocument.Removed.NOTHING);
        return new ReadMenu(named, Map.of(), List.of(), Map.of());
    }

    private static MenuFileKind json(JsonObject json) {
        if (json.containsKey("items") && json.containsKey("categories")) return MenuFileKind.UBER_EATS;
        if (json.containsKey("objects")) return MenuFileKind.SQUARE;
        if (json.containsKey("articles") && json.containsKey("vatClasses")) return MenuFileKind.CATALOGUE;
        if (json.containsKey("@type") || json.containsKey("@graph")) return MenuFileKind.SCHEMA_ORG;
        throw foreign("json");
    }

    /** A list is taken for the graph of a JSON-LD. */
    private static JsonObject object(byte[] content) {
        String text = Utf8.text(content, "file");
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            Json.checkWhole(text);
            JsonStructure read = reader.read();
            return read instanceof JsonArray list
                    ? JSON.createObjectBuilder().add("@graph", list).build()
                    : read.asJsonObject();
        } catch (JsonbException | JsonException | UnsupportedOperationException e) {
            throw new Invalid("menu-file-foreign", "this is no JSON: " + e.getMessage(), "file", Map.of("is", "json"));
        }
    }

    private static Invalid foreign(String is) {
        return new Invalid("menu-file-foreign", "this is no menu but " + is, "file", Map.of("is", is));
    }
}
