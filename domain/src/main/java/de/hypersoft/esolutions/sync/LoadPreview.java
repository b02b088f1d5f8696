package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue would change, before it does.
 *
 * @param first whether guests see no menu yet, so that they would see this one at once
 * @param sold how many dishes guests could order
 * @param dishes that would be new, changed or gone, in the order of the new menu, those that would be gone last
 * @param refused parts that would be left out, and why
 * @param notes what would be taken and is worth knowing
 * @param held whether too much would be missing, so that a person would be asked once more before guests see it
 */
public record LoadPreview(
        boolean first,
        long sold,
        List<Dish> dishes,
        List<CatalogFinding> refused,
        List<CatalogFinding> notes,
        boolean held) {

    /** What happens to a dish. */
    public enum Change {
        NEW,
        CHANGED,
        GONE
    }

    /** @param before and after its price, or null where it is not on the menu */
    public record Dish(
            String id,
            LocalizedText name,
            Change change,
            @Nullable String before,
            @Nullable String after) {}

    static LoadPreview of(
            @Nullable Menu shown, Menu next, List<CatalogFinding> refused, List<CatalogFinding> notes, boolean held) {
        List<Dish> dishes = new ArrayList<>();
        for (Menu.Article dish : next.articles().values()) {
            Menu.Article old = shown == null ? null : shown.articles().get(dish.id());
            if (shown == null || old == null) dishes.add(dish(dish, Change.NEW, null, dish));
            else if (!same(old, dish, shown, next)) dishes.add(dish(dish, Change.CHANGED, old, dish));
        }
        if (shown != null)
            for (Menu.Article old : shown.articles().values())
                if (!next.articles().containsKey(old.id())) dishes.add(dish(old, Change.GONE, old, null));
        long sold =
                next.articles().values().stream().filter(Menu.Article::sellable).count();
        return new LoadPreview(
                shown == null, sold, List.copyOf(dishes), List.copyOf(refused), List.copyOf(notes), held);
    }

    /** How many dishes would change so. */
    public long count(Change change) {
        return dishes.stream().filter(dish -> dish.change() == change).count();
    }

    /** With what is asked for it: an option that costs more is a change of the dish. */
    private static boolean same(Menu.Article old, Menu.Article dish, Menu shown, Menu next) {
        return old.equals(dish)
                && dish.optionGroups().stream()
                        .allMatch(id -> Objects.equals(
                                shown.optionGroups().get(id),
                                next.optionGroups().get(id)));
    }

    private static Dish dish(
            Menu.Article named, Change change, Menu.@Nullable Article before, Menu.@Nullable Article after) {
        return new Dish(
                named.id(),
                named.name(),
                change,
                before == null ? null : before.price().decimal(),
                after == null ? null : after.price().decimal());
    }
}
