package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page that is the same for everybody does not say: the guest's cart, order and time of delivery, and a token for
 * its form. Its script asks for it and puts it in; without one the link to the cart leads to all of it.
 */
@Path("/")
@ApplicationScoped
public class GuestPart {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    /** @param form there for a page with a form; whoever has no cookie of a guest yet gets one */
    @GET
    @Path("/{location}/guest")
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @PathParam("location") String slug,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("form") @Nullable String form) {
        ShopLocation location = shopRequest.location(slug);
        Optional<CartView> cart = cartLoader.find(location);
        String title = location.details().name();
        ShopPage page = form == null ? shopRequest.page(location, title) : shopRequest.formPage(location, title);
        ShopPage whole = cartLoader.withBar(page, location, cart);
        return Response.ok(ShopPage.view(GuestPart.class, whole, ready(location, type, cart, whole)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** When it is there, for whoever said where; empty where that makes no difference. */
    private static String ready(ShopLocation location, String type, Optional<CartView> cart, ShopPage page) {
        boolean told = cart.flatMap(c -> location.zone(c.contents().postcode())).isPresent();
        return told && type.equals(OrderType.DELIVERY.name())
                ? Promise.of(location, OrderType.DELIVERY, cart, page).ready()
                : "";
    }
}
