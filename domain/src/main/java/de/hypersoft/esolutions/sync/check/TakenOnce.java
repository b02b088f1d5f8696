package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Dishes that a till writes down once for each category they stand in, under one id. Such a dish is taken once, in its
 * first category; entries of one id that differ in more than their place on the menu stay, and are refused.
 */
final class TakenOnce {

    static final String CODE = "taken-once";

    /** A person mends the export by the first few. */
    private static final int MOST_NAMED = 50;

    private TakenOnce() {}

    static CatalogDocument of(CatalogDocument sent) {
        Set<String> once = again(sent).keySet();
        if (once.isEmpty()) return sent;
        Set<String> seen = new HashSet<>();
        List<Article> articles = new ArrayList<>();
        for (Article article : sent.articles())
            if (!once.contains(article.id()) || seen.add(article.id())) articles.add(article);
        return new CatalogDocument(
                sent.version(),
                sent.baseVersion(),
                sent.currency(),
                sent.vatClasses(),
                sent.categories(),
                sent.deposits(),
                sent.optionGroups(),
                articles,
                sent.removed());
    }

    /** @param refused what was not taken at all is told of there */
    static List<CatalogFinding> notes(CatalogDocument sent, List<CatalogFinding> refused) {
        Set<String> gone = refused.stream().map(CatalogFinding::key).collect(Collectors.toSet());
        return again(sent).values().stream()
                .filter(entries -> !gone.contains(
                        CatalogFinding.key("article", entries.get(0).id())))
                .limit(MOST_NAMED)
                .map(TakenOnce::note)
                .toList();
    }

    private static CatalogFinding note(List<Article> entries) {
        String categories = entries.stream()
                .map(entry -> Objects.requireNonNullElse(entry.category(), "-"))
                .distinct()
                .collect(Collectors.joining(", "));
        Article first = entries.get(0);
        return CatalogFinding.of(
                        "article",
                        first.id(),
                        CODE,
                        "is there " + entries.size() + " times (category " + categories
                                + ") and was taken once, in the first; give each entry an id of its own")
                .named(new LocalizedText(first.name()).in("de"));
    }

    private static Map<String, List<Article>> again(CatalogDocument sent) {
        Map<String, List<Article>> entries = new LinkedHashMap<>();
        for (Article article : sent.articles())
            entries.computeIfAbsent(article.id(), id -> new ArrayList<>(1)).add(article);
        entries.values().removeIf(all -> all.size() == 1 || !all.stream().allMatch(all.get(0)::sameDish));
        return entries;
    }
}
