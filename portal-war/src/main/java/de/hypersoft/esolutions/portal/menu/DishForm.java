package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Content;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Window;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dish as it was typed. What the form does not show stays as it was. */
final class DishForm {

    static final List<String> MARKS = List.of("VEGETARIAN", "VEGAN", "SPICY", "ALCOHOL");

    private static final int WINDOWS = 20;
    private static final int NO_AGE = 100;
    private static final int FIRST_NUMBER = 100;

    private DishForm() {}

    /** A new one in this category, with the next number. */
    static Article blank(CatalogDocument menu, String category) {
        return new Article(
                next(menu),
                category,
                Map.of(),
                Map.of(),
                "",
                Map.of(),
                menu.vatClasses().isEmpty() ? "" : menu.vatClasses().get(0).id(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                0,
                null,
                0,
                null,
                true,
                List.of(),
                List.of());
    }

    /** One more than the highest number, from 101 on. */
    static String next(CatalogDocument menu) {
        return String.valueOf(1
                + menu.articles().stream()
                        .map(Article::id)
                        .filter(id -> id.matches("\\d{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(FIRST_NUMBER));
    }

    /** The same under another number. */
    static Article copy(Article of, String id) {
        return with(of, id, of.optionGroups(), of.marks(), of.allergens(), of);
    }

    static Article of(Typed typed, String id, Article before) {
        List<String> marks = Stream.concat(
                        before.marks().stream().filter(mark -> !MARKS.contains(mark)),
                        typed.all("marks").stream().filter(MARKS::contains))
                .toList();
        Article said = new Article(
                id,
                typed.orNone("category"),
                typed.words("name", before.name()),
                typed.words("description", before.description()),
                Typed.amount(typed.one("price")),
                prices(typed, before),
                typed.one("vatClass"),
                List.of(),
                before.components(),
                null,
                typed.all("additives"),
                typed.orNone("deposit"),
                typed.number("minimumAge", 0, NO_AGE),
                content(typed),
                before.sort(),
                before.discountPercent(),
                before.sellable(),
                windows(typed),
                List.of());
        return with(said, id, groups(typed, before), marks, allergens(typed), said);
    }

    private static Article with(
            Article of,
            String id,
            List<String> groups,
            List<String> marks,
            @Nullable List<String> allergens,
            Article rest) {
        return new Article(
                id,
                of.category(),
                of.name(),
                of.description(),
                of.price(),
                of.prices(),
                of.vatClass(),
                groups,
                rest.components(),
                allergens,
                of.additives(),
                of.deposit(),
                of.minimumAge(),
                of.content(),
                of.sort(),
                of.discountPercent(),
                of.sellable(),
                of.windows(),
                marks);
    }

    private static Map<String, String> prices(Typed typed, Article before) {
        Map<String, String> prices = new LinkedHashMap<>(before.prices());
        for (OrderType type : OrderType.values()) {
            String field = "prices." + type;
            if (!typed.form().containsKey(field)) continue;
            if (typed.one(field).isEmpty()) prices.remove(type.name());
            else prices.put(type.name(), Typed.amount(typed.one(field)));
        }
        return prices;
    }

    /** In the order in which they were asked; those that are new come last. */
    private static List<String> groups(Typed typed, Article before) {
        Set<String> ticked = new LinkedHashSet<>(typed.all("optionGroups"));
        List<String> groups = new ArrayList<>(before.optionGroups());
        groups.retainAll(ticked);
        ticked.removeAll(groups);
        groups.addAll(ticked);
        return groups;
    }

    /** Nothing is said until something is ticked, or that nothing is to be. */
    private static @Nullable List<String> allergens(Typed typed) {
        List<String> ticked = typed.all("allergens");
        return ticked.isEmpty() && !typed.ticked("stated") ? null : ticked;
    }

    private static @Nullable Content content(Typed typed) {
        String amount = typed.one("content.amount");
        return amount.isEmpty() ? null : new Content(typed.number("content.amount", 0, 0), typed.one("content.unit"));
    }

    /** A row without days and times is none. */
    private static List<Window> windows(Typed typed) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            Window row = new Window(
                    typed.all("windows." + i + ".days"),
                    typed.one("windows." + i + ".from"),
                    typed.one("windows." + i + ".until"));
            if (!row.days().isEmpty() || !row.from().isEmpty() || !row.until().isEmpty()) windows.add(row);
        }
        return windows;
    }
}
