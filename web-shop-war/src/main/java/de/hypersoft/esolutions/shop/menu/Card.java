package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.DishAllergens;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One article on the menu, in words.
 *
 * @param price final, for the order type, after the article's discount; "ab" the cheapest of what must be chosen
 * @param before that price without discount, or empty
 * @param smallPrint quantity, unit price and deposit (L19), or empty
 * @param away why it cannot be had now, or empty
 * @param scarce "noch 3", or empty
 * @param otherTime that it is not served now, or empty
 * @param marks vegan, hot and the like
 * @param declared whether anything is said about allergens; a dish of which nothing is known is not free of them
 * @param allergens whoever avoids one of them must not be served this, whatever is chosen: wheat and gluten warn of each other
 * @param searchable its words as the search looks for them, see {@link SearchWords}
 * @param picture where it is, or empty
 */
public record Card(
        String id,
        String name,
        String description,
        String price,
        String before,
        String smallPrint,
        String away,
        String scarce,
        String otherTime,
        int minimumAge,
        List<Mark> marks,
        boolean declared,
        List<String> allergens,
        String searchable,
        String picture) {

    private static final int SCARCE = 5;

    static Card of(
            Menu menu,
            Menu.Article article,
            Availability availability,
            DishAllergens.Contents contents,
            OrderType type,
            String picture,
            ShopPage page) {
        int discount = article.discountBasisPoints();
        Money full = article.priceFor(type);
        Money price = full.discounted(discount);
        LeastPrice least = LeastPrice.of(menu, article, price, discount, availability);
        String name = article.name().in(page.language());
        String description = article.description().in(page.language());
        List<Mark> marks = Mark.of(article, page);
        return new Card(
                article.id(),
                name,
                description,
                page.price(least.amount(), least.open()),
                price.equals(full)
                        ? ""
                        : page.money(LeastPrice.of(menu, article, full, 0, availability)
                                .amount()),
                smallPrint(menu, article, least, page),
                away(article, availability, page),
                scarce(article, availability, page),
                otherTime(article, page),
                article.minimumAge(),
                marks,
                contents.declared(),
                List.copyOf(contents.unavoidable()),
                words(article, page),
                picture);
    }

    /** What a dish is found by. */
    static String words(Menu.Article article, ShopPage page) {
        String marks = Mark.of(article, page).stream().map(Mark::word).collect(Collectors.joining(" "));
        return SearchWords.index(article.id() + " " + article.name().in(page.language()) + " "
                + article.description().in(page.language()) + " " + marks);
    }

    /** @param least what it costs at least: the unit price is of what the guest pays, forced choices included (L19) */
    static String smallPrint(Menu menu, Menu.Article article, LeastPrice least, ShopPage page) {
        StringBuilder print = new StringBuilder();
        Menu.Content content = article.content();
        if (content != null && content.amount() > 0) {
            UnitPrice unit = UnitPrice.of(least.amount(), content);
            print.append(UnitPrice.quantity(content, page.language().equals("de")))
                    .append(" · ")
                    .append(page.t("price.per", page.price(unit.price(), least.open()), unit.unit()));
        }
        Menu.Deposit deposit =
                article.deposit() == null ? null : menu.deposits().get(article.deposit());
        if (deposit != null) {
            if (print.length() > 0) print.append(" · ");
            print.append(page.t("price.deposit", page.money(deposit.amount())));
        }
        return print.toString();
    }

    static String away(Menu.Article article, Availability availability, ShopPage page) {
        return availability.soldOut(article.id()) ? soldOut(availability.backAt(article.id()), page) : "";
    }

    /** Served at other times: it can still be ordered for then (T20). */
    static String otherTime(Menu.Article article, ShopPage page) {
        ShopLocation place = page.location();
        return article.servedAt(page.now(), place.details().zone()) ? "" : page.t("menu.other-time");
    }

    private static String soldOut(@Nullable Instant back, ShopPage page) {
        return back == null ? page.t("menu.sold-out") : page.t("menu.sold-out-until", page.moment(back));
    }

    private static String scarce(Menu.Article article, Availability availability, ShopPage page) {
        Integer left = availability.remaining().get(article.id());
        return left != null && left > 0 && left <= SCARCE ? page.t("menu.scarce", left) : "";
    }
}
