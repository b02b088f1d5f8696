package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.Allergen;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for articles: references that resolve, prices that can be charged, recipes that end. */
final class ArticleCheck {

    private static final int HIGHEST_AGE = 99;
    private static final int MOST_CONTENT = 1_000_000;

    private final CatalogDocument document;
    private final Currency currency;
    private final CatalogErrors faults;
    private final Map<String, Article> articles = new HashMap<>();
    private final Set<String> vatClasses;
    private final Set<String> categories;
    private final Set<String> deposits;
    private final Set<String> groups;

    ArticleCheck(CatalogDocument document, Currency currency, CatalogErrors faults) {
        this.document = document;
        this.currency = currency;
        this.faults = faults;
        document.articles().forEach(a -> articles.put(a.id(), a));
        groups = document.optionGroups().stream()
                .map(CatalogDocument.OptionGroup::id)
                .collect(Collectors.toSet());
        vatClasses =
                document.vatClasses().stream().map(CatalogDocument.VatClass::id).collect(Collectors.toSet());
        categories =
                document.categories().stream().map(CatalogDocument.Category::id).collect(Collectors.toSet());
        deposits = document.deposits().stream().map(CatalogDocument.Deposit::id).collect(Collectors.toSet());
    }

    void check() {
        for (Article article : document.articles()) {
            CatalogErrors.Of of = faults.of("article", article.id());
            prices(article, of);
            references(article, of);
            recipe(article, of);
            details(article, of);
        }
        new Recipes(articles).check(faults);
    }

    private void prices(Article article, CatalogErrors.Of of) {
        price(article.price(), "price", of.in("/price"));
        article.prices().forEach((type, price) -> {
            CatalogErrors.Of there = of.in("/prices" + FileFault.step(type));
            if (Arrays.stream(OrderType.values()).noneMatch(t -> t.name().equals(type)))
                there.add("", "unknown-order-type", "prices name unknown order type " + type);
            price(price, "price for " + type, there);
        });
        if (article.discountPercent() != null) Values.discount(article.discountPercent(), of.in("/discountPercent"));
    }

    private void price(String text, String member, CatalogErrors.Of of) {
        Money price = Values.amount(text, currency, member, of);
        if (price != null && price.isNegative())
            of.add("", "negative-price", member + " is below zero; only options may be");
    }

    private void references(Article article, CatalogErrors.Of of) {
        if (article.category() == null && article.sellable())
            of.add("/category", "category-missing", "an article that is sold stands in a category");
        if (article.category() != null && !categories.contains(article.category()))
            of.add("/category", "unknown-category", "there is no category »" + article.category() + "«");
        if (!vatClasses.contains(article.vatClass()))
            of.add("/vatClass", "unknown-vat-class", "there is no VAT class »" + article.vatClass() + "«");
        if (article.deposit() != null && !deposits.contains(article.deposit()))
            of.add("/deposit", "unknown-deposit", "there is no deposit »" + article.deposit() + "«");
        asked(article, of);
    }

    /** A pick names its group, so at one place each group can be asked only once; an option below may ask it again. */
    private void asked(Article article, CatalogErrors.Of of) {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < article.optionGroups().size(); i++) {
            String id = article.optionGroups().get(i);
            if (!groups.contains(id))
                of.add("/optionGroups/" + i, "unknown-option-group", "there is no option group »" + id + "«");
            if (!asked.add(id))
                of.add("/optionGroups/" + i, "duplicate-reference", "group »" + id + "« is asked twice");
        }
    }

    private void recipe(Article article, CatalogErrors.Of of) {
        for (int i = 0; i < article.components().size(); i++) {
            String id = article.components().get(i);
            Article component = articles.get(id);
            if (deposits.contains(id) || component != null && component.deposit() != null)
                of.add(
                        "/components/" + i,
                        "deposit-article-in-recipe",
                        "»" + id + "« carries a deposit; offer it as an option, then the deposit is charged once (T6)");
            else if (component == null)
                of.add("/components/" + i, "unknown-component", "there is no article »" + id + "« for the recipe");
        }
    }

    private void details(Article article, CatalogErrors.Of of) {
        if (article.minimumAge() < 0 || article.minimumAge() > HIGHEST_AGE)
            of.add("/minimumAge", "invalid-age", "minimumAge is a number from 0 to 99, not " + article.minimumAge());
        CatalogDocument.Content content = article.content();
        if (content != null && (content.amount() < 1 || content.amount() > MOST_CONTENT || !unit(content.unit())))
            of.add("/content", "invalid-content", "content is 1 to 1,000,000 of ml or g");
        marks(article, of);
        for (int i = 0; i < article.windows().size(); i++)
            window(article.windows().get(i), of.in("/windows/" + i));
    }

    private static void window(CatalogDocument.Window window, CatalogErrors.Of of) {
        if (window.days().isEmpty())
            of.add(
                    "/days",
                    "invalid-window",
                    "a window names its days, or the dish is never served; each day is all seven");
        for (int i = 0; i < window.days().size(); i++) Values.day(window.days().get(i), of.in("/days/" + i));
        Values.time(window.from(), of.in("/from"));
        Values.time(window.until(), of.in("/until"));
    }

    /** Somebody who eats no animals trusts the mark; a dish that names milk must not carry it. */
    private static void marks(Article article, CatalogErrors.Of of) {
        boolean vegan = article.marks().contains("VEGAN");
        if (article.allergens() == null || !vegan && !article.marks().contains("VEGETARIAN")) return;
        List<Allergen> against = article.allergens().stream()
                .flatMap(code -> Allergen.of(code).stream())
                .filter(vegan ? Allergen::ofAnimals : Allergen::ofDeadAnimals)
                .toList();
        if (!against.isEmpty())
            of.add("/marks", "mark-against-allergens", "marked " + article.marks() + ", and contains " + against);
    }

    private static boolean unit(String unit) {
        return List.of("ml", "g").contains(unit);
    }
}
