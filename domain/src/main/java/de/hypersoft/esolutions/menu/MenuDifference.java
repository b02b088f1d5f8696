package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Category;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Deposit;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.VatClass;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a draft changes of the menu that is on sale, part by part, as somebody reads it before publishing. */
public record MenuDifference(List<Change> changes) {

    /** What is written down so that a person reads it; of the others it is said that they changed. */
    private static final Set<String> SAID =
            Set.of("name", "description", "price", "prices", "minimumAge", "discountPercent", "min", "max", "amount");

    public enum What {
        NEW,
        CHANGED,
        REMOVED
    }

    /**
     * @param kind as findings name it: {@code article}, {@code category}, {@code optionGroup}, {@code deposit}, {@code vatClass}
     * @param name by language; empty for what has none
     * @param fields what is another, of a part that is in both
     */
    public record Change(String kind, String id, Map<String, String> name, What what, List<Field> fields) {}

    /** @param before and after as they are written down; both empty where that says nothing to a person */
    public record Field(String name, String before, String after) {}

    /** @param onSale empty parts before the first menu */
    public static MenuDifference between(CatalogDocument onSale, CatalogDocument draft) {
        List<Change> changes = new ArrayList<>();
        compare("category", onSale.categories(), draft.categories(), Category::id, Category::name, changes);
        compare("article", onSale.articles(), draft.articles(), Article::id, Article::name, changes);
        compare(
                "optionGroup",
                onSale.optionGroups(),
                draft.optionGroups(),
                OptionGroup::id,
                OptionGroup::name,
                changes);
        compare("deposit", onSale.deposits(), draft.deposits(), Deposit::id, d -> Map.of(), changes);
        compare("vatClass", onSale.vatClasses(), draft.vatClasses(), VatClass::id, v -> Map.of(), changes);
        return new MenuDifference(List.copyOf(changes));
    }

    /** Of dishes, by their ids. */
    public Map<String, What> dishes() {
        Map<String, What> dishes = new LinkedHashMap<>();
        for (Change change : changes) if (change.kind().equals("article")) dishes.put(change.id(), change.what());
        return dishes;
    }

    private static <T extends Record> void compare(
            String kind,
            List<T> before,
            List<T> after,
            Function<T, String> id,
            Function<T, Map<String, String>> name,
            List<Change> into) {
        Map<String, T> gone = new LinkedHashMap<>();
        before.forEach(part -> gone.put(id.apply(part), part));
        for (T part : after) {
            T was = gone.remove(id.apply(part));
            if (was == null) into.add(new Change(kind, id.apply(part), name.apply(part), What.NEW, List.of()));
            else if (!was.equals(part))
                into.add(new Change(kind, id.apply(part), name.apply(part), What.CHANGED, fields(was, part)));
        }
        gone.values()
                .forEach(part -> into.add(new Change(kind, id.apply(part), name.apply(part), What.REMOVED, List.of())));
    }

    /** Which parts of one and the same thing are another. */
    public static List<Field> fields(Record before, Record after) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            Object was = Elements.part(component, before);
            Object is = Elements.part(component, after);
            if (Objects.equals(was, is)) continue;
            fields.add(new Field(component.getName(), said(component.getName(), was), said(component.getName(), is)));
        }
        return fields;
    }

    private static String said(String field, @Nullable Object value) {
        if (value == null || !SAID.contains(field)) return "";
        return value instanceof Map<?, ?> words
                ? new TreeMap<>(words).values().stream().map(String::valueOf).collect(Collectors.joining(" / "))
                : value.toString();
    }
}
