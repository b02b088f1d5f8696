package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Category;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In which order categories and dishes stand, as guests see them; whoever is moved numbers all anew, in tens. */
public final class MenuSequence {

    private static final int STEP = 10;

    private MenuSequence() {}

    public static List<Category> categories(CatalogDocument menu) {
        return sorted(menu.categories());
    }

    /** Those of one category; with null those that stand in none. */
    public static List<Article> dishes(CatalogDocument menu, @Nullable String category) {
        return menu.articles().stream()
                .filter(dish -> Objects.equals(dish.category(), category))
                .sorted(Comparator.comparingInt(Article::sort))
                .toList();
    }

    static int last(List<Category> categories) {
        return categories.stream().mapToInt(Category::sort).max().orElse(0) + STEP;
    }

    static int last(CatalogDocument menu, @Nullable String category) {
        return dishes(menu, category).stream().mapToInt(Article::sort).max().orElse(0) + STEP;
    }

    static List<Category> moved(List<Category> categories, Category one, boolean up) {
        List<Category> order = new ArrayList<>();
        for (Category category : swapped(sorted(categories), one, up))
            order.add(new Category(category.id(), category.name(), (order.size() + 1) * STEP));
        return order;
    }

    static List<Article> moved(CatalogDocument menu, Article one, boolean up) {
        Map<String, Integer> place = new HashMap<>();
        for (Article dish : swapped(dishes(menu, one.category()), one, up))
            place.put(dish.id(), (place.size() + 1) * STEP);
        return menu.articles().stream()
                .map(dish -> new DishParts(dish)
                        .at(dish.category(), place.getOrDefault(dish.id(), dish.sort()))
                        .dish())
                .toList();
    }

    private static List<Category> sorted(List<Category> categories) {
        return categories.stream()
                .sorted(Comparator.comparingInt(Category::sort))
                .toList();
    }

    private static <T> List<T> swapped(List<T> order, T one, boolean up) {
        List<T> next = new ArrayList<>(order);
        int at = next.indexOf(one);
        int other = at + (up ? -1 : 1);
        if (other >= 0 && other < next.size()) Collections.swap(next, at, other);
        return next;
    }
}
