package de.hypersoft.esolutions.ordering.cart;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Basket;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Pricing;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cart against today's menu: each line priced anew, and named when it cannot be had (T19) or costs something else than
 * when it was put in (T12). Pure.
 *
 * @param quote of the lines that can be had; null when there is none
 */
public record CartCheck(List<Line> lines, @Nullable Quote quote) {

    /** Why a line cannot be ordered. */
    public enum Trouble {
        GONE,
        CHANGED,
        SOLD_OUT,
        NOT_AT_THIS_TIME
    }

    /**
     * @param picked what was picked, against today's menu; null when that no longer has the article
     * @param priced null when the line is in trouble
     */
    public record Line(
            CartContents.Line line,
            @Nullable Picked picked,
            @Nullable Trouble trouble,
            Quote.@Nullable Line priced) {

        public boolean priceChanged() {
            return priced != null && !priced.unitPrice().equals(line.unitPrice());
        }
    }

    public CartCheck {
        lines = List.copyOf(lines);
    }

    /** Everything can be had; what it costs may still have changed. */
    public boolean orderable() {
        return quote != null && lines.stream().allMatch(l -> l.trouble() == null);
    }

    /**
     * @param basket type, day and delivery terms; its selections are the cart's
     * @param at when it is to be fulfilled, by which time rules are judged (T20); null while no time was chosen
     */
    public static CartCheck of(
            Menu menu,
            Availability availability,
            List<CartContents.Line> lines,
            Basket basket,
            @Nullable Instant at,
            ZoneId zone) {
        Map<String, Integer> needed = needed(menu, lines);
        List<Line> checked = new ArrayList<>();
        List<Selection> good = new ArrayList<>();
        for (CartContents.Line line : lines) {
            Picked picked = picked(menu, line.selection());
            Trouble trouble = trouble(menu, availability, picked, needed, at, zone);
            if (trouble == null) good.add(line.selection());
            checked.add(new Line(line, picked, trouble, null));
        }
        if (good.isEmpty()) return new CartCheck(checked, null);
        Quote quote = Pricing.quote(menu, basket.with(good));
        return new CartCheck(priced(checked, quote), quote);
    }

    /** The price of one piece as the guest sees it before putting it in. */
    public static Money unitPrice(Menu menu, Basket basket) {
        return Pricing.quote(menu, basket).lines().get(0).unitPrice();
    }

    private static List<Line> priced(List<Line> checked, Quote quote) {
        List<Line> result = new ArrayList<>();
        int next = 0;
        for (Line line : checked) {
            boolean good = line.trouble() == null;
            result.add(
                    good
                            ? new Line(
                                    line.line(),
                                    line.picked(),
                                    null,
                                    quote.lines().get(next++))
                            : line);
        }
        return result;
    }

    private static @Nullable Trouble trouble(
            Menu menu,
            Availability availability,
            @Nullable Picked picked,
            Map<String, Integer> needed,
            @Nullable Instant at,
            ZoneId zone) {
        if (picked == null || !picked.article().sellable()) return Trouble.GONE;
        try {
            SelectionRules.check(menu, picked.selection(), "line");
        } catch (Invalid e) {
            return Trouble.CHANGED;
        }
        if (at != null && picked.notServed(menu, at, zone).isPresent()) return Trouble.NOT_AT_THIS_TIME;
        boolean all = picked.portions().keySet().stream()
                .allMatch(id -> availability.orderable(id, needed.getOrDefault(id, 1)));
        return all ? null : Trouble.SOLD_OUT;
    }

    private static Map<String, Integer> needed(Menu menu, List<CartContents.Line> lines) {
        Map<String, Integer> needed = new HashMap<>();
        for (CartContents.Line line : lines) {
            Picked picked = picked(menu, line.selection());
            if (picked != null) picked.portions().forEach((id, portions) -> needed.merge(id, portions, Integer::sum));
        }
        return needed;
    }

    private static @Nullable Picked picked(Menu menu, Selection selection) {
        return menu.article(selection.articleId())
                .map(article -> Picked.of(menu, article, selection))
                .orElse(null);
    }
}
