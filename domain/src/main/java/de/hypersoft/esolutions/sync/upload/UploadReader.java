package de.hypersoft.esolutions.sync.upload;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.sync.menufile.Meaning;
import de.hypersoft.esolutions.sync.menufile.MenuFileKind;
import de.hypersoft.esolutions.sync.menufile.MenuFiles;
import de.hypersoft.esolutions.sync.menufile.MenuTerms;
import de.hypersoft.esolutions.sync.menufile.ReadMenu;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file with what only the location knows: its language, its currency, the ids of what it sells already. */
@ApplicationScoped
class UploadReader {

    /** Rows that a report names one by one. */
    private static final int MOST_NAMED = 200;

    private final Tenants tenants;
    private final MenuVersions versions;
    private final Clock clock;

    @Inject
    UploadReader(Tenants tenants, MenuVersions versions, Clock clock) {
        this.tenants = tenants;
        this.versions = versions;
        this.clock = clock;
    }

    /** What a person is asked to look at first. */
    Reading guessed(Location location, MenuFileKind kind, byte[] content) {
        List<String> columns = !kind.table()
                ? List.of()
                : MenuFiles.guess(MenuFiles.table(kind, content)).stream()
                        .map(meaning -> meaning.map(Meaning::code).orElse(""))
                        .toList();
        return withDrinks(location, kind, content, Reading.of(location.country(), columns));
    }

    /** With the categories whose names speak of drinks; none while the file cannot be read so. */
    Reading withDrinks(Location location, MenuFileKind kind, byte[] content, Reading reading) {
        try {
            ReadMenu read = read(location, kind, content, reading.withDrinks(List.of()));
            return reading.withDrinks(categories(location, read.document()).stream()
                    .filter(MenuFiles::namesDrinks)
                    .toList());
        } catch (Invalid notYet) {
            return reading.withDrinks(List.of());
        }
    }

    /**
     * @throws Invalid {@code menu-column-missing}, {@code menu-rates} with the field, and what the file's format is refused
     *     for
     */
    ReadMenu read(Location location, MenuFileKind kind, byte[] content, Reading reading) {
        Tenant tenant = tenants.get(location.tenant());
        Instant now = clock.instant();
        MenuTerms terms = new MenuTerms(
                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                tenant.currency(),
                tenant.defaultLanguage(),
                now.atZone(location.zone()).toLocalDate(),
                rates(reading.foodOnSite(), "foodOnSite", reading.foodTakeAway(), "foodTakeAway"),
                rates(reading.drinksOnSite(), "drinksOnSite", reading.drinksTakeAway(), "drinksTakeAway"),
                Set.copyOf(reading.drinkCategories()),
                versions.shownDocument(location.id()).orElse(null));
        return MenuFiles.read(
                kind, content, reading.columns().stream().map(Meaning::of).toList(), terms);
    }

    private static MenuTerms.Rates rates(String onSite, String onSiteField, String takeAway, String takeAwayField) {
        return new MenuTerms.Rates(rate(onSite, onSiteField), rate(takeAway, takeAwayField));
    }

    private static String rate(String typed, String field) {
        String plain = typed.replaceAll("[\\h%]", "").replace(',', '.');
        if (!plain.matches("\\d{1,2}(\\.\\d{1,2})?"))
            throw new Invalid("menu-rates", "a rate is a percentage such as 7 or 8.1", field);
        return new BigDecimal(plain).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** Their names in the shop's language, else in the first of each; in the order of the file. */
    List<String> categories(Location location, CatalogDocument document) {
        String language = tenants.get(location.tenant()).defaultLanguage();
        return document.categories().stream()
                .map(CatalogDocument.Category::name)
                .map(names -> names.getOrDefault(
                        language, names.values().stream().findFirst().orElse("")))
                .distinct()
                .toList();
    }

    /** The load's report names the rows that could not be read, and what no menu here can hold. */
    static CatalogText.Result noting(ReadMenu read, CatalogText.Result loaded) {
        List<CatalogFinding> notes = new ArrayList<>(loaded.notes());
        read.faults().stream()
                .limit(MOST_NAMED)
                .map(fault -> CatalogFinding.of(
                                "catalogue",
                                String.valueOf(fault.row()),
                                "row-left-out",
                                fault.code() + ": " + fault.said())
                        .named(fault.column() + (fault.said().isEmpty() ? "" : ": " + fault.said())))
                .forEach(notes::add);
        for (Map.Entry<String, Integer> left : read.leftOut().entrySet())
            notes.add(CatalogFinding.of(
                            "catalogue", left.getValue() + "×", "file-left-out", left.getKey() + " is not read")
                    .named(left.getKey()));
        return new CatalogText.Result(loaded.document(), loaded.findings(), notes);
    }
}
