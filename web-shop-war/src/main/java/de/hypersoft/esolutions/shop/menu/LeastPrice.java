package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Availability;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import java.util.Comparator;
import java.util.List;

/**
 * What something costs with the cheapest of what must be chosen: a pizza without a size has no price yet, and what is
 * shown until then must be one that can be had.
 *
 * @param open whether it may cost more, depending on what is chosen where something must be
 */
record LeastPrice(Money amount, boolean open) {

    /**
     * @param price of the article itself
     * @param discountBasisPoints the article's discount, which lowers positive options, too (T1-T4)
     */
    static LeastPrice of(
            Menu menu, Menu.Article article, Money price, int discountBasisPoints, Availability availability) {
        return new Reckoning(menu, discountBasisPoints, availability)
                .all(new LeastPrice(price, false), article.optionGroups(), true);
    }

    /** What an option adds with the cheapest of what it asks in turn. */
    static LeastPrice of(Menu menu, Menu.Option option, int discountBasisPoints, Availability availability) {
        return new Reckoning(menu, discountBasisPoints, availability).option(option, true);
    }

    /** Whether it matters for the price what is chosen in a group. */
    static boolean open(Menu menu, Menu.OptionGroup group, int discountBasisPoints, Availability availability) {
        return new Reckoning(menu, discountBasisPoints, availability).group(group, true).open;
    }

    /**
     * Whether it can be picked: it is there, and so is enough of what it asks in turn.
     *
     * @param outer whether it is asked what it asks in turn
     */
    static boolean toBeHad(Menu menu, Menu.Option option, Availability availability, boolean outer) {
        return new Reckoning(menu, 0, availability).toBeHad(option, outer);
    }

    /** What an option adds, by itself; what it takes off is never discounted (T4). */
    static Money price(Menu.Option option, int discountBasisPoints) {
        return option.price().isPositive() ? option.price().discounted(discountBasisPoints) : option.price();
    }

    private LeastPrice plus(LeastPrice other) {
        return new LeastPrice(amount.plus(other.amount), open || other.open);
    }

    /** Groups are nested once: the options of a nested group ask nothing. */
    private record Reckoning(Menu menu, int discountBasisPoints, Availability availability) {

        LeastPrice all(LeastPrice start, List<String> groups, boolean outer) {
            LeastPrice sum = start;
            for (Menu.OptionGroup group : menu.groups(groups)) sum = sum.plus(group(group, outer));
            return sum;
        }

        LeastPrice group(Menu.OptionGroup group, boolean outer) {
            LeastPrice sum = new LeastPrice(Money.zero(menu.currency()), false);
            if (!group.forced()) return sum;
            List<LeastPrice> options = group.options().stream()
                    .filter(o -> toBeHad(o, outer))
                    .map(o -> option(o, outer))
                    .sorted(Comparator.comparing(LeastPrice::amount))
                    .toList();
            for (LeastPrice option : options.subList(0, Math.min(group.min(), options.size()))) sum = sum.plus(option);
            boolean differ = options.stream().anyMatch(o -> o.open || !o.amount.equals(options.get(0).amount));
            boolean moreCost = group.max() > group.min() && options.stream().anyMatch(o -> !o.amount.isZero());
            return new LeastPrice(sum.amount, differ || moreCost);
        }

        boolean toBeHad(Menu.Option option, boolean outer) {
            if (option.articleId() != null && availability.soldOut(option.articleId())) return false;
            return !outer
                    || menu.groups(option.optionGroups()).stream()
                            .allMatch(g -> g.options().stream()
                                            .filter(o -> toBeHad(o, false))
                                            .count()
                                    >= g.min());
        }

        LeastPrice option(Menu.Option option, boolean outer) {
            LeastPrice own = new LeastPrice(price(option, discountBasisPoints), false);
            return outer ? all(own, option.optionGroups(), false) : own;
        }
    }
}
