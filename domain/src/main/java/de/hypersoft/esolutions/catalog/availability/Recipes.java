package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.catalog.Menu;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in the articles of a menu, however deep. Each recipe is looked at once. Pure. */
final class Recipes {

    private static final int MOST = 1_000_000;

    private final Menu menu;
    private final Map<String, Map<String, Integer>> known = new HashMap<>();

    Recipes(Menu menu) {
        this.menu = menu;
    }

    /** The article itself and everything in its recipe, with how often. */
    Map<String, Integer> of(String articleId) {
        Map<String, Integer> recipe = known.get(articleId);
        if (recipe != null) return recipe;
        List<String> components =
                menu.article(articleId).map(Menu.Article::components).orElse(List.of());
        if (components.isEmpty()) return Map.of(articleId, 1);
        Map<String, Integer> result = new LinkedHashMap<>();
        result.put(articleId, 1);
        known.put(articleId, result);
        for (String component : components)
            of(component).forEach((id, n) -> result.merge(id, n, (a, b) -> Math.min(a + b, MOST)));
        return result;
    }
}
