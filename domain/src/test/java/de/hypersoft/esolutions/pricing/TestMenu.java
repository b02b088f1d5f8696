package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small menu, made article by article. */
public final class TestMenu {

    public static final Currency EUR = Currency.getInstance("EUR");
    private final Map<String, Menu.Article> articles = new LinkedHashMap<>();
    private final Map<String, Menu.OptionGroup> groups = new LinkedHashMap<>();

    public TestMenu article(String id, String price, String vatClass, String... optionGroups) {
        return article(id, price, 0, vatClass, null, optionGroups);
    }

    public TestMenu article(
            String id, String price, int discount, String vatClass, @Nullable String deposit, String... optionGroups) {
        articles.put(
                id,
                new Menu.Article(
                        id,
                        "all",
                        new LocalizedText(Map.of("de", id)),
                        LocalizedText.NONE,
                        eur(price),
                        Map.of(OrderType.DELIVERY, eur(price).plus(eur("1.00"))),
                        discount,
                        vatClass,
                        List.of(optionGroups),
                        List.of(),
                        List.of(),
                        List.of(),
                        deposit,
                        0,
                        null,
                        articles.size()));
        return this;
    }

    /** @param options pairs of id and price */
    public TestMenu group(String id, int min, int max, String... options) {
        List<Menu.Option> made = new ArrayList<>();
        for (int i = 0; i < options.length; i += 2)
            made.add(new Menu.Option(
                    options[i],
                    new LocalizedText(Map.of("de", options[i])),
                    eur(options[i + 1]),
                    null,
                    List.of(),
                    List.of()));
        groups.put(id, new Menu.OptionGroup(id, new LocalizedText(Map.of("de", id)), min, max, made));
        return this;
    }

    /** A group with one option that stands for another article, or asks another group in turn. */
    public TestMenu group(
            String id, int min, String option, String price, @Nullable String articleId, String... nested) {
        groups.put(
                id,
                new Menu.OptionGroup(
                        id,
                        new LocalizedText(Map.of("de", id)),
                        min,
                        1,
                        List.of(new Menu.Option(
                                option,
                                new LocalizedText(Map.of("de", option)),
                                eur(price),
                                articleId,
                                List.of(),
                                List.of(nested)))));
        return this;
    }

    /** An option in the making. */
    public record Draft(String id, String price, @Nullable String articleId, int max, List<String> asks) {

        Draft most(int pieces) {
            return new Draft(id, price, articleId, pieces, asks);
        }

        Draft stands(String article) {
            return new Draft(id, price, article, max, asks);
        }
    }

    public static Draft option(String id, String price, String... asks) {
        return new Draft(id, price, null, 99, List.of(asks));
    }

    public TestMenu choices(String id, int min, int max, Draft... options) {
        List<Menu.Option> made = new ArrayList<>();
        for (Draft draft : options)
            made.add(new Menu.Option(
                    draft.id,
                    new LocalizedText(Map.of("de", draft.id)),
                    eur(draft.price),
                    draft.articleId,
                    List.of(),
                    draft.asks,
                    draft.max));
        groups.put(id, new Menu.OptionGroup(id, new LocalizedText(Map.of("de", id)), min, max, made));
        return this;
    }

    public void age(String id, int age) {
        Menu.Article a = Objects.requireNonNull(articles.get(id));
        articles.put(
                id,
                new Menu.Article(
                        a.id(),
                        a.category(),
                        a.name(),
                        a.description(),
                        a.price(),
                        a.prices(),
                        a.discountBasisPoints(),
                        a.vatClass(),
                        a.optionGroups(),
                        a.components(),
                        a.allergens(),
                        a.additives(),
                        a.deposit(),
                        age,
                        a.content(),
                        a.sort()));
    }

    public static Basket basket(Selection... selections) {
        return basket(OrderType.PICKUP, "DE").with(selections);
    }

    /** An empty one of 22 November 2026. */
    public static Basket basket(OrderType type, String country) {
        return Basket.of(type, Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"), country);
    }

    public Menu menu() {
        return new Menu(
                "test",
                EUR,
                List.of(new Menu.Category("all", LocalizedText.NONE, 1)),
                articles,
                groups,
                Map.of("CAN", new Menu.Deposit("CAN", eur("0.25"), DepositKind.SINGLE_USE)),
                Map.of("FOOD", vatClass("FOOD", "7.00", "7.00"), "DRINK", vatClass("DRINK", "19.00", "19.00")));
    }

    public static Money eur(String decimal) {
        return Money.parse(decimal, EUR);
    }

    public static Selection one(String article, String... picks) {
        return many(1, article, picks);
    }

    /** @param picks pairs of group and option */
    public static Selection many(int quantity, String article, String... picks) {
        List<Selection.Pick> made = new ArrayList<>();
        for (int i = 0; i < picks.length; i += 2) made.add(new Selection.Pick(picks[i], picks[i + 1]));
        return new Selection(article, quantity, made, "");
    }

    public Quote pickup(Selection... selections) {
        return quote(OrderType.PICKUP, "DE", selections);
    }

    public Quote quote(OrderType type, String country, Selection... selections) {
        return Pricing.quote(menu(), basket(type, country).with(selections));
    }

    private static Menu.VatClass vatClass(String id, String onSite, String takeAway) {
        return new Menu.VatClass(
                id,
                List.of(new Menu.DatedRates(LocalDate.of(2026, 1, 1), VatRate.parse(onSite), VatRate.parse(takeAway))));
    }
}
