package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Availability;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.shop.view.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
                .map(g -> group(g, g.id(), picked.nodes()))
                .toList();
    }

    private ArticleView.Group group(Menu.OptionGroup group, String place, List<Picked.Node> beside) {
        List<Picked.Node> picked =
                beside.stream().filter(n -> n.group().id().equals(group.id())).toList();
        return new ArticleView.Group(
                Choices.field(place),
                group.name().in(page.language()),
                hint(group),
                group.forced(),
                group.max() == 1,
                group.min(),
                group.max(),
                reckoning.group(group).open(),
                picked.isEmpty(),
                group.options().stream()
                        .flatMap(o -> options(group, o, place, picked))
                        .toList());
    }

    /** Once, or as often as it was picked with different choices. */
    private Stream<ArticleView.Option> options(
            Menu.OptionGroup group, Menu.Option option, String place, List<Picked.Node> picked) {
        List<Picked.Node> own =
                picked.stream().filter(n -> n.option().id().equals(option.id())).toList();
        if (own.isEmpty()) return Stream.of(option(group, option, Choices.place(place, option, 1), 0, List.of()));
        List<ArticleView.Option> shown = new ArrayList<>();
        for (Picked.Node node : own)
            shown.add(option(
                    group, option, Choices.place(place, option, shown.size() + 1), node.quantity(), node.nodes()));
        return shown.stream();
    }

    private ArticleView.Option option(
            Menu.OptionGroup group, Menu.Option option, String place, int pieces, List<Picked.Node> below) {
        Money price = option.priceAfter(discount);
        Menu.Article stands = menu.standsFor(option);
        int most = reckoning.most(group, option);
        return new ArticleView.Option(
                option.id(),
                option.name().in(page.language()),
                price.isZero() ? "" : page.delta(price),
                price.minor(),
                reckoning.option(option).amount().minor(),
                String.join(
                        ", ",
                        menu.allergensOf(option).stream()
                                .map(c -> page.word("allergen", c))
                                .toList()),
                most > 0 ? "" : page.t("menu.sold-out"),
                stands == null ? 0 : stands.minimumAge(),
                most > 0 && group.mostOf(option) > 1 ? Choices.pieces(place) : "",
                most,
                pieces,
                menu.groups(option.optionGroups()).stream()
                        .map(n -> group(n, Choices.place(place, n), below))
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
