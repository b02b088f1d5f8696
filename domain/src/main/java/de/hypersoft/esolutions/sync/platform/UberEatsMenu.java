package de.hypersoft.esolutions.sync.platform;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.sync.menufile.Cells;
import de.hypersoft.esolutions.sync.menufile.Ids;
import de.hypersoft.esolutions.sync.menufile.MenuTerms;
import de.hypersoft.esolutions.sync.menufile.Parts;
import de.hypersoft.esolutions.sync.menufile.ReadMenu;
import de.hypersoft.esolutions.sync.menufile.Words;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Uber Eats' menu ({@code GET /v2/eats/stores/{id}/menus}): items that a category names are dishes, those that a group of
 * modifiers names are options, and many are both.
 */
public final class UberEatsMenu {

    private final MenuTerms terms;
    private final Parts parts;
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final Map<String, Node> items = new LinkedHashMap<>();
    private final Map<String, Node> groups = new LinkedHashMap<>();
    private final Map<String, Dish> dishes = new HashMap<>();

    private UberEatsMenu(MenuTerms terms) {
        this.terms = terms;
        this.parts = new Parts(terms);
    }

    public static ReadMenu read(JsonObject json, MenuTerms terms) {
        return new UberEatsMenu(terms).read(json);
    }

    private ReadMenu read(JsonObject json) {
        Node root = new Node(json, "", leftOut);
        root.list("items").forEach(item -> items.put(item.text("id"), item));
        root.list("modifier_groups").forEach(group -> groups.put(group.text("id"), group));
        Map<String, List<CatalogDocument.Window>> served = served(root.list("menus"));
        List<Placed> placed = new ArrayList<>();
        for (Node category : root.list("categories")) {
            Map<String, String> names = words(category.object("title"));
            for (Node entity : category.list("entities")) {
                entity.passOver("id", "type").leave();
                Node item = items.get(entity.text("id"));
                if (item == null) continue;
                String name = first(names);
                Dish dish = dishes.computeIfAbsent(entity.text("id"), any -> dish(item, name));
                placed.add(new Placed(
                        dish, parts.category(name, names), served.getOrDefault(category.text("id"), List.of())));
            }
            category.passOver("id", "subtitle").leave();
        }
        List<CatalogDocument.OptionGroup> made = groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
        Node.leave(items.values());
        Node.leave(groups.values());
        root.passOver("display_options", "menu_type").leave();
        return new ReadMenu(parts.document(made, articles(placed)), Map.of(), List.of(), leftOut);
    }

    /** @param windows empty for always */
    private record Placed(Dish dish, String category, List<CatalogDocument.Window> windows) {}

    /** A dish of several categories is served whenever one of them is. */
    private static List<CatalogDocument.Article> articles(List<Placed> placed) {
        for (Placed one : placed)
            one.windows().stream()
                    .filter(window -> !one.dish().windows.contains(window))
                    .forEach(one.dish().windows::add);
        for (Placed one : placed)
            if (one.windows().isEmpty()) one.dish().windows.clear();
        List<CatalogDocument.Article> articles = new ArrayList<>();
        for (Placed one : placed) articles.add(one.dish().in(one.category(), (articles.size() + 1) * 10));
        return articles;
    }

    private Dish dish(Node item, String category) {
        Dish dish = new Dish(Ids.of(item.text("id")), words(item.object("title")));
        dish.description = words(item.object("description"));
        Node price = item.object("price_info");
        dish.price = minor(price, "price").orElse("0.00");
        minor(price, "container_deposit").ifPresent(amount -> dish.deposit = parts.deposit(amount, false));
        price.list("overrides");
        price.passOver("core_price").leave();
        Optional<String> rate =
                item.object("tax_info").text("vat_rate_percentage").isEmpty()
                        ? Optional.empty()
                        : Cells.percent(item.object("tax_info").text("vat_rate_percentage") + "%");
        dish.vatClass = rate.map(this::vatClass).orElseGet(() -> parts.vatClass(category));
        dish.optionGroups.addAll(asked(item));
        Node about = item.object("dish_info").object("classifications");
        for (String label : about.object("dietary_label_info").texts("labels"))
            dish.marks.add(Words.mark(label.toLowerCase(Locale.ROOT)));
        if (about.count("alcoholic_items").orElse(0) > 0) dish.marks.add("ALCOHOL");
        List<String> allergens = new ArrayList<>(about.object("allergens").texts("allergens"));
        allergens.addAll(item.object("nutritional_info").texts("allergens"));
        if (!allergens.isEmpty()) dish.allergens = allergens;
        item.object("nutritional_info").passOver("allergens").leave();
        about.passOver("can_serve_alone", "is_vegetarian").leave();
        item.passOver("external_data", "id", "quantity_info");
        return dish;
    }

