package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one price function. Rounding policy of the web shop (T1-T4, seed 002 nos. 10-12): the article's discount is taken
 * from the price and from each positive option singly, each rounded HALF_UP; negative options are never discounted;
 * the quantity multiplies the rounded unit. What it answers is handed to the till as it is and never re-priced (I5).
 */
public final class Pricing {

    private final Menu menu;
    private final Basket basket;

    private Pricing(Menu menu, Basket basket) {
        this.menu = menu;
        this.basket = basket;
    }

    /**
     * @throws de.hypersoft.esolutions.kernel.Invalid when something in the basket cannot be ordered from this menu
     */
    public static Quote quote(Menu menu, Basket basket) {
        return new Pricing(menu, basket).quote(SelectionRules.check(menu, basket.selections()));
    }

    private Quote quote(List<Picked> picked) {
        List<Quote.Line> lines = picked.stream().map(this::line).toList();
        Money goods = sum(lines.stream().map(Quote.Line::total).toList());
        Money deposits = sum(lines.stream()
                .map(Quote.Line::deposit)
                .map(d -> d == null ? zero() : d.total())
                .toList());
        List<Quote.Fee> fees = fees(goods);
        Money total = goods.plus(deposits)
                .plus(sum(fees.stream().map(Quote.Fee::total).toList()));
        return new Quote(lines, goods, deposits, fees, vat(lines, fees), total);
    }

    private Quote.Line line(Picked picked) {
        Menu.Article article = picked.article();
        int quantity = picked.selection().quantity();
        VatRate rate = rate(article);
        int discount = article.discountBasisPoints();
        Money base = article.priceFor(basket.type());
        List<Quote.PricedOption> options = options(picked.nodes(), 1, discount, rate);
        Money unit = base.discounted(discount);
        Money undiscounted = base;
        for (Quote.PricedOption option : all(options)) {
            unit = unit.plus(option.price().times(option.pieces()));
            undiscounted = undiscounted.plus(option.option().price().times(option.pieces()));
        }
        return new Quote.Line(
                picked.selection(),
                article,
                unit,
                rate,
                options,
                deposit(article, quantity, options),
                discount == 0
                        ? null
                        : new Quote.LineDiscount(
                                discount, undiscounted.minus(unit).times(quantity)),
                unit.times(quantity),
                picked.minimumAge(menu));
    }

    private List<Quote.PricedOption> options(List<Picked.Node> nodes, int above, int discount, VatRate rateAbove) {
        List<Quote.PricedOption> result = new ArrayList<>();
        for (Picked.Node node : nodes) {
            Menu.Option option = node.option();
            Menu.Article standsFor = menu.standsFor(option);
            VatRate rate = standsFor == null ? rateAbove : rate(standsFor);
            int pieces = above * node.quantity();
            result.add(new Quote.PricedOption(
                    node.group(),
                    option,
                    node.quantity(),
                    pieces,
                    option.priceAfter(discount),
                    rate,
                    options(node.nodes(), pieces, discount, rate)));
        }
        return List.copyOf(result);
    }

    private static List<Quote.PricedOption> all(List<Quote.PricedOption> options) {
        return options.stream().flatMap(Quote.PricedOption::all).toList();
    }

    private Quote.@Nullable LineDeposit deposit(Menu.Article article, int quantity, List<Quote.PricedOption> options) {
        List<Quote.DepositPart> parts = new ArrayList<>();
        addDeposit(parts, article, quantity);
        for (Quote.PricedOption option : all(options)) {
            Menu.Article standsFor = menu.standsFor(option.option());
            if (standsFor != null) addDeposit(parts, standsFor, option.pieces() * quantity);
        }
        if (parts.isEmpty()) return null;
        return new Quote.LineDeposit(
                List.copyOf(parts),
                sum(parts.stream().map(Quote.DepositPart::total).toList()));
    }

    private void addDeposit(List<Quote.DepositPart> parts, Menu.Article article, int quantity) {
        if (article.deposit() == null) return;
        Menu.Deposit deposit = menu.deposits().get(article.deposit());
        if (deposit == null) return;
        boolean untaxed = untaxed(deposit);
        parts.add(new Quote.DepositPart(
                deposit.id(),
                deposit.kind(),
                quantity,
                deposit.amount(),
                untaxed ? VatRate.ZERO : rate(article),
                deposit.amount().times(quantity)));
    }

    /** Austria taxes no deposit on single-use containers (L12); Switzerland taxes none at all (MWSTG Art. 18 (2) h). */
    private boolean untaxed(Menu.Deposit deposit) {
        return switch (basket.country()) {
            case "AT" -> deposit.kind().equals("SINGLE_USE");
            case "CH" -> true;
            default -> false;
        };
    }

    private List<Quote.Fee> fees(Money goods) {
        if (basket.delivery() == null) return List.of();
        Money fee = basket.delivery().feeFor(goods);
        return fee.isZero() ? List.of() : List.of(new Quote.Fee(Quote.FeeKind.DELIVERY, fee));
    }

    private List<Quote.VatLine> vat(List<Quote.Line> lines, List<Quote.Fee> fees) {
        TreeMap<VatRate, Money> gross = new TreeMap<>();
        for (Quote.Line line : lines) addGoods(gross, line);
        for (Quote.Fee fee : fees) addFee(gross, fee.total());
        for (Quote.Line line : lines) {
            Quote.LineDeposit deposit = line.deposit();
            if (deposit != null) deposit.parts().forEach(p -> gross.merge(p.vat(), p.total(), Money::plus));
        }
        List<Quote.VatLine> result = new ArrayList<>();
        gross.forEach((rate, sum) -> {
            Money tax = sum.vatIncluded(rate);
            result.add(new Quote.VatLine(rate, sum.minus(tax), tax, sum));
        });
        return result;
    }

    private void addGoods(Map<VatRate, Money> gross, Quote.Line line) {
        int quantity = line.selection().quantity();
        Money foreign = zero();
        for (Quote.PricedOption option : all(line.options())) {
            if (option.vat().equals(line.vat())) continue;
            Money part = option.price().times(option.pieces()).times(quantity);
            gross.merge(option.vat(), part, Money::plus);
            foreign = foreign.plus(part);
        }
        gross.merge(line.vat(), line.total().minus(foreign), Money::plus);
    }

    /** A delivery fee follows the goods, in proportion of their gross per rate (L11); no deposit draws on it. */
    private void addFee(TreeMap<VatRate, Money> goods, Money fee) {
        List<VatRate> rates = goods.keySet().stream()
                .filter(r -> goods.getOrDefault(r, zero()).isPositive())
                .toList();
        if (rates.isEmpty()) {
            goods.merge(goods.lastKey(), fee, Money::plus);
            return;
        }
        List<Money> parts = fee.splitBy(
                rates.stream().map(r -> goods.getOrDefault(r, zero()).minor()).toList());
        for (int i = 0; i < parts.size(); i++) goods.merge(rates.get(i), parts.get(i), Money::plus);
    }

    private VatRate rate(Menu.Article article) {
        Menu.VatClass vatClass = menu.vatClasses().get(article.vatClass());
        if (vatClass == null) throw new IllegalStateException("article " + article.id() + " has no VAT class");
        return vatClass.on(basket.supply(), basket.type().onSite());
    }

    private Money sum(List<Money> parts) {
        return parts.stream().reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(menu.currency());
    }
}
