package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.catalog.Menu;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many portions of which articles an order needs: of each ordered article and of everything in its recipe. It looks
 * at what was ordered alone, however large the menu is: whatever a dish forces to be chosen was ordered with it, so a
 * dish whose forced choice has nothing left is refused through what was chosen. Pure.
 */
final class NeededPortions {

    private final Map<String, Integer> ordered;
    private final Recipes recipes;

    /** @param ordered pieces by article id, articles that stand behind options included */
    NeededPortions(Menu menu, Map<String, Integer> ordered) {
        this.ordered = new TreeMap<>(ordered);
        this.recipes = new Recipes(menu);
    }

    /** In order of id, so that two orders never wait for each other crosswise. */
    Map<String, Integer> needed() {
        Map<String, Integer> result = new TreeMap<>();
        ordered.forEach((article, pieces) -> recipes.of(article)
                .forEach((part, times) ->
                        result.merge(part, most((long) times * pieces), (a, b) -> most((long) a + b))));
        return result;
    }

    /** The first ordered article that cannot be had while these are blocked: itself, or through its recipe. */
    Optional<String> blockedBy(Set<String> blocks) {
        return ordered.keySet().stream()
                .filter(article -> !Collections.disjoint(recipes.of(article).keySet(), blocks))
                .findFirst();
    }

    /** The ordered article through which a part is needed; that is the name the guest knows. */
    String buyer(String part) {
        return ordered.keySet().stream()
                .filter(article -> recipes.of(article).containsKey(part))
                .findFirst()
                .orElse(part);
    }

    /** More than any counter holds is refused by the counter, not by an overflow. */
    private static int most(long portions) {
        return (int) Math.min(portions, Integer.MAX_VALUE);
    }
}
