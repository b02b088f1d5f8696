package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what of a catalogue may be shown. A part with a fault is refused, and so is whatever needs it; the rest stays.
 * Pure: the same document gives the same answer.
 */
public final class CatalogCheck {

    private final CatalogDocument document;
    private final CatalogErrors faults;
    private final Map<Thing, Set<Thing>> needers = new LinkedHashMap<>();

    private CatalogCheck(CatalogDocument document, CatalogErrors faults) {
        this.faults = faults;
        this.document = document;
    }

    /** @param accepted only what may be shown; every id in it resolves */
    public record Result(CatalogDocument accepted, List<CatalogFinding> refused) {}

    /**
     * @param today the location's day, on which each VAT class must have a rate
     * @param words what this location calls its allergens
     */
    public static Result check(CatalogDocument sent, Currency currency, LocalDate today, AllergenWords words) {
        return check(sent, currency, today, words, CatalogErrors.ofLoad());
    }

    /** The same, with every reason. */
    static Result inspect(CatalogDocument sent, Currency currency, LocalDate today, AllergenWords words) {
        return check(sent, currency, today, words, CatalogErrors.all());
    }

    private static Result check(
            CatalogDocument sent, Currency currency, LocalDate today, AllergenWords words, CatalogErrors faults) {
        CatalogDocument document = new AllergenCheck(words, faults).coded(TakenOnce.of(sent));
        CatalogCheck check = new CatalogCheck(document, faults);
        check.duplicates();
        new PartCheck(document, currency, today, check.faults).check();
        new ArticleCheck(document, currency, check.faults).check();
        check.spread();
        return new Result(check.accepted(), check.faults.findings(check.names()));
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

    /** Refuses whatever needs something refused, and whatever needs that in turn; each need is looked at once. */
    private void spread() {
        document.optionGroups().forEach(this::needs);
        document.articles().forEach(this::needs);
        Deque<Thing> open = new ArrayDeque<>(needers.keySet());
        open.removeIf(thing -> !faults.refused(thing.kind(), thing.id()));
        while (!open.isEmpty()) {
            Thing refused = open.remove();
            for (Thing needer : needers.getOrDefault(refused, Set.of())) {
                boolean known = faults.refused(needer.kind(), needer.id());
                faults.follows(
                        needer.kind(),
                        needer.id(),
                        "refused-" + kebab(refused.kind()),
                        "needs " + refused.kind() + " " + refused.id() + ", which was refused",
                        CatalogFinding.key(refused.kind(), refused.id()));
                if (!known && needers.containsKey(needer)) open.add(needer);
            }
        }
    }

    private void needs(OptionGroup group) {
        Thing needer = new Thing("optionGroup", group.id());
        for (CatalogDocument.Option option : group.options()) {
            if (option.articleId() != null) needs(needer, "article", option.articleId());
            option.optionGroups().forEach(nested -> needs(needer, "optionGroup", nested));
        }
    }

    private void needs(Article article) {
        Thing needer = new Thing("article", article.id());
        needs(needer, "vatClass", article.vatClass());
        if (article.category() != null) needs(needer, "category", article.category());
        if (article.deposit() != null) needs(needer, "deposit", article.deposit());
        article.optionGroups().forEach(group -> needs(needer, "optionGroup", group));
        article.components().forEach(component -> needs(needer, "article", component));
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        document.articles()
                .forEach(a -> names.put(CatalogFinding.key("article", a.id()), new LocalizedText(a.name()).in("de")));
        document.optionGroups()
                .forEach(g ->
                        names.put(CatalogFinding.key("optionGroup", g.id()), new LocalizedText(g.name()).in("de")));
        document.categories()
                .forEach(c -> names.put(CatalogFinding.key("category", c.id()), new LocalizedText(c.name()).in("de")));
        return names;
    }

    /** What has a fault of its own is told of that fault alone. */
    private void needs(Thing needer, String kind, String id) {
        if (!faults.refused(needer.kind(), needer.id()))
            needers.computeIfAbsent(new Thing(kind, id), t -> new LinkedHashSet<>())
                    .add(needer);
    }

    private record Thing(String kind, String id) {}

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
