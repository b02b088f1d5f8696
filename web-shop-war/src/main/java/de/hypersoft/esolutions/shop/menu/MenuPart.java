package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a menu shows. A menu is one page, as guests scroll it; one of thousands of dishes comes category by
 * category, or as the pages of what was found. From the first of them each leads on to the next, until all were shown.
 *
 * @param whole whether it has every dish, so that the guest's browser can search it
 * @param dishes of this page, in the order of the menu
 * @param found how many dishes match, on all pages
 * @param category the one that is shown, or empty: all of them
 * @param categories those that can be chosen; empty on a menu that is one page
 * @param page from 1
 * @param previous the part of the menu before this one, or null; {@code next} the one after it
 */
record MenuPart(
        boolean whole,
        List<Menu.Article> dishes,
        int found,
        String category,
        List<Menu.Category> categories,
        int page,
        int pages,
        @Nullable Place previous,
        @Nullable Place next) {

    /** A menu with more dishes comes in parts; nobody scrolls further, and a phone would have to load megabytes. */
    static final int ONE_PAGE = 500;

    /** Dishes on one page of a menu that comes in parts. */
    static final int PAGE = 100;

    /** @param category empty for all of them */
    record Place(String category, int page) {}

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
        if (all <= ONE_PAGE) return new MenuPart(true, matching, matching.size(), "", List.of(), 1, 1, null, null);
        Map<String, Long> used =
                matching.stream().collect(Collectors.groupingBy(Menu.Article::category, Collectors.counting()));
        List<Menu.Category> categories =
                menu.categories().stream().filter(c -> used.containsKey(c.id())).toList();
        String category = filtered ? "" : chosen(categories, wanted);
        List<Menu.Article> dishes = category.isEmpty()
                ? matching
                : matching.stream().filter(a -> a.category().equals(category)).toList();
        int pages = pages(dishes.size());
        int page = Math.max(1, Math.min(pages, wantedPage));
        List<Menu.Article> shown = dishes.subList((page - 1) * PAGE, Math.min(dishes.size(), page * PAGE));
        List<Menu.Category> tabs = filtered ? List.of() : categories;
        int at = tabs.stream().map(Menu.Category::id).toList().indexOf(category);
        String before = at > 0 ? tabs.get(at - 1).id() : "";
        String after = at >= 0 && at + 1 < tabs.size() ? tabs.get(at + 1).id() : "";
        return new MenuPart(
                false,
                shown,
                dishes.size(),
                category,
                tabs,
                page,
                pages,
                page > 1
                        ? new Place(category, page - 1)
                        : before.isEmpty() ? null : new Place(before, pages(used.getOrDefault(before, 0L))),
                page < pages ? new Place(category, page + 1) : after.isEmpty() ? null : new Place(after, 1));
    }

    /** What the address of the menu says beside the kind of order to show the part with this dish; empty where it is one page. */
    static String asked(Menu menu, Menu.Article dish) {
        List<Menu.Article> all =
                menu.articles().values().stream().filter(Menu.Article::sellable).toList();
        if (all.size() <= ONE_PAGE) return "";
        int at = all.stream()
                .filter(a -> a.category().equals(dish.category()))
                .map(Menu.Article::id)
                .toList()
                .indexOf(dish.id());
        int page = 1 + Math.max(0, at) / PAGE;
        String category = "&category=" + URLEncoder.encode(dish.category(), StandardCharsets.UTF_8);
        return page == 1 ? category : category + "&page=" + page;
    }

    private static int pages(long dishes) {
        return (int) Math.max(1, (dishes + PAGE - 1) / PAGE);
    }

    private static String chosen(List<Menu.Category> categories, @Nullable String wanted) {
        return categories.stream()
                .map(Menu.Category::id)
                .filter(id -> id.equals(wanted))
                .findFirst()
                .orElse(categories.isEmpty() ? "" : categories.get(0).id());
    }
}
