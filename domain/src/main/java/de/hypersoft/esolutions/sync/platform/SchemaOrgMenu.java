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
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A menu as schema.org describes it (JSON-LD): sections are categories, several offers of an item a choice of one. */
public final class SchemaOrgMenu {

    private final MenuTerms terms;
    private final Parts parts;
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final Map<String, CatalogDocument.OptionGroup> groups = new LinkedHashMap<>();
    private final List<CatalogDocument.Article> articles = new ArrayList<>();
    private final Ids ids = new Ids();
    private String language;

    private SchemaOrgMenu(MenuTerms terms) {
        this.terms = terms;
        this.parts = new Parts(terms);
        this.language = terms.language();
    }

    public static ReadMenu read(JsonObject json, MenuTerms terms) {
        SchemaOrgMenu menu = new SchemaOrgMenu(terms);
        menu.thing(new Node(json, "", menu.leftOut), "");
        return new ReadMenu(
                menu.parts.document(new ArrayList<>(menu.groups.values()), menu.articles),
                Map.of(),
                List.of(),
                menu.leftOut);
    }

    /** A restaurant, a menu or a section of one. @param section the name of the one around it */
    private void thing(Node node, String section) {
        node.list("@graph").forEach(each -> thing(each, section));
        node.list("hasMenu").forEach(each -> thing(each, section));
        node.list("menu").forEach(each -> thing(each, section));
        List<String> languages = node.texts("inLanguage");
        if (!languages.isEmpty() && languages.get(0).matches("[a-zA-Z]{2}.*"))
            language = languages.get(0).substring(0, 2).toLowerCase(Locale.ROOT);
        boolean named = node.texts("@type").contains("MenuSection");
        String name = named && !node.text("name").isBlank() ? node.text("name") : section;
        for (Node item : node.list("hasMenuItem")) item(item, name);
        for (Node inner : node.list("hasMenuSection")) thing(inner, name);
        if (named) node.passOver("@id", "url", "@context").leave();
    }

    private void item(Node item, String section) {
        Map<String, String> category = section.isBlank() ? parts.anyCategory() : words(section);
        String title = category.values().iterator().next();
        String own = item.text("identifier");
        Dish dish = new Dish(own.isBlank() ? ids.unique(item.text("name")) : Ids.of(own), words(item.text("name")));
        dish.description = words(item.text("description"));
        dish.vatClass = parts.vatClass(title);
        offers(dish, item.list("offers"));
        for (String diet : item.texts("suitableForDiet")) {
            String word = diet.replaceAll(".*/", "");
            dish.marks.add(Words.mark(word.replaceAll("Diet$", "")));
        }
        List<Node> more = item.list("menuAddOn");
        List<Node> addOns = more.stream()
                .flatMap(one ->
                        one.list("hasMenuItem").isEmpty() ? List.of(one).stream() : one.list("hasMenuItem").stream())
                .toList();
        addOns(dish, addOns);
        item.passOver("@type", "@id", "url").leave();
        articles.add(dish.in(parts.category(title, category), (articles.size() + 1) * 10));
    }

    private void offers(Dish dish, List<Node> offers) {
        List<BigDecimal> prices = offers.stream()
                .map(SchemaOrgMenu::price)
                .flatMap(Optional::stream)
                .toList();
        if (prices.isEmpty()) return;
        BigDecimal lowest = prices.stream().min(Comparator.naturalOrder()).orElseThrow();
        dish.price = decimal(lowest);
        if (prices.size() < 2 || prices.size() != offers.size()) return;
        List<CatalogDocument.Option> options = new ArrayList<>();
        Ids own = new Ids();
        for (int i = 0; i < offers.size(); i++) {
            String name = offers.get(i).text("name");
            String shown = name.isBlank() ? String.valueOf(i + 1) : name;
            options.add(option(own.unique(shown), shown, prices.get(i).subtract(lowest)));
        }
        group(dish, "offers-", terms.language().equals("de") ? "Auswahl" : "Choice", 1, 1, options);
    }

    private void addOns(Dish dish, List<Node> addOns) {
        if (addOns.isEmpty()) return;
        List<CatalogDocument.Option> options = new ArrayList<>();
        Ids own = new Ids();
        for (Node one : addOns) {
            BigDecimal price = one.list("offers").stream()
                    .map(SchemaOrgMenu::price)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
            options.add(option(own.unique(one.text("name")), one.text("name"), price));
        }
        group(dish, "extras-", "Extras", 0, options.size(), options);
    }

    private void group(Dish dish, String prefix, String name, int min, int max, List<CatalogDocument.Option> options) {
        String id = Ids.of(prefix + dish.id);
        groups.put(id, new CatalogDocument.OptionGroup(id, words(name), min, max, options));
        dish.optionGroups.add(id);
    }

    private CatalogDocument.Option option(String id, String name, BigDecimal price) {
        return new CatalogDocument.Option(id, words(name), decimal(price), null, List.of(), List.of(), null);
    }

    private static Optional<BigDecimal> price(Node offer) {
        return Cells.price(offer.text("price"))
                .or(() -> Cells.price(offer.object("priceSpecification").text("price")))
                .or(() -> Cells.price(offer.text("lowPrice")))
                .map(BigDecimal::new);
    }

    private static String decimal(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private Map<String, String> words(String text) {
        return text.isBlank() ? Map.of() : Map.of(language, text);
    }
}
