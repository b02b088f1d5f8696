package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Availability;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.shop.view.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the groups of an article into words, each option with the groups it asks below it. Forced ones come first. */
final class OptionViews {

    private final Menu menu;
    private final int discount;
    private final LeastPrice.Reckoning reckoning;
    private final Page page;

    /** @param discount of the article in basis points, which lowers what its options add */
    OptionViews(Menu menu, Availability availability, int discount, Page page) {
        this.menu = menu;
        this.discount = discount;
        this.reckoning = new LeastPrice.Reckoning(menu, discount, availability);
        this.page = page;
    }

    List<ArticleView.Group> of(Picked picked) {
        return menu.groupsOf(picked.article()).stream()
                .sorted(Comparator.comparing(g -> !g.forced()))
                .map(g -> group(g, Choices.field(g), picked.nodes()))
                .toList();
    }

    private ArticleView.Group group(Menu.OptionGroup group, String field, List<Picked.Node> picked) {
        return new ArticleView.Group(
                group.id(),
                field,
                group.name().in(page.language()),
                hint(group),
                group.forced(),
                group.max() == 1,
                group.min(),
                group.max(),
                reckoning.group(group).open(),
                group.options().stream()
                        .map(o -> option(group, o, field, picked))
                        .toList());
    }

    private ArticleView.Option option(
            Menu.OptionGroup group, Menu.Option option, String field, List<Picked.Node> picked) {
        Money price = option.priceAfter(discount);
        Optional<Picked.Node> node = picked.stream()
                .filter(n ->
                        n.group().id().equals(group.id()) && n.option().id().equals(option.id()))
                .findFirst();
        List<Picked.Node> below = node.map(Picked.Node::nodes).orElse(List.of());
        return new ArticleView.Option(
                option.id(),
                option.name().in(page.language()),
                price.isZero() ? "" : page.delta(price),
                price.minor(),
                reckoning.option(option).amount().minor(),
                String.join(
                        ", ",
                        option.allergens().stream()
                                .map(c -> page.word("allergen", c))
                                .toList()),
                reckoning.most(group, option) > 0 ? "" : page.t("menu.sold-out"),
                node.isPresent(),
                menu.groups(option.optionGroups()).stream()
                        .map(n -> group(n, Choices.field(field, option, n), below))
                        .toList());
    }

    private String hint(Menu.OptionGroup group) {
        int most = most(group);
        if (group.min() == 1 && most == 1) return page.t("option.one");
        if (group.min() > 0)
            return group.min() == most ? page.t("option.exactly", most) : page.t("option.from-to", group.min(), most);
        return most == 1 ? page.t("option.at-most-one") : page.t("option.up-to", most);
    }

    private static int most(Menu.OptionGroup group) {
        int pieces = 0;
        for (Menu.Option option : group.options()) pieces = Math.min(group.max(), pieces + group.mostOf(option));
        return pieces;
    }
}
