package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a menu shows. A menu is one page, as guests scroll it; one of thousands of dishes comes category by
 * category, or as the pages of what was found.
 *
 * @param whole whether it has every dish, so that the guest's browser can search it
 * @param dishes of this page, in the order of the menu
 * @param found how many dishes match, on all pages
 * @param category the one that is shown, or empty: all of them
 * @param categories those that can be chosen; empty on a menu that is one page
 * @param page from 1
 */
record MenuPart(
        boolean whole,
        List<Menu.Article> dishes,
        int found,
        String category,
        List<Menu.Category> categories,
        int page,
        int pages) {

    /** A menu with more dishes comes in parts; nobody scrolls further, and a phone would have to load megabytes. */
    static final int ONE_PAGE = 500;

    /** Dishes on one page of a menu that comes in parts. */
    static final int PAGE = 200;

    /**
     * @param matching the dishes that match what the guest is looking for
     * @param filtered whether the guest is looking for something: then all categories are shown together
     * @param wanted the category asked for; unknown or null for the first
     */
    static MenuPart of(
            Menu menu, List<Menu.Article> matching, boolean filtered, @Nullable String wanted, int wantedPage) {
        long all = menu.articles().values().stream()
                .filter(Menu.Article::sellable)
                .limit(ONE_PAGE + 1L)
                .count();
        if (all <= ONE_PAGE) return new MenuPart(true, matching, matching.size(), "", List.of(), 1, 1);
        Set<String> used = matching.stream().map(Menu.Article::category).collect(Collectors.toSet());
        List<Menu.Category> categories =
                menu.categories().stream().filter(c -> used.contains(c.id())).toList();
        String category = filtered ? "" : chosen(categories, wanted);
        List<Menu.Article> dishes = category.isEmpty()
                ? matching
                : matching.stream().filter(a -> a.category().equals(category)).toList();
        int pages = Math.max(1, (dishes.size() + PAGE - 1) / PAGE);
        int page = Math.max(1, Math.min(pages, wantedPage));
        List<Menu.Article> shown = dishes.subList((page - 1) * PAGE, Math.min(dishes.size(), page * PAGE));
        return new MenuPart(false, shown, dishes.size(), category, filtered ? List.of() : categories, page, pages);
    }

    private static String chosen(List<Menu.Category> categories, @Nullable String wanted) {
        return categories.stream()
                .map(Menu.Category::id)
                .filter(id -> id.equals(wanted))
                .findFirst()
                .orElse(categories.isEmpty() ? "" : categories.get(0).id());
    }
}
