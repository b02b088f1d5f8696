package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Removed;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Lays an increment over what was received before (T57): what it names is replaced whole, the rest stays. */
final class CatalogMerge {

    private final CatalogDocument base;
    private final CatalogDocument increment;
    private final List<CatalogFinding> unreadable;

    private CatalogMerge(CatalogDocument base, CatalogDocument increment, List<CatalogFinding> unreadable) {
        this.base = base;
        this.increment = increment;
        this.unreadable = unreadable;
    }

    /** @param unreadable elements of the increment that could not be read; their old state is not valid any more */
    static CatalogDocument merge(CatalogDocument base, CatalogDocument increment, List<CatalogFinding> unreadable) {
        return new CatalogMerge(base, increment, unreadable).merged();
    }

    /** @param before what could not be read until now; @return what is still missing, the increment's own included */
    static List<CatalogFinding> unreadable(
            List<CatalogFinding> before, CatalogDocument increment, List<CatalogFinding> now) {
        Set<String> named = new HashSet<>();
        Removed gone = increment.removed();
        names(named, "vatClass", increment.vatClasses(), CatalogDocument.VatClass::id, gone.vatClasses());
        names(named, "category", increment.categories(), CatalogDocument.Category::id, gone.categories());
        names(named, "deposit", increment.deposits(), CatalogDocument.Deposit::id, gone.deposits());
        names(named, "optionGroup", increment.optionGroups(), CatalogDocument.OptionGroup::id, gone.optionGroups());
        names(named, "article", increment.articles(), CatalogDocument.Article::id, gone.articles());
        now.forEach(f -> named.add(f.kind() + ' ' + f.id()));
        List<CatalogFinding> result = new ArrayList<>(now);
        for (CatalogFinding finding : before)
            if (!named.contains(finding.kind() + ' ' + finding.id())) result.add(finding);
        return result;
    }

    private static <T> void names(
            Set<String> named, String kind, List<T> sent, Function<T, String> id, List<String> removed) {
        sent.forEach(t -> named.add(kind + ' ' + id.apply(t)));
        removed.forEach(r -> named.add(kind + ' ' + r));
    }

    private CatalogDocument merged() {
        Removed gone = increment.removed();
        return new CatalogDocument(
                increment.version(),
                null,
                increment.currency(),
                merged(CatalogDocument::vatClasses, CatalogDocument.VatClass::id, gone.vatClasses(), "vatClass"),
                merged(CatalogDocument::categories, CatalogDocument.Category::id, gone.categories(), "category"),
                merged(CatalogDocument::deposits, CatalogDocument.Deposit::id, gone.deposits(), "deposit"),
                merged(
                        CatalogDocument::optionGroups,
                        CatalogDocument.OptionGroup::id,
                        gone.optionGroups(),
                        "optionGroup"),
                merged(CatalogDocument::articles, CatalogDocument.Article::id, gone.articles(), "article"),
                Removed.NOTHING);
    }

    private <T> List<T> merged(
            Function<CatalogDocument, List<T>> list, Function<T, String> id, List<String> removed, String kind) {
        Set<String> old = new HashSet<>(removed);
        list.apply(increment).forEach(t -> old.add(id.apply(t)));
        unreadable.stream().filter(f -> f.kind().equals(kind)).forEach(f -> old.add(f.id()));
        List<T> result = new ArrayList<>();
        for (T t : list.apply(base)) if (!old.contains(id.apply(t))) result.add(t);
        result.addAll(list.apply(increment));
        return result;
    }
}
