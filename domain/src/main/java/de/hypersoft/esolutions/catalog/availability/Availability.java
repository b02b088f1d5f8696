package de.hypersoft.esolutions.catalog.availability;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is blocked or counted at a location right now; laid over the menu, live within two seconds. An article without a
 * counter is not counted: unset is not zero (T19).
 *
 * @param blocked ids of all articles that cannot be had, those blocked through a component included
 * @param remaining portions left, by article id, only for counted articles
 * @param backAt when a blocked article returns, where known
 */
public record Availability(Set<String> blocked, Map<String, Integer> remaining, Map<String, Instant> backAt) {

    public static final Availability ALL = new Availability(Set.of(), Map.of(), Map.of());

    public Availability {
        blocked = Set.copyOf(blocked);
        remaining = Map.copyOf(remaining);
        backAt = Map.copyOf(backAt);
    }

    public boolean orderable(String articleId, int quantity) {
        if (blocked.contains(articleId)) return false;
        Integer left = remaining.get(articleId);
        return left == null || left >= quantity;
    }

    /** Portions that can be had; as many as there are numbers for what is not counted. */
    public int left(String articleId) {
        return blocked.contains(articleId) ? 0 : Math.max(0, remaining.getOrDefault(articleId, Integer.MAX_VALUE));
    }

    public boolean soldOut(String articleId) {
        return !orderable(articleId, 1);
    }

    public @Nullable Instant backAt(String articleId) {
        return backAt.get(articleId);
    }
}
