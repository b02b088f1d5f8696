package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.sync.spreadsheet.Table;
import de.hypersoft.esolutions.sync.spreadsheet.XlsxText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a menu as the table that {@link TableMenu} reads: first the dishes, then the options of their groups. */
final class TableExport {

    private static final List<String> DAYS_DE = List.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So");
    private static final List<String> DAYS_EN = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final List<String> DAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    private final CatalogDocument menu;
    private final String language;
    private final String reader;
    private final Set<Meaning> columns = new LinkedHashSet<>();
    private final List<Map<Meaning, String>> rows = new ArrayList<>();
    private final Map<String, String> rates;
    private final Map<String, Map<String, String>> categories;
    private final Map<String, CatalogDocument.Deposit> deposits;

    private TableExport(CatalogDocument menu, String language, String reader, LocalDate today) {
        this.menu = menu;
        this.language = language;
        this.reader = reader;
        this.rates = menu.vatClasses().stream()
                .collect(Collectors.toMap(CatalogDocument.VatClass::id, one -> rates(one, today)));
        this.categories = menu.categories().stream()
                .collect(Collectors.toMap(CatalogDocument.Category::id, CatalogDocument.Category::name));
        this.deposits =
                menu.deposits().stream().collect(Collectors.toMap(CatalogDocument.Deposit::id, Function.identity()));
    }

    /**
     * UTF-8 with its mark, so that spreadsheets know it; separated as theirs expect it.
     *
     * @param language of the columns that name none
     * @param reader whose language the heads are in
     */
    static byte[] csv(CatalogDocument menu, String language, String reader, LocalDate today) {
        return written(of(menu, language, reader, today).table(), reader.equals("de") ? ';' : ',');
    }

    /** A workbook of one sheet, in which prices are numbers. */
    static byte[] xlsx(CatalogDocument menu, String language, String reader, LocalDate today) {
        List<List<String>> table = of(menu, language, reader, today).table();
        return XlsxText.of(table, amounts(table.get(0)));
    }

