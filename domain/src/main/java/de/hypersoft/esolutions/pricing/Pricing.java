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
        SelectionRules.check(menu, basket.selections());
        return new Pricing(menu, basket).quote();
    }

    private Quote quote() {
        List<Quote.Line> lines = basket.selections().stream().map(this::line).toList();
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

    private Quote.Line line(Selection selection) {
        Menu.Article article = menu.articles().get(selection.articleId());
        if (article == null) throw new IllegalStateException("checked before: " + selection.articleId());
        VatRate rate = rate(article);
        int discount = article.discountBasisPoints();
        Money base = article.priceFor(basket.type());
        List<Quote.PricedOption> options = options(selection, article, rate);
        Money unit = base.discounted(discount)
                .plus(sum(options.stream().map(Quote.PricedOption::price).toList()));
        Money undiscounted =
                base.plus(sum(options.stream().map(o -> o.option().price()).toList()));
        return new Quote.Line(
                selection,
                article,
                unit,
                rate,
                options,
                deposit(selection, article, options),
                discount == 0
                        ? null
                        : new Quote.LineDiscount(
                                discount, undiscounted.minus(unit).times(selection.quantity())),
                unit.times(selection.quantity()));
    }

    private List<Quote.PricedOption> options(Selection selection, Menu.Article article, VatRate articleRate) {
        List<Quote.PricedOption> result = new ArrayList<>();
        for (Menu.OptionGroup group : SelectionRules.groupsAsked(menu, article, selection)) {
            for (Selection.Pick pick : selection.picks()) {
                if (!pick.groupId().equals(group.id())) continue;
                Menu.Option option = group.option(pick.optionId()).orElseThrow();
                Money price = option.price().isPositive()
                        ? option.price().discounted(article.discountBasisPoints())
                        : option.price();
                Menu.Article standsFor = articleOf(option);
                result.add(new Quote.PricedOption(
                        group, option, price, standsFor == null ? articleRate : rate(standsFor)));
            }
        }
        return result;
    }

    private Quote.@Nullable LineDeposit deposit(
            Selection selection, Menu.Article article, List<Quote.PricedOption> options) {
        List<Quote.DepositPart> parts = new ArrayList<>();
        addDeposit(parts, article, selection.quantity());
        for (Quote.PricedOption option : options) {
            Menu.Article standsFor = articleOf(option.option());
            if (standsFor != null) addDeposit(parts, standsFor, selection.quantity());
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
        boolean untaxed = basket.country().equals("AT") && deposit.kind().equals("SINGLE_USE");
        parts.add(new Quote.DepositPart(
                deposit.id(),
                deposit.kind(),
                quantity,
                deposit.amount(),
                untaxed ? VatRate.ZERO : rate(article),
                deposit.amount().times(quantity)));
    }

    private List<Quote.Fee> fees(Money goods) {
        if (basket.delivery() == null) return List.of();
        Money fee = basket.delivery().feeFor(goods);
        return fee.isZero() ? List.of() : List.of(new Quote.Fee(Quote.FeeKind.DELIVERY, fee));
    }

    private List<Quote.VatLine> vat(List<Quote.Line> lines, List<Quote.Fee> fees) {
        TreeMap<VatRate, Money> gross = new TreeMap<>();
        for (Quote.Line line : lines) addGross(gross, line);
        for (Quote.Fee fee : fees) addFee(gross, fee.total());
        List<Quote.VatLine> result = new ArrayList<>();
        gross.forEach((rate, sum) -> {
            Money tax = sum.vatIncluded(rate);
            result.add(new Quote.VatLine(rate, sum.minus(tax), tax, sum));
        });
        return result;
    }

    private void addGross(Map<VatRate, Money> gross, Quote.Line line) {
        int quantity = line.selection().quantity();
        Money foreign = zero();
        for (Quote.PricedOption option : line.options()) {
            if (option.vat().equals(line.vat())) continue;
            Money part = option.price().times(quantity);
            gross.merge(option.vat(), part, Money::plus);
            foreign = foreign.plus(part);
        }
        gross.merge(line.vat(), line.total().minus(foreign), Money::plus);
        if (line.deposit() != null) line.deposit().parts().forEach(p -> gross.merge(p.vat(), p.total(), Money::plus));
    }

    /** A delivery fee follows the goods, in proportion of their gross per rate (L11). */
    private void addFee(TreeMap<VatRate, Money> gross, Money fee) {
        List<VatRate> rates = gross.keySet().stream()
                .filter(r -> gross.getOrDefault(r, zero()).isPositive())
                .toList();
        if (rates.isEmpty()) {
            gross.merge(gross.lastKey(), fee, Money::plus);
            return;
        }
        List<Money> parts = fee.splitBy(
                rates.stream().map(r -> gross.getOrDefault(r, zero()).minor()).toList());
        for (int i = 0; i < parts.size(); i++) gross.merge(rates.get(i), parts.get(i), Money::plus);
    }

    private VatRate rate(Menu.Article article) {
        Menu.VatClass vatClass = menu.vatClasses().get(article.vatClass());
        if (vatClass == null) throw new IllegalStateException("article " + article.id() + " has no VAT class");
        return vatClass.on(basket.supply(), basket.type().onSite());
    }

    private Menu.@Nullable Article articleOf(Menu.Option option) {
        return option.articleId() == null ? null : menu.articles().get(option.articleId());
    }

    private Money sum(List<Money> parts) {
        return parts.stream().reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(menu.currency());
    }
}
