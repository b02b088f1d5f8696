package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say.
 *
 * @param version the catalogue's name
 * @param language of words for which the file names none, ISO 639-1
 * @param today whose rates count
 * @param food and drinks in percent, for dishes without rates
 * @param drinkCategories names of categories whose dishes are taxed as drinks
 * @param known what the location received last, so that things keep their ids; or null
 */
public record MenuTerms(
        String version,
        Currency currency,
        String language,
        LocalDate today,
        Rates food,
        Rates drinks,
        Set<String> drinkCategories,
        @Nullable CatalogDocument known) {

    /** In percent, with two decimals: {@code 7.00}. */
    public record Rates(String onSite, String takeAway) {}
}
