package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Choosable;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.Money;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                .all(new LeastPrice(price, false), article.optionGroups());
    }

    private LeastPrice plus(LeastPrice other) {
        return new LeastPrice(amount.plus(other.amount), open || other.open);
    }

    private LeastPrice times(int pieces) {
        return new LeastPrice(amount.times(pieces), open);
    }

    /** For the options of one article: each group is reckoned once, however often it is asked. */
    static final class Reckoning {

        private final Menu menu;
        private final int discountBasisPoints;
        private final Choosable choosable;
        private final Map<String, LeastPrice> groups = new HashMap<>();

        Reckoning(Menu menu, int discountBasisPoints, Availability availability) {
            this.menu = menu;
            this.discountBasisPoints = discountBasisPoints;
            this.choosable = new Choosable(menu, availability::left);
        }

        private LeastPrice all(LeastPrice start, List<String> asked) {
            LeastPrice sum = start;
            for (Menu.OptionGroup group : menu.groups(asked)) sum = sum.plus(group(group));
            return sum;
        }

        /** What one piece of an option adds with the cheapest of what it asks in turn. */
        LeastPrice option(Menu.Option option) {
            return all(new LeastPrice(option.priceAfter(discountBasisPoints), false), option.optionGroups());
        }

        /** How many pieces of it can be picked: it is there, and so is enough of what it asks in turn. */
        int most(Menu.OptionGroup group, Menu.Option option) {
            return choosable.most(group, option);
        }

        /** What must be chosen of a group, and whether it matters for the price what it is. */
        LeastPrice group(Menu.OptionGroup group) {
            if (!group.forced()) return new LeastPrice(Money.zero(menu.currency()), false);
            LeastPrice known = groups.get(group.id());
            if (known != null) return known;
            LeastPrice reckoned = reckoned(group);
            groups.put(group.id(), reckoned);
            return reckoned;
        }

        private LeastPrice reckoned(Menu.OptionGroup group) {
            List<Menu.Option> options =
                    group.options().stream().filter(o -> most(group, o) > 0).toList();
            List<Menu.Option> cheapest = options.stream()
                    .sorted(Comparator.comparing(o -> option(o).amount))
                    .toList();
            LeastPrice sum = new LeastPrice(Money.zero(menu.currency()), false);
            int missing = group.min();
            for (Menu.Option option : cheapest) {
                int pieces = Math.min(missing, most(group, option));
                sum = sum.plus(new LeastPrice(option(option).times(pieces).amount, false));
                missing -= pieces;
            }
            boolean differ = options.stream()
                    .anyMatch(o -> option(o).open || !option(o).amount.equals(option(options.get(0)).amount));
            boolean moreCost = group.max() > group.min()
                    && options.stream().anyMatch(o -> !option(o).amount.isZero());
            return new LeastPrice(sum.amount, differ || moreCost);
        }
    }
}
