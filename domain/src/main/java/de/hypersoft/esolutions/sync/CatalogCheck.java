package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.CatalogDocument;
import de.hypersoft.esolutions.catalog.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.catalog.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what of a catalogue may be shown. A part with a fault is refused, and so is whatever needs it; the rest stays.
 * Pure: the same document gives the same answer.
 */
final class CatalogCheck {

    private final CatalogDocument document;
    private final Faults faults = new Faults();

    private CatalogCheck(CatalogDocument document) {
        this.document = document;
    }

    /** @param accepted only what may be shown; every id in it resolves */
    record Result(CatalogDocument accepted, List<Finding> refused) {}

    /** @param today the location's day, on which each VAT class must have a rate */
    static Result check(CatalogDocument document, Currency currency, LocalDate today) {
        CatalogCheck check = new CatalogCheck(document);
        check.duplicates();
        new PartCheck(document, currency, today, check.faults).check();
        new ArticleCheck(document, currency, check.faults).check();
        check.spread();
        return new Result(check.accepted(), check.faults.findings());
    }

    private void duplicates() {
        duplicates(document.vatClasses(), CatalogDocument.VatClass::id, "vatClass");
        duplicates(document.categories(), CatalogDocument.Category::id, "category");
        duplicates(document.deposits(), CatalogDocument.Deposit::id, "deposit");
        duplicates(document.optionGroups(), OptionGroup::id, "optionGroup");
        duplicates(document.articles(), Article::id, "article");
    }

    private <T> void duplicates(List<T> things, Function<T, String> id, String kind) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (T thing : things)
            if (!seen.add(id.apply(thing)) && twice.add(id.apply(thing)))
                faults.add(kind, id.apply(thing), "duplicate-id", "the id is there more than once; none is taken");
    }

    /** Refuses whatever needs something refused, until nothing new is found. */
    private void spread() {
        int before;
        do {
            before = faults.size();
            document.optionGroups().stream()
                    .filter(g -> !faults.refused("optionGroup", g.id()))
                    .forEach(this::spread);
            document.articles().stream()
                    .filter(a -> !faults.refused("article", a.id()))
                    .forEach(this::spread);
        } while (faults.size() > before);
    }

    private void spread(OptionGroup group) {
        Faults.Of of = faults.of("optionGroup", group.id());
        for (CatalogDocument.Option option : group.options()) {
            if (option.articleId() != null) needs("article", option.articleId(), of);
            option.optionGroups().forEach(nested -> needs("optionGroup", nested, of));
        }
    }

    private void spread(Article article) {
        Faults.Of of = faults.of("article", article.id());
        needs("vatClass", article.vatClass(), of);
        if (article.category() != null) needs("category", article.category(), of);
        if (article.deposit() != null) needs("deposit", article.deposit(), of);
        article.optionGroups().forEach(group -> needs("optionGroup", group, of));
        article.components().forEach(component -> needs("article", component, of));
    }

    private void needs(String kind, String id, Faults.Of of) {
        if (faults.refused(kind, id))
            of.add("refused-" + kebab(kind), "needs " + kind + " " + id + ", which was refused");
    }

    private static String kebab(String kind) {
        return switch (kind) {
            case "vatClass" -> "vat-class";
            case "optionGroup" -> "option-group";
            default -> kind;
        };
    }

    private CatalogDocument accepted() {
        return new CatalogDocument(
                document.version(),
                null,
                document.currency(),
                kept(document.vatClasses(), CatalogDocument.VatClass::id, "vatClass"),
                kept(document.categories(), CatalogDocument.Category::id, "category"),
                kept(document.deposits(), CatalogDocument.Deposit::id, "deposit"),
                kept(document.optionGroups(), OptionGroup::id, "optionGroup"),
                kept(document.articles(), Article::id, "article"),
                CatalogDocument.Removed.NOTHING);
    }

    private <T> List<T> kept(List<T> things, Function<T, String> id, String kind) {
        List<T> result = new ArrayList<>();
        for (T thing : things) if (!faults.refused(kind, id.apply(thing))) result.add(thing);
        return result;
    }
}
