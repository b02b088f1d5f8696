package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deposit of each line's containers, those of articles its options stand for, too; never discounted (T6). */
final class DepositStep implements PricingStep {

    @Override
    public Quote apply(Quote soFar, Menu menu, Basket basket) {
        return soFar.withLines(soFar.lines().stream()
                .map(line -> line.with(deposit(line, menu, basket)))
                .toList());
    }

    private static Quote.@Nullable LineDeposit deposit(Quote.Line line, Menu menu, Basket basket) {
        int quantity = line.selection().quantity();
        List<Quote.DepositPart> parts = new ArrayList<>();
        add(parts, line.article(), quantity, menu, basket);
        for (Quote.PricedOption option : Quote.PricedOption.all(line.options())) {
            Menu.Article standsFor = menu.standsFor(option.option());
            if (standsFor != null) add(parts, standsFor, option.pieces() * quantity, menu, basket);
        }
        if (parts.isEmpty()) return null;
        return new Quote.LineDeposit(
                List.copyOf(parts),
                parts.stream().map(Quote.DepositPart::total).reduce(Money.zero(menu.currency()), Money::plus));
    }

    private static void add(
            List<Quote.DepositPart> parts, Menu.Article article, int quantity, Menu menu, Basket basket) {
        if (article.deposit() == null) return;
        Menu.Deposit deposit = menu.deposits().get(article.deposit());
        if (deposit == null) return;
        parts.add(new Quote.DepositPart(
                deposit.id(),
                deposit.kind(),
                quantity,
                deposit.amount(),
                untaxed(deposit, basket) ? VatRate.ZERO : basket.rate(menu, article),
                deposit.amount().times(quantity)));
    }

    /** Austria taxes no deposit on single-use containers (L12); Switzerland taxes none at all (MWSTG Art. 18 (2) h). */
    private static boolean untaxed(Menu.Deposit deposit, Basket basket) {
        return switch (basket.country()) {
            case "AT" -> deposit.kind() == DepositKind.SINGLE_USE;
            case "CH" -> true;
            default -> false;
        };
    }
}
