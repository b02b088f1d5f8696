package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Availability;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.view.Page;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts an article and what was picked of it so far into words. Forced groups come first. */
final class ArticleViews {

    private final Menu menu;
    private final Availability availability;
    private final OrderType type;
    private final Page page;

    ArticleViews(Menu menu, Availability availability, OrderType type, Page page) {
        this.menu = menu;
        this.availability = availability;
        this.type = type;
        this.page = page;
    }

    /** @param picture where its picture is, or empty */
    ArticleView of(Menu.Article article, String picture, Selection so, List<ArticleView.Fault> faults) {
        int discount = article.discountBasisPoints();
        Money price = article.priceFor(type).discounted(discount);
        LeastPrice least = LeastPrice.of(menu, article, price, discount, availability);
        List<ArticleView.Group> groups = menu.groupsOf(article).stream()
                .sorted(Comparator.comparing(g -> !g.forced()))
                .map(g -> group(article, g, Choices.field(g), so, true))
                .toList();
        return new ArticleView(
                article.id(),
                type.name(),
                article.name().in(page.language()),
                article.description().in(page.language()),
                page.price(least.amount(), least.open()),
                price.minor(),
                price.currency().getCurrencyCode(),
                Card.smallPrint(menu, article, least, page),
                Card.away(article, availability, page),
                Card.otherTime(article, page),
                article.minimumAge(),
                Mark.of(article, page),
                picture,
                words("allergen", article.allergens()),
                words("additive", article.additives()),
                groups,
                so.quantity(),
                so.note(),
                faults);
    }

    private ArticleView.Group group(
            Menu.Article article, Menu.OptionGroup group, String field, Selection so, boolean outer) {
        return new ArticleView.Group(
                group.id(),
                field,
                group.name().in(page.language()),
                hint(group),
                group.forced(),
                group.max() == 1,
                group.min(),
                group.max(),
                LeastPrice.open(menu, group, article.discountBasisPoints(), availability),
                group.options().stream()
                        .map(o -> option(article, group, o, so, outer))
                        .toList());
    }

    private ArticleView.Option option(
            Menu.Article article, Menu.OptionGroup group, Menu.Option option, Selection so, boolean outer) {
        Money price = LeastPrice.price(option, article.discountBasisPoints());
        List<ArticleView.Group> nested = !outer
                ? List.of()
                : menu.groups(option.optionGroups()).stream()
                        .map(n -> group(article, n, Choices.nestedField(group, option, n), so, false))
                        .toList();
        return new ArticleView.Option(
                option.id(),
                option.name().in(page.language()),
                price.isZero() ? "" : page.delta(price),
                price.minor(),
                LeastPrice.of(menu, option, article.discountBasisPoints(), availability)
                        .amount()
                        .minor(),
                String.join(", ", words("allergen", option.allergens())),
                LeastPrice.toBeHad(menu, option, availability, outer) ? "" : page.t("menu.sold-out"),
                so.picks().contains(new Selection.Pick(group.id(), option.id())),
                nested);
    }

    private String hint(Menu.OptionGroup group) {
        int most = Math.min(group.max(), group.options().size());
        if (group.min() == 1 && most == 1) return page.t("option.one");
        if (group.min() > 0)
            return group.min() == most ? page.t("option.exactly", most) : page.t("option.from-to", group.min(), most);
        return most == 1 ? page.t("option.at-most-one") : page.t("option.up-to", most);
    }

    private List<String> words(String group, List<String> codes) {
        return codes.stream().map(c -> page.word(group, c)).collect(Collectors.toList());
    }
}
