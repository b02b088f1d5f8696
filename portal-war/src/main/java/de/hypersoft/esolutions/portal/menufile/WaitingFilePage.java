package de.hypersoft.esolutions.portal.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.LoadPreview;
import de.hypersoft.esolutions.sync.menufile.Meaning;
import de.hypersoft.esolutions.sync.menufile.MenuColumn;
import de.hypersoft.esolutions.sync.menufile.ReadMenu;
import de.hypersoft.esolutions.sync.spreadsheet.Table;
import de.hypersoft.esolutions.sync.upload.BringMenu;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file before it is taken over: what its columns mean, its rates, and what it would change.
 *
 * @param refusal why it was not taken, or cannot be shown yet
 */
public record WaitingFilePage(VisibleLocations.Site site, BringMenu.Shown file, FileRefusal refusal) {

    /** Of each list; a file may have thousands. */
    public static final int MOST_SHOWN = 100;

    private static final int SAMPLES = 3;
    private static final Set<String> LANGUAGES = Set.of("de", "en");

    /** What can be chosen for a column. @param words for people */
    public record Choice(String value, String words) {}

    /** The columns of a table; none of another file. */
    public List<String> head() {
        Table table = file.table();
        return table == null ? List.of() : table.head();
    }

    /** How that column is read; empty for not at all. */
    public String code(int column) {
        List<String> columns = file.reading().columns();
        return column < columns.size() ? columns.get(column) : "";
    }

    /** What stands in the column first, so that somebody knows it again. */
    public String sample(int column) {
        Table table = Objects.requireNonNull(file.table());
        return String.join(
                " · ",
                table.rows().stream()
                        .map(row -> row.cell(column).strip())
                        .filter(cell -> !cell.isEmpty())
                        .limit(SAMPLES)
                        .map(cell ->
                                cell.length() > 40 ? cell.substring(0, cell.offsetByCodePoints(0, 30)) + "…" : cell)
                        .toList());
    }

    public List<Choice> choices(PageModel model) {
        List<Choice> choices = new ArrayList<>();
        for (MenuColumn column : MenuColumn.values()) {
            choices.add(new Choice(column.name(), words(model, column)));
            if (!column.translated()) continue;
            Set<String> languages =
                    new LinkedHashSet<>(LANGUAGES.stream().sorted().toList());
            file.reading().columns().stream()
                    .flatMap(code -> Meaning.of(code).stream())
                    .map(Meaning::language)
                    .filter(language -> !language.isEmpty())
                    .forEach(languages::add);
            for (String language : languages)
                choices.add(
                        new Choice(new Meaning(column, language).code(), words(model, column) + " (" + language + ")"));
        }
        return choices;
    }

    private static String words(PageModel model, MenuColumn column) {
        String name = column.name();
        if (!name.startsWith("PRICE_")) return model.word("menufile-column", name);
        return model.word("menufile-column", "PRICE") + " · " + model.word("type", name.substring("PRICE_".length()));
    }

    /** The row of a dish or group in the file; empty where it has none. */
    public String row(String kind, String id) {
        ReadMenu read = file.read();
        Long row = read == null ? null : read.rows().get(CatalogFinding.key(kind, id));
        return row == null ? "" : String.valueOf(row);
    }

    public List<LoadPreview.Dish> dishes() {
        LoadPreview preview = file.preview();
        return preview == null
                ? List.of()
                : preview.dishes().stream().limit(MOST_SHOWN).toList();
    }

    public List<ReadMenu.Fault> faults() {
        ReadMenu read = file.read();
        return read == null ? List.of() : read.faults();
    }

    /** An amount of the brand's currency; a dash for none. */
    public String price(PageModel model, @Nullable String decimal) {
        return decimal == null
                ? "–"
                : model.money(Money.parse(decimal, site.tenant().currency()));
    }

    /** Whether the columns have to be looked at before anything else. */
    public boolean columnsFirst() {
        return refusal.code().startsWith("menu-column");
    }
}