    /** A rate is one of the two that the restaurant has, as far as it is taken away. */
    private String vatClass(String rate) {
        if (terms.food().takeAway().equals(rate)) return parts.vatClass(terms.food());
        if (terms.drinks().takeAway().equals(rate)) return parts.vatClass(terms.drinks());
        return parts.vatClass(new MenuTerms.Rates(rate, rate));
    }

    private CatalogDocument.OptionGroup group(String id, Node group) {
        List<CatalogDocument.Option> options = new ArrayList<>();
        for (Node entity : group.list("modifier_options")) {
            entity.passOver("id", "type").leave();
            Node item = items.get(entity.text("id"));
            if (item != null) options.add(option(item, id));
        }
        Node quantity = group.object("quantity_info").object("quantity");
        int min = quantity.count("min_permitted").orElse(0);
        int max = quantity.count("max_permitted").orElse(Math.max(1, options.size()));
        quantity.leave();
        group.object("quantity_info").passOver("quantity").leave();
        group.passOver("id", "external_data", "display_type");
        return new CatalogDocument.OptionGroup(Ids.of(id), words(group.object("title")), min, max, options);
    }

    private CatalogDocument.Option option(Node item, String group) {
        Node price = item.object("price_info");
        String amount = price.list("overrides").stream()
                .filter(one -> one.text("context_type").equals("MODIFIER_GROUP"))
                .filter(one -> one.text("context_value").equals(group))
                .findFirst()
                .flatMap(one -> minor(one, "price"))
                .or(() -> minor(price, "price"))
                .orElse("0.00");
        Integer most = item.object("quantity_info")
                .object("quantity")
                .count("max_permitted")
                .orElse(null);
        item.passOver("id", "external_data", "tax_info", "description");
        return new CatalogDocument.Option(
                Ids.of(item.text("id")),
                words(item.object("title")),
                amount,
                null,
                item.object("nutritional_info").texts("allergens"),
                asked(item),
                most == null || most < 1 ? null : most);
    }

    private List<String> asked(Node item) {
        return item.object("modifier_group_ids").texts("ids").stream()
                .filter(groups::containsKey)
                .map(Ids::of)
                .distinct()
                .toList();
    }

    /** When the dishes of each category are served; a category of a menu that is always served is not named. */
    private static Map<String, List<CatalogDocument.Window>> served(List<Node> menus) {
        Map<String, List<CatalogDocument.Window>> served = new HashMap<>();
        List<String> always = new ArrayList<>();
        for (Node menu : menus) {
            List<CatalogDocument.Window> windows = new ArrayList<>();
            for (Node day : menu.list("service_availability"))
                for (Node period : day.list("time_periods"))
                    windows.add(new CatalogDocument.Window(
                            List.of(day.text("day_of_week").toUpperCase(Locale.ROOT)),
                            period.text("start_time"),
                            period.text("end_time")));
            boolean all = windows.stream()
                            .filter(one ->
                                    one.from().equals("00:00") && one.until().matches("23:59|24:00|00:00"))
                            .count()
                    >= 7;
            for (String category : menu.texts("category_ids"))
                if (all || windows.isEmpty()) always.add(category);
                else served.computeIfAbsent(category, any -> new ArrayList<>()).addAll(windows);
            menu.passOver("id", "title", "subtitle").leave();
        }
        always.forEach(served::remove);
        return served;
    }

    private Optional<String> minor(Node node, String member) {
        return node.number(member)
                .map(amount -> Dish.ofMinor(amount, terms.currency().getDefaultFractionDigits()));
    }

    /** {@code {"translations": {"en_us": "..."}}}. */
    private Map<String, String> words(Node title) {
        Map<String, String> words = new LinkedHashMap<>();
        Node translations = title.object("translations");
        for (String language : translations.members()) {
            String code = language.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
            String text = translations.text(language);
            if (!text.isBlank()) words.putIfAbsent(code.length() == 2 ? code : terms.language(), text);
        }
        return words;
    }

    private String first(Map<String, String> names) {
        String own = names.get(terms.language());
        return own != null ? own : names.values().stream().findFirst().orElse("");
    }
}
