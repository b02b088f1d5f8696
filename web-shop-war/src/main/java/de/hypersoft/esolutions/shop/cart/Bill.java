package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs, row by row, as the law wants it beside the order button (L16). Never adds up anything itself.
 *
 * @param cash what is paid of the total in cash; empty where that is the total
 */
public record Bill(List<Row> rows, String total, String cash, List<String> vat) {

    public record Row(String words, String amount) {}

    public static Bill of(Quote quote, boolean delivery, ShopPage page) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(page.t("bill.goods"), page.money(quote.goods())));
        if (!quote.deposits().isZero()) rows.add(new Row(page.t("bill.deposit"), page.money(quote.deposits())));
        for (Quote.Fee fee : quote.fees()) rows.add(new Row(page.t("bill.fee." + fee.kind()), page.money(fee.total())));
        if (delivery && quote.fees().isEmpty())
            rows.add(new Row(
                    page.t("bill.fee.DELIVERY"),
                    page.money(Money.zero(quote.total().currency()))));
        List<String> vat = quote.vat().stream()
                .map(v -> vat(v.rate().percent(), page.money(v.tax()), page))
                .toList();
        return of(rows, quote.total(), vat, page);
    }

    public static Bill of(List<Row> rows, Money total, List<String> vat, ShopPage page) {
        Money cash = total.inCash();
        return new Bill(rows, page.money(total), cash.equals(total) ? "" : page.money(cash), vat);
    }

    public static String vat(String percent, String tax, ShopPage page) {
        String rate = percent.replaceAll("\\.?0+$", "");
        return page.t("bill.vat", page.language().equals("de") ? rate.replace('.', ',') : rate, tax);
    }
}
