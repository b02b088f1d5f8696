package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.List;
import java.util.stream.Collectors;

/** Puts an article and what was picked of it so far into words. */
final class ArticleViews {

    private final Menu menu;
    private final Availability availability;
    private final OrderType type;
    private final ShopPage page;

    ArticleViews(Menu menu, Availability availability, OrderType type, ShopPage page) {
        this.menu = menu;
        this.availability = availability;
        this.type = type;
        this.page = page;
    }

    /**
     * @param picture where its picture is, or empty
     * @param line of the cart that is changed, or empty
     * @param again place of the option that is wanted once more with other choices, or empty
     */
    ArticleView of(
            Menu.Article article,
            String picture,
            Selection so,
            String line,
            String again,
            List<ArticleView.Fault> faults) {
        int discount = article.discountBasisPoints();
        Money price = article.priceFor(type).discounted(discount);
        LeastPrice least = LeastPrice.of(menu, article, price, discount, availability);
        OptionViews options = new OptionViews(menu, availability, discount, page, again);
        List<ArticleView.Group> groups = options.of(Picked.of(menu, article, so), price);
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
                article.allergens() != null,
                words("allergen", article.declaredAllergens()),
                words("additive", article.additives()),
                groups,
                so.quantity(),
                so.note(),
                line,
                MenuPart.asked(menu, article),
                faults);
    }

    private List<String> words(String group, List<String> codes) {
        return codes.stream().map(c -> page.word(group, c)).collect(Collectors.toList());
    }
}
