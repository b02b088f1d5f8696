package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.OrderDocument;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one order adds to which sums: read from its document, never computed anew (I5). */
final class OrderShares {

    private final Map<Key, Share> shares = new HashMap<>();

    private OrderShares() {}

    record Key(Kind kind, String item) {}

    /** @param label the item's name, empty where it needs none */
    record Share(String label, Sum sum) {}

    static Map<Key, Share> of(OrderDocument document, Counted counted) {
        OrderShares all = new OrderShares();
        Sum whole = whole(document);
        if (counted.outcome() == Outcome.SOLD) all.sold(document, counted, whole);
        else all.add(Kind.LOST, counted.outcome().name(), "", whole);
        return all.shares;
    }

    private void sold(OrderDocument document, Counted counted, Sum whole) {
        add(Kind.DAY, "", "", whole);
        add(Kind.HOUR, String.format(Locale.ROOT, "%02d", counted.hour()), "", whole);
        add(Kind.TYPE, document.orderType().name(), "", whole);
        add(Kind.PAYMENT, document.payment().method().name(), "", whole);
        add(Kind.GUEST, counted.guest().name(), "", whole);
        Currency currency = document.total().currency();
        for (OrderDocument.Vat vat : document.vat()) add(Kind.RATE, vat.rate(), "", taxed(vat, currency));
        for (OrderDocument.Line line : document.lines()) {
            add(Kind.DISH, line.articleId(), line.name(), goods(line.quantity(), line.total()));
            add(line.options(), line.quantity());
        }
    }

    private void add(List<OrderDocument.Option> options, int above) {
        for (OrderDocument.Option option : options) {
            int pieces = above * option.quantity();
            String item = option.groupId() + "/" + option.optionId();
            add(Kind.OPTION, item, option.name(), goods(pieces, option.price().times(pieces)));
            add(option.options(), pieces);
        }
    }

    private void add(Kind kind, String item, String label, Sum sum) {
        shares.merge(
                new Key(kind, item),
                new Share(label, sum),
                (one, other) -> new Share(one.label(), one.sum().besides(other.sum())));
    }

    private static Sum whole(OrderDocument document) {
        Currency currency = document.total().currency();
        Money tip = document.tip();
        Sum taxes = document.vat().stream().map(vat -> taxed(vat, currency)).reduce(Sum.NONE, Sum::plus);
        return new Sum(
                1,
                document.lines().stream()
                        .mapToLong(OrderDocument.Line::quantity)
                        .sum(),
                document.total().minor(),
                taxes.net(),
                taxes.tax(),
                tip == null ? 0 : tip.minor());
    }

    private static Sum taxed(OrderDocument.Vat vat, Currency currency) {
        return new Sum(1, 0, minor(vat.gross(), currency), minor(vat.net(), currency), minor(vat.tax(), currency), 0);
    }

    private static Sum goods(long pieces, Money gross) {
        return new Sum(1, pieces, gross.minor(), 0, 0, 0);
    }

    private static long minor(String decimal, Currency currency) {
        return Money.parse(decimal, currency).minor();
    }
}
