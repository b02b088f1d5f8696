package de.hypersoft.esolutions.sync.platform;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.sync.menufile.Cells;
import de.hypersoft.esolutions.sync.menufile.Ids;
import de.hypersoft.esolutions.sync.menufile.MenuTerms;
import de.hypersoft.esolutions.sync.menufile.Parts;
import de.hypersoft.esolutions.sync.menufile.ReadMenu;
import de.hypersoft.esolutions.sync.menufile.Words;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Square's catalog ({@code GET /v2/catalog/list}): several variations of an item become a group of which one is chosen, and
 * a list of modifiers becomes one group for each pair of limits that items set for it.
 */
public final class SquareMenu {

    private final MenuTerms terms;
    private final Parts parts;
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final Map<String, Node> objects = new LinkedHashMap<>();
    private final Map<String, CatalogDocument.OptionGroup> groups = new LinkedHashMap<>();

    private SquareMenu(MenuTerms terms) {
        this.terms = terms;
        this.parts = new Parts(terms);
    }

    public static ReadMenu read(JsonObject json, MenuTerms terms) {
        return new SquareMenu(terms).read(json);
    }

    private ReadMenu read(JsonObject json) {
        Node root = new Node(json, "", leftOut);
        Stream.concat(root.list("objects").stream(), root.list("related_objects").stream())
                .forEach(object -> objects.put(object.text("id"), object));
        List<CatalogDocument.Article> articles = new ArrayList<>();
        for (Node object : objects.values()) {
            boolean gone = object.text("is_deleted").equals("true");
            if (object.text("type").equals("ITEM") && !gone) item(object, articles);
            else if (object.text("type").equals("IMAGE")) leftOut.merge("PICTURE", 1, Integer::sum);
        }
        root.passOver("cursor").leave();
        return new ReadMenu(parts.document(new ArrayList<>(groups.values()), articles), Map.of(), List.of(), leftOut);
    }

    private void item(Node object, List<CatalogDocument.Article> articles) {
        Node item = object.object("item_data");
        List<String> categories = categories(item);
        Dish dish = new Dish(Ids.of(object.text("id")), words(item.text("name")));
        String described = item.text("description_plaintext");
        dish.description = words(described.isEmpty() ? item.text("description") : described);
        dish.vatClass = rate(item).map(this::vatClass).orElseGet(() -> parts.vatClass(categories.get(0)));
        variations(dish, item.list("variations"));
        for (Node info : item.list("modifier_list_info")) modifiers(dish, info);
        Node details = item.object("food_and_beverage_details");
        for (Node preference : details.list("dietary_preferences")) {
            String word = preference.text("standard_name") + preference.text("custom_name");
            dish.marks.add(Words.mark(word));
        }
        details.leave();
        if (item.text("is_alcoholic").equals("true")) dish.marks.add("ALCOHOL");
        item.passOver(
                "description",
                "description_html",
                "product_type",
                "tax_ids",
                "is_taxable",
                "image_ids",
                "channels",
                "reporting_category",
                "skip_modifier_screen",
                "is_archived",
                "category_id");
        item.leave();
        for (String category : categories)
            articles.add(dish.in(parts.category(category, words(category)), (articles.size() + 1) * 10));
    }

    /** Names; one at least. */
    private List<String> categories(Node item) {
        List<String> ids = new ArrayList<>();
        item.list("categories").forEach(category -> ids.add(category.text("id")));
        if (ids.isEmpty()) ids.add(item.text("category_id"));
        if (ids.get(0).isEmpty()) ids.set(0, item.object("reporting_category").text("id"));
        List<String> names = ids.stream()
                .map(objects::get)
                .flatMap(Stream::ofNullable)
                .map(category -> category.object("category_data").text("name"))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return names.isEmpty() ? List.copyOf(parts.anyCategory().values()) : names;
    }

    private Optional<String> rate(Node item) {
        return item.texts("tax_ids").stream()
                .map(objects::get)
                .flatMap(Stream::ofNullable)
                .map(tax -> tax.object("tax_data").text("percentage"))
                .map(percent -> Cells.percent(percent + "%"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String vatClass(String rate) {
        if (terms.food().takeAway().equals(rate)) return parts.vatClass(terms.food());
        if (terms.drinks().takeAway().equals(rate)) return parts.vatClass(terms.drinks());
        return parts.vatClass(new MenuTerms.Rates(rate, rate));
    }

    /** The cheapest is the price of the dish, the others say by how much they are dearer. */
    private void variations(Dish dish, List<Node> variations) {
        List<BigDecimal> prices = variations.stream()
                .map(one -> price(one.object("item_variation_data")))
                .toList();
        BigDecimal lowest = prices.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        dish.price = minor(lowest);
        if (variations.size() < 2) return;
        List<CatalogDocument.Option> options = new ArrayList<>();
        for (int i = 0; i < variations.size(); i++)
            options.add(option(
                    variations.get(i).text("id"),
                    variations.get(i).object("item_variation_data").text("name"),
                    prices.get(i).subtract(lowest)));
        String id = Ids.of("variations-" + dish.id);
        Map<String, String> name = words(terms.language().equals("de") ? "Auswahl" : "Choice");
        groups.put(id, new CatalogDocument.OptionGroup(id, name, 1, 1, options));
        dish.optionGroups.add(id);
    }

    private void modifiers(Dish dish, Node info) {
        Node list = objects.get(info.text("modifier_list_id"));
        if (list == null || info.text("enabled").equals("false")) return;
        Node data = list.object("modifier_list_data");
        List<CatalogDocument.Option> options = new ArrayList<>();
        for (Node modifier : data.list("modifiers")) {
            Node one = modifier.object("modifier_data");
            options.add(option(modifier.text("id"), one.text("name"), price(one)));
        }
        boolean single = data.text("selection_type").equals("SINGLE");
        int min = limit(info, "min_selected_modifiers", data).orElse(0);
        int max = limit(info, "max_selected_modifiers", data).orElse(single ? 1 : Math.max(1, options.size()));
        info.passOver("enabled", "ordinal", "hidden_from_customer").leave();
        String id = Ids.of(info.text("modifier_list_id") + "-" + min + "-" + max);
        groups.putIfAbsent(id, new CatalogDocument.OptionGroup(id, words(data.text("name")), min, max, options));
        dish.optionGroups.add(id);
    }

    /** Of the item, else of the list; -1 stands for none. */
    private static Optional<Integer> limit(Node info, String member, Node list) {
        return info.count(member).filter(count -> count >= 0).or(() -> list.count(member)
                .filter(count -> count >= 0));
    }

    private CatalogDocument.Option option(String id, String name, BigDecimal price) {
        return new CatalogDocument.Option(Ids.of(id), words(name), minor(price), null, List.of(), List.of(), null);
    }

    private static BigDecimal price(Node data) {
        return data.object("price_money").number("amount").orElse(BigDecimal.ZERO);
    }

    private String minor(BigDecimal amount) {
        return Dish.ofMinor(amount, terms.currency().getDefaultFractionDigits());
    }

    private Map<String, String> words(String text) {
        return text.isBlank() ? Map.of() : Map.of(terms.language(), text);
    }
}
