package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Category;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.text.Json;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parts of a catalogue: found, read as a load reads them, told apart, and put into a new one. */
public final class Elements {

    private static final int TAG = 16;
    private static final int SIGNS = 8;

    private Elements() {}

    public static Optional<Article> dish(CatalogDocument menu, String id) {
        return find(menu.articles(), dish -> dish.id().equals(id));
    }

    public static Optional<Category> category(CatalogDocument menu, String id) {
        return find(menu.categories(), category -> category.id().equals(id));
    }

    public static Optional<OptionGroup> group(CatalogDocument menu, String id) {
        return find(menu.optionGroups(), group -> group.id().equals(id));
    }

    private static <T> Optional<T> find(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** The same for the same content; a form brings back that of what it was opened with. */
    public static String tag(Record element) {
        return Secret.hashOf(String.valueOf(plain(element))).substring(0, TAG);
    }

    /** In one order on every node, which maps have not. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) return new TreeMap<>(map);
        if (value instanceof List<?> list)
            return list.stream().map(Elements::plain).toList();
        if (!(value instanceof Record element)) return value;
        List<@Nullable Object> parts = new ArrayList<>();
        for (RecordComponent component : element.getClass().getRecordComponents())
            parts.add(plain(part(component, element)));
        return parts;
    }

    static @Nullable Object part(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
    }

    /** The first of {@code c1}, {@code c2} and so on that is not taken. */
    static String free(String letter, Set<String> taken) {
        int number = 1;
        while (taken.contains(letter + number)) number++;
        return letter + number;
    }

    /** An id that nothing had before: carts of guests may still name what is gone. */
    public static String fresh(String letter) {
        return letter + UUID.randomUUID().toString().substring(0, SIGNS);
    }

    static CatalogDocument with(CatalogDocument menu, List<Category> categories, List<Article> articles) {
        return with(menu, categories, menu.optionGroups(), articles);
    }

    static CatalogDocument with(
            CatalogDocument menu, List<Category> categories, List<OptionGroup> groups, List<Article> articles) {
        return new CatalogDocument(
                menu.version(),
                null,
                menu.currency(),
                menu.vatClasses(),
                categories,
                menu.deposits(),
                groups,
                articles,
                CatalogDocument.Removed.NOTHING);
    }

    static CatalogDocument named(CatalogDocument menu, String version) {
        return new CatalogDocument(
                version,
                null,
                menu.currency(),
                menu.vatClasses(),
                menu.categories(),
                menu.deposits(),
                menu.optionGroups(),
                menu.articles(),
                CatalogDocument.Removed.NOTHING);
    }

    /** @throws MenuFaults where it breaks a limit of a load's reading */
    static Article read(CatalogDocument menu, Article typed) {
        return reread(with(nothing(menu), List.of(), List.of(typed))).articles().get(0);
    }

    /** @throws MenuFaults as above */
    static Category read(CatalogDocument menu, Category typed) {
        return reread(with(nothing(menu), List.of(typed), List.of()))
                .categories()
                .get(0);
    }

    /** @throws MenuFaults as above */
    static OptionGroup read(CatalogDocument menu, OptionGroup typed) {
        return reread(with(nothing(menu), List.of(), List.of(typed), List.of()))
                .optionGroups()
                .get(0);
    }

    /** Of the same currency, and without any part. */
    static CatalogDocument nothing(CatalogDocument menu) {
        return new CatalogDocument(
                menu.version(),
                null,
                menu.currency(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                CatalogDocument.Removed.NOTHING);
    }

    private static CatalogDocument reread(CatalogDocument small) {
        CatalogText.Result read = CatalogText.read(new StringReader(Json.write(small)));
        if (!read.findings().isEmpty()) throw new MenuFaults(read.findings());
        return read.document();
    }
}
