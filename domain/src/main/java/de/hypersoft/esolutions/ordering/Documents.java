package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.quote.Offer;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a quote as the document that is stored and handed over; takes every figure as it was quoted (I5). The
 * number comes last, when nothing else can be refused.
 */
final class Documents {

    private final String kitchen;
    private final String guest;

    private Documents(Tenant tenant, OrderRequest request) {
        this.kitchen = tenant.defaultLanguage();
        this.guest = request.guest().language();
    }

    static OrderDocument of(StoreOrder.Accepted accepted, UUID id, String number) {
        return new Documents(accepted.offer().shop().tenant(), accepted.request()).document(accepted, id, number);
    }

    private OrderDocument document(StoreOrder.Accepted accepted, UUID id, String number) {
        OrderRequest request = accepted.request();
        Offer offer = accepted.offer();
        Quote quote = offer.quote();
        return new OrderDocument(
                id.toString(),
                number,
                accepted.at(),
                request.orderType(),
                request.channel(),
                request.fulfilAt(),
                offer.promised(),
                request.location(),
                request.guest(),
                request.deliveryAddress(),
                request.deliveryAddress(),
                request.note(),
                lines(quote),
                quote.fees().stream()
                        .map(f -> new OrderDocument.Fee(f.kind(), f.total()))
                        .toList(),
                quote.tip().parts().isEmpty() ? null : quote.tip().total(),
                quote.vat().stream().map(Documents::vat).toList(),
                quote.total(),
                new OrderDocument.Payment(
                        request.payment(),
                        quote.total().isZero()
                                ? OrderDocument.PaymentState.NOTHING_TO_PAY
                                : OrderDocument.PaymentState.OPEN,
                        Money.zero(quote.total().currency())),
                offer.menu().version(),
                accepted.trace());
    }

    private List<OrderDocument.Line> lines(Quote quote) {
        List<OrderDocument.Line> result = new ArrayList<>();
        for (Quote.Line line : quote.lines()) result.add(line(result.size() + 1, line));
        return result;
    }

    private OrderDocument.Line line(int number, Quote.Line line) {
        return new OrderDocument.Line(
                number,
                line.article().id(),
                line.article().name().in(kitchen),
                line.article().name().in(guest),
                line.selection().quantity(),
                line.unitPrice(),
                line.vat().percent(),
                line.selection().note(),
                line.options().stream().map(this::option).toList(),
                deposit(line.deposit()),
                discount(line.discount()),
                line.total(),
                line.minimumAge());
    }

    private OrderDocument.Option option(Quote.PricedOption priced) {
        return new OrderDocument.Option(
                priced.group().id(),
                priced.option().id(),
                priced.option().articleId(),
                priced.option().name().in(kitchen),
                priced.option().name().in(guest),
                priced.price(),
                priced.vat().percent(),
                priced.quantity(),
                priced.options().stream().map(this::option).toList());
    }

    private static OrderDocument.@Nullable Deposit deposit(Quote.@Nullable LineDeposit deposit) {
        if (deposit == null) return null;
        List<OrderDocument.DepositPart> parts = deposit.parts().stream()
                .map(p -> new OrderDocument.DepositPart(
                        p.id(), p.kind(), p.quantity(), p.unitAmount(), p.vat().percent(), p.total()))
                .toList();
        return new OrderDocument.Deposit(parts, deposit.total());
    }

    private static OrderDocument.@Nullable Discount discount(Quote.@Nullable LineDiscount discount) {
        if (discount == null) return null;
        return new OrderDocument.Discount(discount.percent(), discount.amount());
    }

    private static OrderDocument.Vat vat(Quote.VatLine line) {
        return new OrderDocument.Vat(
                line.rate().percent(),
                line.net().decimal(),
                line.tax().decimal(),
                line.gross().decimal());
    }
}
