package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Warns of dishes that some choice makes cheaper than nothing. They stay on the menu; such a choice cannot be ordered,
 * because it would pay for other dishes and for their taxes.
 */
public final class BelowZero {

    static final String CODE = "price-below-zero";

    private final Menu menu;
    private final Map<String, Money> cheapest = new HashMap<>();
    private int discount;

    private BelowZero(Menu menu) {
        this.menu = menu;
    }

    /** @return at most one finding for each article */
    public static List<CatalogFinding> of(Menu menu) {
        BelowZero prices = new BelowZero(menu);
        List<CatalogFinding> warnings = new ArrayList<>();
        for (Menu.Article article : menu.articles().values()) {
            if (!article.sellable() || article.optionGroups().isEmpty()) continue;
            Money least = prices.least(article);
            if (least.isNegative())
                warnings.add(CatalogFinding.of(
                        "article",
                        article.id(),
                        CODE,
                        "its cheapest choice costs " + least.decimal() + "; what is below zero cannot be ordered"));
        }
        return warnings;
    }

    private Money least(Menu.Article article) {
        if (article.discountBasisPoints() != discount) cheapest.clear();
        discount = article.discountBasisPoints();
        Money base = Arrays.stream(OrderType.values())
                .map(type -> article.priceFor(type).discounted(discount))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return base.plus(all(article.optionGroups()));
    }

    private Money all(List<String> asked) {
        Money sum = Money.zero(menu.currency());
        for (Menu.OptionGroup group : menu.groups(asked)) sum = sum.plus(group(group));
        return sum;
    }

    /** What must be taken at the least price, and beyond that everything that makes it cheaper still. */
    private Money group(Menu.OptionGroup group) {
        Money known = cheapest.get(group.id());
        if (known != null) return known;
        Money sum = Money.zero(menu.currency());
        int taken = 0;
        for (Choice choice : choices(group)) {
            int room = (choice.price().isNegative() ? group.max() : group.min()) - taken;
            int pieces = Math.max(0, Math.min(room, choice.most()));
            sum = sum.plus(choice.price().times(pieces));
            taken += pieces;
        }
        cheapest.put(group.id(), sum);
        return sum;
    }

    private record Choice(Money price, int most) {}

    private List<Choice> choices(Menu.OptionGroup group) {
        return group.options().stream()
                .map(option -> new Choice(option.priceAfter(discount).plus(all(option.optionGroups())), option.max()))
                .sorted(Comparator.comparing(Choice::price))
                .toList();
    }
}
