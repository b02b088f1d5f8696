package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts the groups of an article into words, each option with the groups it asks below it. Forced ones come first. */
final class OptionViews {

    private final Menu menu;
    private final int discount;
    private final LeastPrice.Reckoning reckoning;
    private final ShopPage page;
    private final String again;
    private String priceTag = "";

    /**
     * @param discount of the article in basis points, which lowers what its options add
     * @param again place of the option that is wanted once more with other choices, or empty
     */
    OptionViews(Menu menu, Availability availability, int discount, ShopPage page, String again) {
        this.menu = menu;
        this.discount = discount;
        this.reckoning = new LeastPrice.Reckoning(menu, discount, availability);
        this.page = page;
        this.again = again;
    }

    /** @param own price of the article itself */
    List<ArticleView.Group> of(Picked picked, Money own) {
        priceTag = own.isZero() ? priceTag(picked.article()) : "";
        return menu.groupsOf(picked.article()).stream()
                .sorted(Comparator.comparing(g -> !g.forced()))
                .map(g -> group(g, g.id(), picked.nodes()))
                .toList();
    }

    /** Id of the one choice by which a dish that costs nothing itself gets its price: sizes, each with a price of its own. */
    private String priceTag(Menu.Article article) {
        List<Menu.OptionGroup> tags = menu.groupsOf(article).stream()
                .filter(g -> g.forced() && g.max() == 1)
                .filter(g -> g.options().stream().allMatch(o -> o.price().isPositive()))
                .toList();
        return tags.size() == 1 ? tags.get(0).id() : "";
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

    /** @param fresh it is there to be chosen anew */
    private record Row(int pieces, List<Picked.Node> below, boolean fresh) {}

    /** Once, or as often as it was picked with different choices. */
    private Stream<ArticleView.Option> options(
            Menu.OptionGroup group, Menu.Option option, String place, List<Picked.Node> picked) {
        String first = Choices.place(place, option, 1);
        List<Row> rows = new ArrayList<>();
        for (Picked.Node node : picked)
            if (node.option().id().equals(option.id())) rows.add(new Row(node.quantity(), node.nodes(), false));
        int most = reckoning.most(group, option);
        if (first.equals(again) && rows.size() < most) {
            int own = rows.stream().mapToInt(Row::pieces).sum();
            oneMore(rows, Math.min(group.max() - sum(picked), most - own));
        }
        if (rows.isEmpty()) rows.add(new Row(0, List.of(), false));
        boolean more = !option.optionGroups().isEmpty() && most > rows.size();
        List<ArticleView.Option> shown = new ArrayList<>();
        for (Row row : rows) {
            int nth = shown.size() + 1;
            shown.add(option(group, option, place, nth, row, more && nth == rows.size()));
        }
        return shown.stream();
    }

    /** One piece with choices of its own; where no more fit, one of those that are alike becomes another. */
    private static void oneMore(List<Row> rows, int free) {
        boolean fits = free > 0;
        for (int i = rows.size() - 1; i >= 0 && !fits; i--) {
            Row row = rows.get(i);
            fits = row.pieces > 1;
            if (fits) rows.set(i, new Row(row.pieces - 1, row.below, false));
        }
        rows.add(new Row(fits ? 1 : 0, List.of(), true));
    }

    private static int sum(List<Picked.Node> picked) {
        return picked.stream().mapToInt(Picked.Node::quantity).sum();
    }

    private ArticleView.Option option(
            Menu.OptionGroup group, Menu.Option option, String groupPlace, int nth, Row row, boolean more) {
        String place = Choices.place(groupPlace, option, nth);
        String name = option.name().in(page.language());
        Money price = option.priceAfter(discount);
        Menu.Article stands = menu.standsFor(option);
        int most = reckoning.most(group, option);
        return new ArticleView.Option(
                option.id(),
                nth == 1 ? name : page.t("option.nth", name, nth),
                price.isZero() ? "" : groupPlace.equals(priceTag) ? page.money(price) : page.delta(price),
                price.minor(),
                reckoning.option(option).amount().minor(),
                String.join(
                        ", ",
                        menu.allergensOf(option).stream()
                                .map(c -> page.word("allergen", c))
                                .toList()),
                most > 0 ? "" : page.t("menu.sold-out"),
                stands == null ? 0 : stands.minimumAge(),
                stands == null || most == 0 ? "" : Card.otherTime(stands, page),
                most > 0 && group.mostOf(option) > 1 ? Choices.pieces(place) : "",
                most,
                row.pieces,
                row.fresh,
                more ? new ArticleView.Again(Choices.place(groupPlace, option, 1), page.t("option.again", name)) : null,
                menu.groups(option.optionGroups()).stream()
                        .map(n -> group(n, Choices.place(place, n), row.below))
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
