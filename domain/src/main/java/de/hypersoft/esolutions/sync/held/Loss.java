package de.hypersoft.esolutions.sync.held;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The dishes that guests would not find any more if a load were shown, or only at quite another price. Judged against what guests see now, so many small
 * steps weigh as much as a large one; where they see nothing yet, against what the till sent. Pure.
 *
 * @param first whether guests see nothing yet
 * @param onSale how many dishes guests can order now; for a first load, how many the till sent
 * @param dishes those, in the order of the menu
 */
public record Loss(boolean first, int onSale, List<Dish> dishes) {

    /**
     * @param name by language; empty when nothing of it could be read
     * @param why why it was refused, or null
     * @param price null for a dish that is missing; else it is there, at quite another price
     */
    public record Dish(
            String id,
            Map<String, String> name,
            @Nullable String why,
            @Nullable PriceChange price) {

        static Dish missing(String id, Map<String, String> name, @Nullable String why) {
            return new Dish(id, name, why, null);
        }
    }

    /** @param next what would be shown: {@code accepted} as a menu */
    public static Loss of(
            @Nullable Menu shown,
            CatalogDocument sent,
            CatalogDocument accepted,
            Menu next,
            List<CatalogFinding> refused) {
        Map<String, String> reasons = new HashMap<>();
        for (CatalogFinding finding : refused)
            if (finding.kind().equals("article")) reasons.putIfAbsent(finding.id(), finding.detail());
        return shown == null ? first(sent, accepted, reasons) : against(shown, next, reasons);
    }

    private static Loss against(Menu shown, Menu next, Map<String, String> reasons) {
        List<Menu.Article> dishes = shown.articles().values().stream()
                .filter(Menu.Article::sellable)
                .toList();
        List<Dish> lost = new ArrayList<>();
        for (Menu.Article dish : dishes) {
            Menu.Article after = next.articles().get(dish.id());
            Map<String, String> name = dish.name().byLanguage();
            if (after == null || !after.sellable()) lost.add(Dish.missing(dish.id(), name, reasons.get(dish.id())));
            else PriceJumps.of(dish, after).ifPresent(price -> lost.add(new Dish(dish.id(), name, null, price)));
        }
        return new Loss(false, dishes.size(), lost);
    }

    /** Ingredients that were refused take no dish by themselves; what needs them was refused, too. */
    private static Loss first(CatalogDocument sent, CatalogDocument accepted, Map<String, String> reasons) {
        Set<String> taken =
                accepted.articles().stream().map(CatalogDocument.Article::id).collect(Collectors.toSet());
        Map<String, Dish> missing = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (CatalogDocument.Article article : sent.articles()) {
            known.add(article.id());
            if (article.sellable() && !taken.contains(article.id()))
                missing.put(article.id(), Dish.missing(article.id(), article.name(), reasons.get(article.id())));
        }
        reasons.forEach((id, why) -> {
            if (!known.contains(id)) missing.put(id, Dish.missing(id, LocalizedText.NONE.byLanguage(), why));
        });
        int dishes = (int) accepted.articles().stream()
                .filter(CatalogDocument.Article::sellable)
                .count();
        return new Loss(true, dishes + missing.size(), new ArrayList<>(missing.values()));
    }

    /** Whether a person has to look before guests see it. Of a first load every missing dish counts. */
    public boolean tooMuch(LocationLimits limits) {
        if (first) return !dishes.isEmpty();
        return dishes.size() >= limits.heldAtLeast() && dishes.size() * 100L > (long) limits.heldPercent() * onSale;
    }
}