    /** The same of a table that was read. */
    static byte[] xlsx(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.head());
        table.rows().forEach(row -> rows.add(row.cells()));
        return XlsxText.of(rows, amounts(table.head()));
    }

    private static Set<Integer> amounts(List<String> head) {
        List<Optional<Meaning>> meanings = Words.guess(head);
        return IntStream.range(0, head.size())
                .filter(i -> meanings.get(i)
                        .filter(one -> one.column().name().startsWith("PRICE"))
                        .isPresent())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static TableExport of(CatalogDocument menu, String language, String reader, LocalDate today) {
        TableExport export = new TableExport(menu, language, reader, today);
        menu.articles().forEach(export::dish);
        for (CatalogDocument.OptionGroup group : menu.optionGroups())
            for (CatalogDocument.Option option : group.options()) export.option(group, option);
        return export;
    }

    private void dish(CatalogDocument.Article dish) {
        Map<Meaning, String> row = row();
        put(row, MenuColumn.NUMBER, dish.id());
        words(
                row,
                MenuColumn.CATEGORY,
                dish.category() == null ? Map.of() : categories.getOrDefault(dish.category(), Map.of()));
        words(row, MenuColumn.NAME, dish.name());
        words(row, MenuColumn.DESCRIPTION, dish.description());
        put(row, MenuColumn.PRICE, decimal(dish.price()));
        Map<MenuColumn, String> prices = new EnumMap<>(MenuColumn.class);
        dish.prices().forEach((type, price) -> prices.put(MenuColumn.valueOf("PRICE_" + type), decimal(price)));
        prices.forEach((column, price) -> put(row, column, price));
        put(row, MenuColumn.VAT, rates.getOrDefault(dish.vatClass(), ""));
        put(row, MenuColumn.OPTION_GROUPS, String.join("; ", dish.optionGroups()));
        if (dish.allergens() != null)
            put(
                    row,
                    MenuColumn.ALLERGENS,
                    dish.allergens().isEmpty()
                            ? (reader.equals("de") ? "keine" : "none")
                            : String.join(", ", dish.allergens()));
        put(row, MenuColumn.ADDITIVES, String.join(", ", dish.additives()));
        put(row, MenuColumn.MARKS, String.join(", ", dish.marks()));
        CatalogDocument.Deposit deposit = dish.deposit() == null ? null : deposits.get(dish.deposit());
        if (deposit != null)
            put(
                    row,
                    MenuColumn.DEPOSIT,
                    decimal(deposit.amount()) + (deposit.kind().equals("REUSABLE") ? reusable() : ""));
        if (dish.minimumAge() > 0) put(row, MenuColumn.MINIMUM_AGE, String.valueOf(dish.minimumAge()));
        if (dish.content() != null)
            put(
                    row,
                    MenuColumn.CONTENT,
                    dish.content().amount() + " " + dish.content().unit());
        if (dish.discountPercent() != null) put(row, MenuColumn.DISCOUNT, decimal(dish.discountPercent()));
        put(row, MenuColumn.TIMES, dish.windows().stream().map(this::window).collect(Collectors.joining("; ")));
        put(row, MenuColumn.COMPONENTS, String.join("; ", dish.components()));
        if (!dish.sellable()) put(row, MenuColumn.SELLABLE, reader.equals("de") ? "nein" : "no");
    }

    private void option(CatalogDocument.OptionGroup group, CatalogDocument.Option option) {
        Map<Meaning, String> row = row();
        put(row, MenuColumn.NUMBER, option.id());
        words(row, MenuColumn.NAME, option.name());
        put(row, MenuColumn.PRICE, decimal(option.price()));
        put(row, MenuColumn.OPTION_GROUPS, String.join("; ", option.optionGroups()));
        put(row, MenuColumn.ALLERGENS, String.join(", ", option.allergens()));
        put(row, MenuColumn.GROUP, group.id());
        words(row, MenuColumn.GROUP_NAME, group.name());
        put(row, MenuColumn.CHOICE, group.min() + "-" + group.max());
        if (option.max() != null) put(row, MenuColumn.AT_MOST, String.valueOf(option.max()));
        if (option.articleId() != null) put(row, MenuColumn.ARTICLE, option.articleId());
    }

    private Map<Meaning, String> row() {
        Map<Meaning, String> row = new HashMap<>();
        rows.add(row);
        return row;
    }

    private void words(Map<Meaning, String> row, MenuColumn column, Map<String, String> words) {
        words.forEach((one, text) -> {
            Meaning meaning = new Meaning(column, one.equals(language) ? "" : one);
            columns.add(meaning);
            row.put(meaning, text);
        });
    }

    private void put(Map<Meaning, String> row, MenuColumn column, String text) {
        if (text.isEmpty()) return;
        Meaning meaning = new Meaning(column, "");
        columns.add(meaning);
        row.put(meaning, text);
    }

    private String window(CatalogDocument.Window window) {
        List<String> names = reader.equals("de") ? DAYS_DE : DAYS_EN;
        String days = new TreeSet<>(window.days().stream().map(DAYS::indexOf).toList())
                .stream().map(names::get).collect(Collectors.joining(","));
        return (days.isEmpty() ? "" : days + " ") + window.from() + "-" + window.until();
    }

    private static String rates(CatalogDocument.VatClass one, LocalDate today) {
        return Parts.today(one, today)
                .map(rates -> rates.onSite().equals(rates.takeAway())
                        ? figure(rates.onSite())
                        : figure(rates.onSite()) + "/" + figure(rates.takeAway()))
                .orElse("");
    }

    private static String figure(String rate) {
        return rate.contains(".") ? rate.replaceAll("\\.?0+$", "") : rate;
    }

    private String decimal(String amount) {
        return reader.equals("de") ? amount.replace('.', ',') : amount;
    }

    private String reusable() {
        return reader.equals("de") ? " Mehrweg" : " reusable";
    }

    private List<List<String>> table() {
        List<Meaning> order = columns.stream()
                .sorted(Comparator.comparing(Meaning::column).thenComparing(Meaning::language))
                .toList();
        List<List<String>> table = new ArrayList<>();
        table.add(order.stream().map(one -> Words.title(one, reader)).toList());
        for (Map<Meaning, String> row : rows)
            table.add(order.stream().map(one -> row.getOrDefault(one, "")).toList());
        return table;
    }

    private static byte[] written(List<List<String>> table, char separator) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(text)) {
            for (List<String> row : table)
                csv.writeRecord(row.stream().map(TableExport::guarded).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet runs what begins so. */
    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
