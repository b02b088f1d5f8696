package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Whether recipes end: takes away, layer by layer, what contains nothing unsolved; what remains runs in a circle. */
final class Recipes {

    static final int DEEPEST = 16;

    private final Map<String, Article> articles;
    private final Map<String, Integer> unsolved = new HashMap<>();
    private final Map<String, Integer> depth = new HashMap<>();
    private final Map<String, List<String>> containedIn = new HashMap<>();

    Recipes(Map<String, Article> articles) {
        this.articles = articles;
        for (Article article : articles.values()) {
            HashSet<String> parts = new HashSet<>(article.components());
            parts.retainAll(articles.keySet());
            unsolved.put(article.id(), parts.size());
            depth.put(article.id(), 0);
            for (String part : parts)
                containedIn.computeIfAbsent(part, p -> new ArrayList<>()).add(article.id());
        }
    }

    void check(CatalogErrors faults) {
        Deque<String> solved = new ArrayDeque<>();
        unsolved.forEach((id, parts) -> {
            if (parts == 0) solved.add(id);
        });
        while (!solved.isEmpty()) {
            String part = solved.remove();
            unsolved.remove(part);
            for (String whole : containedIn.getOrDefault(part, List.of())) {
                depth.merge(whole, 1 + depth.getOrDefault(part, 0), Math::max);
                if (unsolved.merge(whole, -1, Integer::sum) == 0) solved.add(whole);
            }
        }
        for (String id : articles.keySet()) {
            if (unsolved.containsKey(id))
                faults.add(
                        "article", id, "component-cycle", "the recipe contains itself, directly or through its parts");
            else if (depth.getOrDefault(id, 0) > DEEPEST)
                faults.add("article", id, "recipe-too-deep", "the recipe is nested deeper than " + DEEPEST);
        }
    }
}
