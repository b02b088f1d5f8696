package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What dishes of a file refer to: rates, categories, deposits. Each is made when the first dish asks for it, and keeps the id
 * that the location's catalogue has for the same thing.
 */
public final class Parts {

    /** Before every dish: rates of a file have no history. */
    private static final String SINCE = "2020-01-01";

    private final MenuTerms terms;
    private final Map<MenuTerms.Rates, CatalogDocument.VatClass> vatClasses = new LinkedHashMap<>();
    private final Map<String, CatalogDocument.Category> categories = new LinkedHashMap<>();
    private final Map<String, CatalogDocument.Deposit> deposits = new LinkedHashMap<>();
    private final Map<MenuTerms.Rates, CatalogDocument.VatClass> knownRates = new HashMap<>();
    private final Map<String, CatalogDocument.Category> knownCategories = new HashMap<>();
    private final Map<String, CatalogDocument.Deposit> knownDeposits = new HashMap<>();
    private final Ids categoryIds = new Ids();

    public Parts(MenuTerms terms) {
        this.terms = terms;
        CatalogDocument known = terms.known();
        if (known == null) return;
        for (CatalogDocument.VatClass one : known.vatClasses())
            today(one, terms.today()).ifPresent(rates -> knownRates.putIfAbsent(rates, one));
        for (CatalogDocument.Category one : known.categories()) {
            String name = one.name().get(terms.language());
            if (name != null) knownCategories.putIfAbsent(key(name), one);
            categoryIds.take(one.id());
        }
        for (CatalogDocument.Deposit one : known.deposits()) knownDeposits.putIfAbsent(one.amount() + one.kind(), one);
    }

    /** The rates of a class on a day. */
    static Optional<MenuTerms.Rates> today(CatalogDocument.VatClass one, LocalDate today) {
        return one.rates().stream()
                .filter(rate -> rate.from().compareTo(today.toString()) <= 0)
                .max(Comparator.comparing(CatalogDocument.Rates::from))
                .map(rate -> new MenuTerms.Rates(rate.onSite(), rate.takeAway()));
    }

    public String vatClass(MenuTerms.Rates rates) {
        return vatClasses
                .computeIfAbsent(rates, any -> {
                    CatalogDocument.VatClass known = knownRates.get(any);
                    return known != null ? known : made(any);
                })
                .id();
    }

    /** For a dish that says no rates itself. */
    public String vatClass(String category) {
        return vatClass(terms.drinkCategories().contains(category.strip()) ? terms.drinks() : terms.food());
    }

    private static CatalogDocument.VatClass made(MenuTerms.Rates rates) {
        String id = rates.onSite().equals(rates.takeAway()) ? rates.onSite() : rates.onSite() + "-" + rates.takeAway();
        return new CatalogDocument.VatClass(
                "vat-" + id, List.of(new CatalogDocument.Rates(SINCE, rates.onSite(), rates.takeAway())));
    }

    /** @param name in the language of the shop; categories stand in the order in which they are first named */
    public String category(String name, Map<String, String> names) {
        return categories
                .computeIfAbsent(key(name), any -> category(name, names, knownCategories.get(any)))
                .id();
    }

    private CatalogDocument.Category category(
            String name, Map<String, String> names, CatalogDocument.@Nullable Category known) {
        Map<String, String> all = new LinkedHashMap<>(known == null ? Map.of() : known.name());
        all.putAll(names);
        String id = known == null ? categoryIds.unique(name) : known.id();
        return new CatalogDocument.Category(id, all, (categories.size() + 1) * 10);
    }

    /** For the dishes of a file without any. */
    public Map<String, String> anyCategory() {
        return Map.of(terms.language(), terms.language().equals("de") ? "Speisekarte" : "Menu");
    }

    /** @param amount a decimal */
    public String deposit(String amount, boolean reusable) {
        String kind = reusable ? "REUSABLE" : "SINGLE_USE";
        return deposits.computeIfAbsent(amount + kind, any -> {
                    CatalogDocument.Deposit known = knownDeposits.get(any);
                    String id = (reusable ? "reusable-" : "deposit-") + amount;
                    return known != null ? known : new CatalogDocument.Deposit(id, amount, kind);
                })
                .id();
    }

    public CatalogDocument document(List<CatalogDocument.OptionGroup> groups, List<CatalogDocument.Article> articles) {
        return new CatalogDocument(
                terms.version(),
                null,
                terms.currency().getCurrencyCode(),
                new ArrayList<>(vatClasses.values()),
                new ArrayList<>(categories.values()),
                new ArrayList<>(deposits.values()),
                groups,
                articles,
                CatalogDocument.Removed.NOTHING);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
