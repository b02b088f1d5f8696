package de.hypersoft.esolutions.shop.status;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.search.TrackedOrder;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.shop.cart.Bill;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a stored order into words; prices and texts are those of the order, nothing is computed anew (I5). */
final class StatusViews {

    private StatusViews() {}

    static StatusView of(Lookup.Found found, ShopPage page) {
        TrackedOrder order = found.order();
        HandoverViews.Progress progress = found.progress();
        boolean less = found.less();
        OrderDocument document = order.document();
        Steps steps = new Steps(
                Steps.believed(order.status(), document.fulfilAt(), page.now()),
                order.type(),
                progress.restaurantHasIt(),
                progress.waitingSince(),
                progress.doubt(),
                page.now());
        Instant promised = document.fulfilAt() == null ? document.promisedAt() : document.fulfilAt();
        boolean overdue = steps.forgotten(promised) || steps.late(promised);
        String sentence = steps.forgotten(promised) ? "FORGOTTEN" : overdue ? "LATE" : steps.sentence();
        String reason = order.statusReason() == null ? "" : order.statusReason();
        return new StatusView(
                order.trackingToken(),
                order.number(),
                page.t("status." + sentence),
                page.t("status." + sentence + ".next", page.location().details().phone(), less ? "" : reason),
                overdue ? "warn" : steps.mood(),
                steps.list(page, order.placedAt()),
                fulfil(document, page),
                less ? List.of() : address(document.deliveryAddress()),
                document.lines().stream().map(l -> line(l, less, page)).toList(),
                bill(document, page),
                page.t("payment." + order.type()),
                less ? "" : document.note(),
                less ? "" : document.guest().email(),
                order.status().isTerminal(),
                sentence + "/" + order.statusAt().toEpochMilli() + (less ? "/less" : ""),
                order.type() == OrderType.DELIVERY);
    }

    private static String fulfil(OrderDocument document, ShopPage page) {
        String type = document.orderType().name();
        if (document.fulfilAt() != null) return page.t("status.at." + type, page.moment(document.fulfilAt()));
        return document.promisedAt() == null
                ? page.t("status.soon." + type)
                : page.t("status.asap." + type, page.moment(document.promisedAt()));
    }

    private static List<String> address(@Nullable Address address) {
        return address == null
                ? List.of()
                : List.of(address.street(), address.postcode() + " " + address.city(), address.note());
    }

    private static StatusView.Line line(OrderDocument.Line line, boolean less, ShopPage page) {
        OrderDocument.Deposit deposit = line.deposit();
        return new StatusView.Line(
                line.quantity(),
                line.displayName(),
                line.options().stream().map(StatusViews::option).toList(),
                less ? "" : line.note(),
                page.money(line.total()),
                deposit == null ? "" : page.t("price.deposit", page.money(deposit.total())));
    }

    static String option(OrderDocument.Option option) {
        String name = (option.quantity() == 1 ? "" : option.quantity() + " × ") + option.displayName();
        List<String> below = option.options().stream().map(StatusViews::option).toList();
        return below.isEmpty() ? name : name + " (" + String.join(", ", below) + ")";
    }

    private static Bill bill(OrderDocument document, ShopPage page) {
        List<Bill.Row> rows = new ArrayList<>();
        Money zero = Money.zero(document.total().currency());
        Money goods = document.lines().stream().map(OrderDocument.Line::total).reduce(zero, Money::plus);
        Money deposits = document.lines().stream()
                .map(l -> l.deposit() == null ? zero : l.deposit().total())
                .reduce(zero, Money::plus);
        rows.add(new Bill.Row(page.t("bill.goods"), page.money(goods)));
        if (!deposits.isZero()) rows.add(new Bill.Row(page.t("bill.deposit"), page.money(deposits)));
        document.fees().forEach(f -> rows.add(new Bill.Row(page.t("bill.fee." + f.kind()), page.money(f.total()))));
        List<String> vat = document.vat().stream()
                .map(v -> Bill.vat(v.rate(), page.money(Money.parse(v.tax(), zero.currency())), page))
                .toList();
        if (document.orderType() == OrderType.DELIVERY && document.fees().isEmpty())
            rows.add(new Bill.Row(page.t("bill.fee.DELIVERY"), page.money(zero)));
        return Bill.of(rows, document.total(), vat, page);
    }
}
