package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.sync.spreadsheet.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A menu as a table: a row for each dish, and below or between them a row for each option, whose column GROUP says to which
 * group it belongs. A row with a cell that cannot be read is left out and named.
 */
final class TableMenu {

    private final MenuTerms terms;
    private final Parts parts;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Ids groupIds = new Ids();
    private final Ids dishIds = new Ids();
    private final List<CatalogDocument.Article> articles = new ArrayList<>();
    private final Map<String, Long> places = new HashMap<>();
    private final List<ReadMenu.Fault> faults = new ArrayList<>();
    private int pictures;

    /** Of the dish above: a category is often written once, before its first dish. */
    private Map<String, String> above = Map.of();

    private TableMenu(MenuTerms terms) {
        this.terms = terms;
        this.parts = new Parts(terms);
    }

    private static final class Group {
        private final String id;
        private final Map<String, String> name = new LinkedHashMap<>();
        private final List<CatalogDocument.Option> options = new ArrayList<>();
        private final Ids optionIds = new Ids();
        private int[] choice = new int[0];

        Group(String id) {
            this.id = id;
        }

        CatalogDocument.OptionGroup made() {
            int[] span = choice.length == 0 ? new int[] {0, Math.max(1, options.size())} : choice;
            return new CatalogDocument.OptionGroup(id, name, span[0], span[1], options);
        }
    }

