package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.sync.Checked;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads small files as a German restaurant would have them read. */
final class Files {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Files() {}

    static MenuTerms terms(@Nullable CatalogDocument known) {
        return new MenuTerms(
                "v1",
                Currency.getInstance("EUR"),
                "de",
                TODAY,
                new MenuTerms.Rates("7.00", "7.00"),
                new MenuTerms.Rates("19.00", "19.00"),
                Set.of("Getränke", "Drinks"),
                known);
    }

    /** With the meaning of its columns as it is guessed. */
    static ReadMenu table(String csv) {
        return table(csv.getBytes(StandardCharsets.UTF_8), null);
    }

    static ReadMenu table(byte[] csv, @Nullable CatalogDocument known) {
        return MenuFiles.read(
                MenuFileKind.CSV, csv, MenuFiles.guess(MenuFiles.table(MenuFileKind.CSV, csv)), terms(known));
    }

    static ReadMenu json(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        return MenuFiles.read(MenuFiles.kind(content), content, List.of(), terms(null));
    }

    /** As a load of a till would be. */
    static Checked checked(ReadMenu read) {
        return Checked.of(Json.write(read.document()));
    }

    static Article article(ReadMenu read, String id) {
        return read.document().articles().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static CatalogDocument.OptionGroup group(ReadMenu read, String id) {
        return read.document().optionGroups().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
