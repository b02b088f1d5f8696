package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One line of the cart in words.
 *
 * @param edit where it can be changed, or empty when there is nothing to choose
 * @param total empty while the line cannot be had
 * @param trouble why it cannot be had, or empty
 * @param change "9,90 € → 10,90 €", or empty (T12)
 */
public record LineView(
        String id,
        String edit,
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

    public static LineView of(CartCheck.Line line, Menu menu, ShopPage page) {
        Selection selection = line.line().selection();
        Picked picked = line.picked();
        Quote.Line priced = line.priced();
        Quote.LineDeposit deposit = priced == null ? null : priced.deposit();
        return new LineView(
                line.line().id(),
                picked == null
                                || !picked.article().sellable()
                                || menu.groupsOf(picked.article()).isEmpty()
                        ? ""
                        : page.at("/articles/" + URLEncoder.encode(selection.articleId(), StandardCharsets.UTF_8))
                                + "?line=" + line.line().id(),
                picked == null
                        ? page.t("cart.gone-article", selection.articleId())
                        : picked.article().name().in(page.language()),
                picked == null ? List.of() : options(picked.nodes(), page),
                selection.note(),
                selection.quantity(),
                priced == null ? "" : page.money(priced.unitPrice()),
                priced == null ? "" : page.money(priced.total()),
                deposit == null ? "" : page.t("price.deposit", page.money(deposit.total())),
                line.trouble() == null ? "" : page.t("cart.trouble." + line.trouble()),
                change(line, page),
                picked == null ? 0 : picked.minimumAge(menu));
    }

    private static String change(CartCheck.Line line, ShopPage page) {
        Quote.Line priced = line.priced();
        return priced == null || !line.priceChanged()
                ? ""
                : page.t("cart.price-changed", page.money(line.line().unitPrice()), page.money(priced.unitPrice()));
    }

    private static List<String> options(List<Picked.Node> nodes, ShopPage page) {
        return nodes.stream().map(node -> option(node, page)).toList();
    }

    private static String option(Picked.Node node, ShopPage page) {
        String name = (node.quantity() == 1 ? "" : node.quantity() + " × ")
                + node.option().name().in(page.language());
        return node.nodes().isEmpty() ? name : name + " (" + String.join(", ", options(node.nodes(), page)) + ")";
    }
}
