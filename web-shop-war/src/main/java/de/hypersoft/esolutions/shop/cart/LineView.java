package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.ordering.CartCheck;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.view.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the cart in words.
 *
 * @param total empty while the line cannot be had
 * @param trouble why it cannot be had, or empty
 * @param change "9,90 € → 10,90 €", or empty (T12)
 */
public record LineView(
        String id,
        String name,
        List<String> options,
        String note,
        int quantity,
        String unit,
        String total,
        String deposit,
        String trouble,
        String change,
        int minimumAge) {

    public static LineView of(CartCheck.Line line, Menu menu, Page page) {
        Selection selection = line.line().selection();
        Menu.Article article = line.article();
        Quote.Line priced = line.priced();
        Quote.LineDeposit deposit = priced == null ? null : priced.deposit();
        return new LineView(
                line.line().id(),
                article == null
                        ? page.t("cart.gone-article", selection.articleId())
                        : article.name().in(page.language()),
                options(selection, menu, page),
                selection.note(),
                selection.quantity(),
                priced == null ? "" : page.money(priced.unitPrice()),
                priced == null ? "" : page.money(priced.total()),
                deposit == null ? "" : page.t("price.deposit", page.money(deposit.total())),
                line.trouble() == null ? "" : page.t("cart.trouble." + line.trouble()),
                change(line, page),
                article == null ? 0 : article.minimumAge());
    }

    private static String change(CartCheck.Line line, Page page) {
        Quote.Line priced = line.priced();
        return priced == null || !line.priceChanged()
                ? ""
                : page.t("cart.price-changed", page.money(line.line().unitPrice()), page.money(priced.unitPrice()));
    }

    private static List<String> options(Selection selection, Menu menu, Page page) {
        List<String> words = new ArrayList<>();
        for (Selection.Pick pick : selection.picks()) {
            Menu.OptionGroup group = menu.optionGroups().get(pick.groupId());
            if (group != null)
                group.option(pick.optionId()).ifPresent(o -> words.add(o.name().in(page.language())));
        }
        return words;
    }
}
