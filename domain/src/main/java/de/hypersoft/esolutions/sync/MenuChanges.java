package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.Menu;
import java.util.List;
import java.util.Optional;

/** What a new menu changes for guests, by article id; each list names at most a hundred. */
public record MenuChanges(
        int added, int removed, int changed, List<String> addedIds, List<String> removedIds, List<String> changedIds) {

    private static final int NAMED = 100;

    static final MenuChanges NONE = new MenuChanges(0, 0, 0, List.of(), List.of(), List.of());

    static MenuChanges between(Optional<Menu> before, Menu after) {
        List<String> added = after.articles().keySet().stream()
                .filter(id -> before.flatMap(m -> m.article(id)).isEmpty())
                .toList();
        List<String> removed = before.stream()
                .flatMap(m -> m.articles().keySet().stream())
                .filter(id -> after.article(id).isEmpty())
                .toList();
        List<String> changed = after.articles().values().stream()
                .filter(a -> before.flatMap(m -> m.article(a.id()))
                        .filter(old -> !old.equals(a))
                        .isPresent())
                .map(Menu.Article::id)
                .toList();
        return new MenuChanges(
                added.size(), removed.size(), changed.size(), first(added), first(removed), first(changed));
    }

    private static List<String> first(List<String> ids) {
        return ids.subList(0, Math.min(NAMED, ids.size()));
    }
}
