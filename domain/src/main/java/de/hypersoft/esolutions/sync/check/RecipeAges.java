package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of dishes in whose recipe something has a higher minimum age than the dish: guests are asked for the age of the
 * dish alone (L24). A cocktail needs it and a stew with a spoonful of wine does not, so the dish stays and a person decides.
 */
public final class RecipeAges {

    static final String CODE = "younger-than-its-recipe";

    private final Map<String, Article> articles = new HashMap<>();

    private RecipeAges(CatalogDocument accepted) {
        accepted.articles().forEach(a -> articles.put(a.id(), a));
    }

    /** @param accepted a checked catalogue; at most one finding for each article that is sold */
    public static List<CatalogFinding> of(CatalogDocument accepted) {
        RecipeAges ages = new RecipeAges(accepted);
        List<CatalogFinding> warnings = new ArrayList<>();
        for (Article article : accepted.articles()) {
            CatalogFinding warning = article.sellable() ? ages.warning(article) : null;
            if (warning != null) warnings.add(warning);
        }
        return warnings;
    }

    private @Nullable CatalogFinding warning(Article article) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(article.components());
        while (!open.isEmpty()) {
            Article part = articles.get(open.remove());
            if (part == null || !seen.add(part.id())) continue;
            if (part.minimumAge() > article.minimumAge())
                return CatalogFinding.of(
                        "article",
                        article.id(),
                        CODE,
                        "its recipe holds " + part.id() + ", which is for persons of " + part.minimumAge()
                                + " and over, and the dish itself says " + article.minimumAge()
                                + ". Give the dish that minimumAge if it is not to be sold to younger ones (L24)");
            open.addAll(part.components());
        }
        return null;
    }
}
