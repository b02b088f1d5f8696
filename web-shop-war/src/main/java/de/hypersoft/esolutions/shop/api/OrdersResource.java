package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.Placing;
import de.hypersoft.esolutions.ordering.group.OrderGroups;
import de.hypersoft.esolutions.ordering.slot.Slots;
import de.hypersoft.esolutions.pricing.Pricing;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.ClientLimits;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.status.Lookup;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ordering in one request, and asking what became of it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OrdersResource {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private OrderGroups orderGroups;

    @Inject
    private Lookup lookup;

    @Inject
    private ClientLimits clientLimits;

    @Inject
    private CartLoader cartLoader;

    @POST
    @Path("/api/v1/orders")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(@HeaderParam("Idempotency-Key") @Nullable String key, String body, @Context UriInfo uri) {
        clientLimits.order(shopRequest.client());
        Placing placing = placed(OrderReading.of(body, key, shopRequest.texts().language()));
        if (placing instanceof AwaitsClick waits) return accepted(waits);
        OrderReceipt receipt = (OrderReceipt) placing;
        URI base = uri.getBaseUri();
        URI tracking = base.resolve("/orders/" + receipt.trackingToken());
        return Response.created(base.resolve("/api/v1/orders/" + receipt.trackingToken()))
                .entity(Json.write(new Shapes.OrderAnswer(
                        receipt.orderId().toString(),
                        receipt.orderNumber(),
                        receipt.status().name(),
                        receipt.total(),
                        tracking.toString(),
                        receipt.promisedAt())))
                .build();
    }

    private static Response accepted(AwaitsClick waits) {
        return Response.accepted(Json.write(
                        new Shapes.ConfirmationAnswer("AWAITING_CONFIRMATION", waits.mailbox(), waits.until())))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/api/v1/orders/{token}")
    public Response show(@PathParam("token") String token) {
        Lookup.Found found = lookup.order(token);
        return Response.ok(Json.write(new Shapes.OrderStatusAnswer(
                        found.order().id().toString(),
                        found.order().number(),
                        found.order().status().name(),
                        found.progress().restaurantHasIt(),
                        found.order().placedAt(),
                        found.order().statusAt(),
                        found.order().document().fulfilAt(),
                        found.order().promisedAt(),
                        found.order().total())))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private Placing placed(OrderRequest order) {
        try {
            return orderGroups.place(shopRequest.shop().tenant(), order, ClientNetwork.of(shopRequest.client()));
        } catch (Conflict e) {
            if (!e.code().equals("price-changed")) throw e;
            Map<String, Object> facts = new HashMap<>(e.parameters());
            facts.put("quote", QuoteShape.of(quote(order)));
            throw new Conflict(e.code(), String.valueOf(e.getMessage()), facts);
        }
    }

    private Quote quote(OrderRequest order) {
        ShopLocation location = shopRequest.location(order.location());
        Address address = order.deliveryAddress();
        DeliveryZone.Terms delivery =
                address == null ? null : location.zone(address.postcode()).orElse(null);
        Instant at = Slots.of(location.hours(), location.details(), order.orderType(), delivery)
                .soonest(shopRequest.now())
                .promise()
                .orElse(shopRequest.now());
        if (order.fulfilAt() != null) at = order.fulfilAt();
        return Pricing.quote(
                cartLoader.menu(location),
                cartLoader.basket(location, order.orderType(), delivery, at).with(order.lines()));
    }
}
