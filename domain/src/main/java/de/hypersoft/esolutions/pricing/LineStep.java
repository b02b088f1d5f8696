package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.util.ArrayList;
import java.util.List;

/**
 * A line for each selection. Rounding policy of the web shop (T1-T4, seed 002 nos. 10-12): the article's discount is
 * taken from the price and from each positive option singly, each rounded HALF_UP; negative options are never
 * discounted; the quantity multiplies the rounded unit.
 */
final class LineStep implements PricingStep {

    @Override
    public Quote apply(Quote soFar, Menu menu, Basket basket) {
        return soFar.withLines(SelectionRules.check(menu, basket.selections()).stream()
                .map(picked -> line(picked, menu, basket))
                .toList());
    }

    private static Quote.Line line(Picked picked, Menu menu, Basket basket) {
        Menu.Article article = picked.article();
        int quantity = picked.selection().quantity();
        VatRate rate = basket.rate(menu, article);
        int discount = article.discountBasisPoints();
        Money base = article.priceFor(basket.type());
        List<Quote.PricedOption> options = new Options(menu, basket, discount).priced(picked.nodes(), 1, rate);
        Money unit = base.discounted(discount);
        Money undiscounted = base;
        for (Quote.PricedOption option : Quote.PricedOption.all(options)) {
            unit = unit.plus(option.price().times(option.pieces()));
            undiscounted = undiscounted.plus(option.option().price().times(option.pieces()));
        }
        return new Quote.Line(
                picked.selection(),
                article,
                unit,
                rate,
                options,
                null,
                discount == 0
                        ? null
                        : new Quote.LineDiscount(
                                discount, undiscounted.minus(unit).times(quantity)),
                unit.times(quantity),
                picked.minimumAge(menu));
    }

    private record Options(Menu menu, Basket basket, int discount) {

        List<Quote.PricedOption> priced(List<Picked.Node> nodes, int above, VatRate rateAbove) {
            List<Quote.PricedOption> result = new ArrayList<>();
            for (Picked.Node node : nodes) {
                Menu.Option option = node.option();
                Menu.Article standsFor = menu.standsFor(option);
                VatRate rate = standsFor == null ? rateAbove : basket.rate(menu, standsFor);
                int pieces = above * node.quantity();
                result.add(new Quote.PricedOption(
                        node.group(),
                        option,
                        node.quantity(),
                        pieces,
                        option.priceAfter(discount),
                        rate,
                        priced(node.nodes(), pieces, rate)));
            }
            return List.copyOf(result);
        }
    }
}
