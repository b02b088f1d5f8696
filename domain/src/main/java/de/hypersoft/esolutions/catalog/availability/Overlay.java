package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.catalog.Choosable;
import de.hypersoft.esolutions.catalog.Menu;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spreads what is blocked and counted over a menu: to every article that contains it, however deep, and to every article
 * whose forced choice has nothing left to choose (T19). Pure.
 */
final class Overlay {

    private final Menu menu;
    private final Map<String, Instant> blocks;
    private final Map<String, Integer> counters;
    private final Recipes recipes;

    /** @param blocks end of each active block by article; {@link Instant#MAX} when it is open */
    Overlay(Menu menu, Map<String, Instant> blocks, Map<String, Integer> counters) {
        this.menu = menu;
        this.blocks = blocks;
        this.counters = counters;
        this.recipes = new Recipes(menu);
    }

    Availability availability() {
        Set<String> blocked = new HashSet<>(blocks.keySet());
        Map<String, Integer> remaining = new HashMap<>(counters);
        Map<String, Instant> backAt = new HashMap<>();
        boolean limited = !blocks.isEmpty() || !counters.isEmpty();
        for (String id : limited ? menu.articles().keySet() : Set.<String>of()) {
            Integer left = remaining(id);
            if (left != null) remaining.put(id, left);
            Instant until = blockedUntil(id);
            if (until != null) blocked.add(id);
            if (until != null && until.isBefore(Instant.MAX)) backAt.put(id, until);
        }
        while (blocked.addAll(nothingLeft(blocked, remaining))) {
            // what stands for an article that just went takes others with it
        }
        return new Availability(blocked, remaining, backAt);
    }

    private @Nullable Instant blockedUntil(String articleId) {
        return recipes.of(articleId).keySet().stream()
                .map(blocks::get)
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private @Nullable Integer remaining(String articleId) {
        Integer least = null;
        for (Map.Entry<String, Integer> need : recipes.of(articleId).entrySet()) {
            Integer counted = counters.get(need.getKey());
            if (counted == null) continue;
            int portions = counted / need.getValue();
            least = least == null ? portions : Math.min(least, portions);
        }
        return least;
    }

    private Set<String> nothingLeft(Set<String> blocked, Map<String, Integer> remaining) {
        Choosable choosable = new Choosable(menu, id -> blocked.contains(id) ? 0 : left(remaining, id));
        Set<String> result = new HashSet<>();
        for (Menu.Article article : menu.articles().values())
            if (!choosable.all(article.optionGroups())) result.add(article.id());
        return result;
    }

    private static int left(Map<String, Integer> remaining, String articleId) {
        return remaining.getOrDefault(articleId, Integer.MAX_VALUE);
    }
}
