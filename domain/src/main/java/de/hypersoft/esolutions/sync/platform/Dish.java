package de.hypersoft.esolutions.sync.platform;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article while a foreign file is read; what the file does not say stays as it is here. */
final class Dish {

    final String id;
    final Map<String, String> name;
    Map<String, String> description = Map.of();
    String price = "0.00";
    String vatClass = "";
    final List<String> optionGroups = new ArrayList<>();

    @Nullable
    List<String> allergens;

    @Nullable
    String deposit;

    int minimumAge;
    final List<CatalogDocument.Window> windows = new ArrayList<>();
    final List<String> marks = new ArrayList<>();
    final Map<String, String> prices = new LinkedHashMap<>();

    Dish(String id, Map<String, String> name) {
        this.id = id;
        this.name = name;
    }

    CatalogDocument.Article in(String category, int sort) {
        return new CatalogDocument.Article(
                id,
                category,
                name,
                description,
                price,
                prices,
                vatClass,
                List.copyOf(optionGroups),
                List.of(),
                allergens,
                List.of(),
                deposit,
                minimumAge,
                null,
                sort,
                null,
                true,
                List.copyOf(windows),
                List.copyOf(marks));
    }

    /** Of the smallest unit of the currency, as Uber Eats and Square count. */
    static String ofMinor(BigDecimal amount, int digits) {
        return amount.movePointLeft(digits)
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
