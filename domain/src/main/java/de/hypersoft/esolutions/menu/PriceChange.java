package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Secret;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prices of many dishes at once, those by order type too. What costs nothing stays so: its price lies in its options.
 *
 * @param category of which dishes; empty for all
 * @param by in hundredths of a percent, or in minor units of the currency; below zero for less
 */
public record PriceChange(String category, Kind kind, long by, Rounding rounding) {

    private static final long MOST_PERCENT = 50_000;
    private static final long MOST_AMOUNT = 100_000;
    private static final long WHOLE = 10_000;

    public enum Kind {
        PERCENT,
        AMOUNT
    }

    /** To the nearest of these, a half upwards. */
    public enum Rounding {
        CENT(1, 0),
        FIVE(5, 0),
        TEN(10, 0),
        FIFTY(50, 0),
        NINETY(100, 90);

        private final int step;
        private final int from;

        Rounding(int step, int from) {
            this.step = step;
            this.from = from;
        }

        long round(long minor) {
            return Math.floorDiv(2 * (minor - from) + step, 2L * step) * step + from;
        }
    }

    /** @throws Invalid {@code out-of-range} on {@code by}: nothing, less than all, more than six times as much */
    public PriceChange {
        boolean percent = kind == Kind.PERCENT;
        if (by == 0 || Math.abs(by) > (percent ? MOST_PERCENT : MOST_AMOUNT) || percent && by <= -WHOLE)
            throw new Invalid("out-of-range", "a change is more than nothing, and leaves a price", "by");
    }

    /** One price that would be another; {@code orderType} is empty for the dish's own. */
    public record Line(String id, Map<String, String> name, String orderType, String before, String after) {}

    /** The same for the same lines: whoever agrees says so of exactly what was shown. */
    public static String tag(List<Line> lines) {
        return Secret.hashOf(lines.stream()
                .map(line -> line.id() + ' ' + line.orderType() + ' ' + line.before() + ' ' + line.after())
                .collect(Collectors.joining("\n")));
    }

    /** @throws Invalid {@code negative-price} on {@code by} when a price would fall below zero */
    public List<Line> lines(CatalogDocument menu) {
        List<Line> lines = new ArrayList<>();
        Currency currency = Currency.getInstance(menu.currency());
        for (Article dish : menu.articles())
            if (concerns(dish)) {
                line(dish, "", dish.price(), currency, lines);
                dish.prices().forEach((type, price) -> line(dish, type, price, currency, lines));
            }
        return lines;
    }

    private void line(Article dish, String type, String price, Currency currency, List<Line> lines) {
        String after = changed(price, currency);
        if (!after.equals(price)) lines.add(new Line(dish.id(), dish.name(), type, price, after));
    }

    List<Article> applied(CatalogDocument menu) {
        Currency currency = Currency.getInstance(menu.currency());
        return menu.articles().stream()
                .map(dish -> concerns(dish) ? applied(dish, currency) : dish)
                .toList();
    }

    private Article applied(Article dish, Currency currency) {
        Map<String, String> prices = new LinkedHashMap<>();
        dish.prices().forEach((type, price) -> prices.put(type, changed(price, currency)));
        return new DishParts(dish)
                .priced(changed(dish.price(), currency), prices)
                .dish();
    }

    private boolean concerns(Article dish) {
        return dish.sellable() && (category.isEmpty() || category.equals(dish.category()));
    }

    private String changed(String price, Currency currency) {
        Money old;
        try {
            old = Money.parse(price, currency);
        } catch (Money.InvalidAmount broken) {
            return price; // its own page says what is wrong with it
        }
        if (old.isZero()) return price;
        long minor = kind == Kind.AMOUNT
                ? old.minor() + by
                : Math.floorDiv(2 * old.minor() * (WHOLE + by) + WHOLE, 2 * WHOLE);
        long rounded = rounding.round(minor);
        if (rounded < 0) throw new Invalid("negative-price", "a price would fall below zero", "by");
        return new Money(rounded, currency).decimal();
    }
}
