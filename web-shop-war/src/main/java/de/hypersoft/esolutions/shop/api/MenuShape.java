package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.Money;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The menu as JSON: the catalogue's own names, prices as money, and what cannot be had now. */
final class MenuShape {

    private MenuShape() {}

    static Map<String, Object> of(Menu menu, Availability availability) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", menu.version());
        json.put("currency", menu.currency().getCurrencyCode());
        json.put(
                "categories",
                menu.categories().stream().map(MenuShape::category).toList());
        json.put(
                "articles",
                menu.articles().values().stream()
                        .filter(Menu.Article::sellable)
                        .map(a -> article(menu, a, availability))
                        .toList());
        json.put(
                "optionGroups",
                menu.optionGroups().values().stream()
                        .map(g -> group(menu, g, availability))
                        .toList());
        return json;
    }

    /** One article with all groups that it can come to ask. */
    static Map<String, Object> whole(Menu menu, Menu.Article article, Availability availability) {
        Map<String, Object> json = article(menu, article, availability);
        json.put("groups", groups(menu, article, availability));
        return json;
    }

    private static Map<String, Object> article(Menu menu, Menu.Article article, Availability availability) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", article.id());
        json.put("category", article.category());
        json.put("name", words(article.name()));
        json.put("description", words(article.description()));
        json.put("price", article.price());
        Map<String, Money> prices = new LinkedHashMap<>();
        article.prices().forEach((type, price) -> prices.put(type.name(), price));
        json.put("prices", prices);
        json.put("discountBasisPoints", article.discountBasisPoints());
        json.put("optionGroups", article.optionGroups());
        json.put("allergens", article.allergens());
        json.put("additives", article.additives());
        json.put("marks", article.marks());
        Menu.Deposit deposit =
                article.deposit() == null ? null : menu.deposits().get(article.deposit());
        json.put("deposit", deposit == null ? null : deposit.amount());
        json.put("minimumAge", article.minimumAge());
        json.put("windows", windows(article));
        json.put("available", !availability.soldOut(article.id()));
        json.put("remaining", availability.remaining().get(article.id()));
        json.put("backAt", availability.backAt(article.id()));
        return json;
    }

    private static Map<String, Object> group(Menu menu, Menu.OptionGroup group, Availability availability) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", group.id());
        json.put("name", words(group.name()));
        json.put("min", group.min());
        json.put("max", group.max());
        json.put(
                "options",
                group.options().stream().map(o -> option(menu, o, availability)).toList());
        return json;
    }

    private static Map<String, Object> category(Menu.Category category) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", category.id());
        json.put("name", words(category.name()));
        return json;
    }

    private static Map<String, Object> option(Menu menu, Menu.Option option, Availability availability) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", option.id());
        json.put("name", words(option.name()));
        json.put("price", option.price());
        json.put("allergens", menu.allergensOf(option));
        json.put("optionGroups", option.optionGroups());
        json.put("max", option.max());
        Menu.Article stands = menu.standsFor(option);
        json.put("minimumAge", stands == null ? 0 : stands.minimumAge());
        json.put("windows", stands == null ? List.of() : windows(stands));
        json.put("available", option.articleId() == null || !availability.soldOut(option.articleId()));
        return json;
    }

    /** Each day by its name, in the order of the week: every day where a window names none. */
    private static List<Map<String, Object>> windows(Menu.Article article) {
        return article.windows().stream()
                .map(window -> Map.<String, Object>of(
                        "days",
                        Arrays.stream(DayOfWeek.values())
                                .filter(day ->
                                        window.days().isEmpty() || window.days().contains(day))
                                .map(Enum::name)
                                .toList(),
                        "from",
                        window.from().toString(),
                        "until",
                        window.until().toString()))
                .toList();
    }

    private static Map<String, String> words(LocalizedText words) {
        return words.byLanguage();
    }

    /** All groups that an article can come to ask, each once. */
    private static List<Map<String, Object>> groups(Menu menu, Menu.Article article, Availability availability) {
        Set<String> asked = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(article.optionGroups());
        while (!open.isEmpty()) {
            String id = open.remove();
            Menu.OptionGroup group = menu.optionGroups().get(id);
            if (group != null && asked.add(id)) group.options().forEach(option -> open.addAll(option.optionGroups()));
        }
        return menu.groups(List.copyOf(asked)).stream()
                .map(g -> group(menu, g, availability))
                .toList();
    }
}
