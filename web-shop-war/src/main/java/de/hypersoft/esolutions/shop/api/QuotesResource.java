package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.quote.QuoteOrder;
import de.hypersoft.esolutions.ordering.quote.Wish;
import de.hypersoft.esolutions.shop.guard.ClientLimits;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a basket would cost and when it could be had. The location stands in the body, as it does in an order. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class QuotesResource {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private QuoteOrder quotes;

    @Inject
    private ClientLimits clientLimits;

    @POST
    @Path("/api/v1/quotes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response quote(String body) {
        clientLimits.quote(shopRequest.client());
        Wish wish = OrderReading.wish(body);
        return Response.ok(Json.write(
                        QuoteShape.of(wish, quotes.quote(shopRequest.shop().tenant(), wish))))
                .header("Cache-Control", "no-store")
                .build();
    }
}
