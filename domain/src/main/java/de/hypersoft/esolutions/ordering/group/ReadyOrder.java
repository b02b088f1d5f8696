package de.hypersoft.esolutions.ordering.group;

import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.StoreOrder;
import de.hypersoft.esolutions.ordering.lookup.OrderLookup;
import de.hypersoft.esolutions.ordering.quote.Offer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as far as memory decides: it is offered, priced and checked, and only the database can speak against it.
 *
 * @param articles that it needs, those of recipes included
 * @param at when it was offered
 * @param trace of its request; null where there is none
 */
record ReadyOrder(
        OrderRequest request,
        OrderLookup.Asked asked,
        Offer offer,
        Set<String> articles,
        Instant at,
        @Nullable String trace) {

    static ReadyOrder of(OrderRequest request, OrderLookup.Asked asked, Offer offer, Set<String> articles, Instant at) {
        return new ReadyOrder(request, asked, offer, articles, at, LogContext.trace());
    }

    UUID location() {
        return offer.shop().location().id().value();
    }

    StoreOrder.Accepted accepted() {
        return new StoreOrder.Accepted(request, offer, at, trace);
    }
}
