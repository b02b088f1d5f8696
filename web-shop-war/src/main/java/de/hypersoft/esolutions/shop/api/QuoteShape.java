package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.ordering.quote.QuoteOrder;
import de.hypersoft.esolutions.ordering.quote.Wish;
import de.hypersoft.esolutions.pricing.Quote;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an order would cost, as JSON: the answer to a basket, and the new quote of a {@code price-changed} answer. */
final class QuoteShape {

    private QuoteShape() {}

    static Map<String, Object> of(Wish wish, QuoteOrder.Quoted quoted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("location", wish.location());
        json.put("orderType", wish.orderType().name());
        json.put("promisedAt", quoted.promisedAt());
        json.put("minimumAge", quoted.quote().minimumAge());
        json.putAll(of(quoted.quote()));
        return json;
    }

    static Map<String, Object> of(Quote quote) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lines", quote.lines().stream().map(QuoteShape::line).toList());
        json.put("goods", quote.goods());
        json.put("deposits", quote.deposits());
        json.put(
                "adjustments",
                quote.adjustments().stream().map(QuoteShape::adjustment).toList());
        json.put("fees", quote.fees().stream().map(QuoteShape::fee).toList());
        json.put("vat", quote.vat().stream().map(QuoteShape::vat).toList());
        json.put("total", quote.total());
        return json;
    }

    private static Map<String, Object> line(Quote.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("articleId", line.article().id());
        json.put("quantity", line.selection().quantity());
        json.put("unitPrice", line.unitPrice());
        Quote.LineDeposit deposit = line.deposit();
        json.put("deposit", deposit == null ? null : deposit.total());
        json.put("total", line.total());
        return json;
    }

    private static Map<String, Object> adjustment(Quote.Adjustment adjustment) {
        return Map.of(
                "kind", adjustment.kind().name(), "reference", adjustment.reference(), "amount", adjustment.amount());
    }

    private static Map<String, Object> fee(Quote.Fee fee) {
        return Map.of("kind", fee.kind().name(), "total", fee.total());
    }

    private static Map<String, Object> vat(Quote.VatLine vat) {
        return Map.of(
                "rate", vat.rate().percent(),
                "net", vat.net().decimal(),
                "tax", vat.tax().decimal(),
                "gross", vat.gross().decimal());
    }
}
