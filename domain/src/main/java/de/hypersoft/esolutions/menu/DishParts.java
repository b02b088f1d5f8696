package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dish with some of its parts changed, and all others as they are. */
record DishParts(
        Article of,
        @Nullable String category,
        int sort,
        String price,
        Map<String, String> prices,
        List<String> groups) {

    DishParts(Article of) {
        this(of, of.category(), of.sort(), of.price(), of.prices(), of.optionGroups());
    }

    DishParts at(@Nullable String newCategory, int newSort) {
        return new DishParts(of, newCategory, newSort, price, prices, groups);
    }

    DishParts priced(String newPrice, Map<String, String> newPrices) {
        return new DishParts(of, category, sort, newPrice, newPrices, groups);
    }

    DishParts asking(List<String> newGroups) {
        return new DishParts(of, category, sort, price, prices, newGroups);
    }

    Article dish() {
        return new Article(
                of.id(),
                category,
                of.name(),
                of.description(),
                price,
                prices,
                of.vatClass(),
                groups,
                of.components(),
                of.allergens(),
                of.additives(),
                of.deposit(),
                of.minimumAge(),
                of.content(),
                sort,
                of.discountPercent(),
                of.sellable(),
                of.windows(),
                of.marks());
    }
}
