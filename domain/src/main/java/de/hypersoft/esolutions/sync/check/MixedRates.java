package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.math.BigDecimal;
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
 * Warns of menus whose whole price takes one VAT rate although a part of them is of another: an option at 0.00 brings no
 * price of its own to tax (T11). The article stays; a person decides.
 */
public final class MixedRates {

    public static final String CODE = "mixed-vat-at-no-price";

    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, OptionGroup> groups = new HashMap<>();

    private MixedRates(CatalogDocument accepted) {
        accepted.articles().forEach(a -> articles.put(a.id(), a));
        accepted.optionGroups().forEach(g -> groups.put(g.id(), g));
    }

    /** @param accepted a checked catalogue; at most one finding for each article */
    public static List<CatalogFinding> of(CatalogDocument accepted) {
        MixedRates rates = new MixedRates(accepted);
        List<CatalogFinding> warnings = new ArrayList<>();
        for (Article article : accepted.articles()) {
            CatalogFinding warning = article.sellable() ? rates.warning(article) : null;
            if (warning != null) warnings.add(warning);
        }
        return warnings;
    }

    private @Nullable CatalogFinding warning(Article article) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(article.optionGroups());
        while (!open.isEmpty()) {
            OptionGroup group = groups.get(open.remove());
            if (group == null || !seen.add(group.id())) continue;
            for (CatalogDocument.Option option : group.options()) {
                Article part = option.articleId() == null ? null : articles.get(option.articleId());
                if (part != null && free(option) && !part.vatClass().equals(article.vatClass()))
                    return CatalogFinding.of(
                            "article",
                            article.id(),
                            CODE,
                            "option " + option.id() + " of group " + group.id() + " is 0.00 and stands for "
                                    + part.id() + " of VAT class " + part.vatClass() + "; the whole price is taxed as "
                                    + article.vatClass() + ". Give the option its part of the price (T11)");
                open.addAll(option.optionGroups());
            }
        }
        return null;
    }

    private static boolean free(CatalogDocument.Option option) {
        return new BigDecimal(option.price().strip()).signum() == 0;
    }
}
