package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.sync.spreadsheet.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row of a menu's table by the meaning of its columns. What cannot be read is a fault of the row. */
final class TableRow {

    private static final Pattern FORMULA_ERROR =
            Pattern.compile("#(REF|VALUE|NAME|DIV/0|NUM|NULL|N/A|BEZUG|WERT|ZAHL|NV)[!?]?");

    /** Before what a spreadsheet would run as a formula stands an apostrophe. */
    private static final Pattern APOSTROPHE = Pattern.compile("^'(?=[=+\\-@])");

    private final Table table;
    private final Table.Row row;
    private final Map<Meaning, Integer> columns;
    private final String language;
    private final List<ReadMenu.Fault> faults = new ArrayList<>();

    /** @param language of words for which a column names none */
    TableRow(Table table, Table.Row row, Map<Meaning, Integer> columns, String language) {
        this.table = table;
        this.row = row;
        this.columns = columns;
        this.language = language;
    }

    long number() {
        return row.number();
    }

    List<ReadMenu.Fault> faults() {
        return List.copyOf(faults);
    }

    boolean has(MenuColumn column) {
        return !text(column).isEmpty();
    }

    /** Stripped; empty when there is none. */
    String text(MenuColumn column) {
        return text(new Meaning(column, ""));
    }

    private String text(Meaning meaning) {
        Integer at = columns.get(meaning);
        if (at == null) return "";
        String text = APOSTROPHE.matcher(row.cell(at).strip()).replaceFirst("");
        if (!FORMULA_ERROR.matcher(text).matches()) return text;
        fault(meaning, "formula", text);
        return "";
    }

    /** By language. */
    Map<String, String> words(MenuColumn column) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Meaning meaning : columns.keySet()) {
            if (meaning.column() != column) continue;
            String text = text(meaning);
            if (!text.isEmpty()) words.put(meaning.language().isEmpty() ? language : meaning.language(), text);
        }
        return words;
    }

    /** In the language of the shop, else in the first there is; empty for none. */
    String word(MenuColumn column) {
        Map<String, String> words = words(column);
        String own = words.get(language);
        return own != null ? own : words.values().stream().findFirst().orElse("");
    }

    /** @param code of the fault when something stands there that cannot be read */
    <T> Optional<T> read(MenuColumn column, String code, Function<String, Optional<T>> reading) {
        String text = text(column);
        if (text.isEmpty()) return Optional.empty();
        Optional<T> read = reading.apply(text);
        if (read.isEmpty()) fault(column, code, text);
        return read;
    }

    Optional<String> price(MenuColumn column) {
        return read(column, "price", Cells::price);
    }

    List<String> list(MenuColumn column) {
        return Cells.parts(text(column), "[;|\\n]");
    }

    void fault(MenuColumn column, String code, String said) {
        fault(new Meaning(column, ""), code, said);
    }

    private void fault(Meaning meaning, String code, String said) {
        Integer at = columns.get(meaning);
        String title = at == null || at >= table.head().size()
                ? ""
                : table.head().get(at).strip();
        ReadMenu.Fault fault = new ReadMenu.Fault(row.number(), title, code, shortened(said));
        if (!faults.contains(fault)) faults.add(fault);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }
}