    /**
     * @param meanings of the columns, in their order; empty for one that is not read
     * @throws Invalid {@code menu-column-missing} when no column is the name or the price
     */
    static ReadMenu read(Table table, List<Optional<Meaning>> meanings, MenuTerms terms) {
        Map<Meaning, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < meanings.size(); i++) {
            int at = i;
            meanings.get(i).ifPresent(meaning -> columns.putIfAbsent(meaning, at));
        }
        required(columns, MenuColumn.NAME);
        required(columns, MenuColumn.PRICE);
        List<TableRow> rows = table.rows().stream()
                .map(row -> new TableRow(table, row, columns, terms.language()))
                .toList();
        TableMenu menu = new TableMenu(terms);
        for (TableRow row : rows) menu.declared(row);
        for (TableRow row : rows) menu.take(row);
        return menu.made();
    }

    private static void required(Map<Meaning, Integer> columns, MenuColumn column) {
        if (columns.keySet().stream().noneMatch(meaning -> meaning.column() == column))
            throw new Invalid(
                    "menu-column-missing", "no column is the " + column, "columns", Map.of("column", column.name()));
    }

    /** Ids that the file says go first, so that those made from names keep away from them. */
    private void declared(TableRow row) {
        if (row.has(MenuColumn.GROUP))
            groups.computeIfAbsent(key(row.text(MenuColumn.GROUP)), any -> new Group(groupId(row)));
        else if (row.has(MenuColumn.NUMBER)) dishIds.take(Ids.of(row.text(MenuColumn.NUMBER)));
    }

    private String groupId(TableRow row) {
        String said = row.text(MenuColumn.GROUP);
        if (!Ids.of(said).equals(said)) return groupIds.unique(said);
        groupIds.take(said);
        return said;
    }

    private void take(TableRow row) {
        if (row.has(MenuColumn.PICTURE)) pictures++;
        Runnable taking = row.has(MenuColumn.GROUP) ? option(row) : dish(row);
        faults.addAll(row.faults());
        if (row.faults().isEmpty()) taking.run();
    }

    private Runnable option(TableRow row) {
        Group group = groups.get(key(row.text(MenuColumn.GROUP)));
        if (group == null) throw new IllegalStateException("each group was declared");
        Map<String, String> name = named(row);
        String price = row.price(MenuColumn.PRICE).orElse("0.00");
        Optional<int[]> choice = row.read(MenuColumn.CHOICE, "choice", Cells::choice);
        Integer most = row.read(MenuColumn.AT_MOST, "number", Cells::number).orElse(null);
        row.text(MenuColumn.ALLERGENS);
        return () -> {
            if (group.name.isEmpty()) group.name.putAll(row.words(MenuColumn.GROUP_NAME));
            if (group.name.isEmpty()) group.name.put(terms.language(), row.text(MenuColumn.GROUP));
            if (group.choice.length == 0) choice.ifPresent(span -> group.choice = span);
            String article = row.text(MenuColumn.ARTICLE);
            group.options.add(new CatalogDocument.Option(
                    row.has(MenuColumn.NUMBER)
                            ? Ids.of(row.text(MenuColumn.NUMBER))
                            : group.optionIds.unique(row.word(MenuColumn.NAME)),
                    name,
                    price,
                    article.isEmpty() ? null : Ids.of(article),
                    Stream.of(row.text(MenuColumn.ALLERGENS))
                            .filter(text -> !text.isEmpty())
                            .toList(),
                    asked(row),
                    most));
            places.putIfAbsent(CatalogFinding.key("optionGroup", group.id), row.number());
        };
    }

    private Runnable dish(TableRow row) {
        Map<String, String> name = named(row);
        Optional<String> price = row.price(MenuColumn.PRICE);
        if (price.isEmpty() && !row.has(MenuColumn.PRICE)) row.fault(MenuColumn.PRICE, "price-missing", "");
        Map<String, String> prices = new LinkedHashMap<>();
        row.price(MenuColumn.PRICE_PICKUP).ifPresent(one -> prices.put("PICKUP", one));
        row.price(MenuColumn.PRICE_DELIVERY).ifPresent(one -> prices.put("DELIVERY", one));
        row.price(MenuColumn.PRICE_IN_HOUSE).ifPresent(one -> prices.put("IN_HOUSE", one));
        Optional<MenuTerms.Rates> rates = row.read(MenuColumn.VAT, "rates", this::rates);
        Optional<String> deposit =
                row.read(MenuColumn.DEPOSIT, "price", cell -> Cells.price(cell.replaceAll("\\p{L}{4,}", "")));
        int age = row.read(MenuColumn.MINIMUM_AGE, "number", Cells::number).orElse(0);
        Optional<CatalogDocument.Content> content = row.read(MenuColumn.CONTENT, "content", Cells::content);
        Optional<String> discount = row.read(MenuColumn.DISCOUNT, "percent", Cells::percent);
        List<CatalogDocument.Window> windows =
                row.read(MenuColumn.TIMES, "times", Cells::windows).orElse(List.of());
        Map<String, String> category = category(row);
        String allergens = row.text(MenuColumn.ALLERGENS).replaceAll("^[-–—]+$", "");
        return () -> {
            String id = row.has(MenuColumn.NUMBER)
                    ? Ids.of(row.text(MenuColumn.NUMBER))
                    : dishIds.unique(row.word(MenuColumn.NAME));
            places.putIfAbsent(CatalogFinding.key("article", id), row.number());
            articles.add(new CatalogDocument.Article(
                    id,
                    category.isEmpty() ? null : parts.category(named(category), category),
                    name,
                    row.words(MenuColumn.DESCRIPTION),
                    price.orElseThrow(),
                    prices,
                    rates.map(parts::vatClass).orElseGet(() -> parts.vatClass(named(category))),
                    asked(row),
                    Cells.parts(row.text(MenuColumn.COMPONENTS), "[;,|\\s]").stream()
                            .map(Ids::of)
                            .toList(),
                    allergens.isEmpty() ? null : List.of(allergens),
                    Cells.parts(row.text(MenuColumn.ADDITIVES), "[;,|\\n]").stream()
                            .map(Words::additive)
                            .toList(),
                    deposit.map(amount -> parts.deposit(amount, Words.isReusable(row.text(MenuColumn.DEPOSIT))))
                            .orElse(null),
                    age,
                    content.orElse(null),
                    (articles.size() + 1) * 10,
                    discount.orElse(null),
                    !Words.isNo(row.text(MenuColumn.SELLABLE)),
                    windows,
                    Cells.parts(row.text(MenuColumn.MARKS), "[;,|\\n]").stream()
                            .map(Words::mark)
                            .toList()));
        };
    }

    /** What is only part of a recipe needs none. */
    private Map<String, String> category(TableRow row) {
        Map<String, String> own = row.words(MenuColumn.CATEGORY);
        if (!own.isEmpty()) above = own;
        else if (Words.isNo(row.text(MenuColumn.SELLABLE))) return own;
        return above.isEmpty() ? parts.anyCategory() : above;
    }

    private String named(Map<String, String> words) {
        String own = words.get(terms.language());
        return own != null ? own : words.values().stream().findFirst().orElse("");
    }

    private static Map<String, String> named(TableRow row) {
        Map<String, String> name = row.words(MenuColumn.NAME);
        if (name.isEmpty()) row.fault(MenuColumn.NAME, "name-missing", "");
        return name;
    }

    private Optional<MenuTerms.Rates> rates(String cell) {
        if (Words.isFood(cell)) return Optional.of(terms.food());
        if (Words.namesDrinks(cell)) return Optional.of(terms.drinks());
        return Cells.rates(cell);
    }

    /** The ids of the groups that a row asks; of one that is not in the file the nearest to what it says. */
    private List<String> asked(TableRow row) {
        return row.list(MenuColumn.OPTION_GROUPS).stream()
                .map(said -> Optional.ofNullable(groups.get(key(said)))
                        .map(group -> group.id)
                        .orElseGet(() -> Ids.ofName(said)))
                .toList();
    }

    private ReadMenu made() {
        List<CatalogDocument.OptionGroup> all =
                groups.values().stream().map(Group::made).toList();
        return new ReadMenu(
                parts.document(all, articles),
                places,
                List.copyOf(faults),
                pictures == 0 ? Map.of() : Map.of("PICTURE", pictures));
    }

    private static String key(String group) {
        return group.strip().toLowerCase(Locale.ROOT);
    }
}
