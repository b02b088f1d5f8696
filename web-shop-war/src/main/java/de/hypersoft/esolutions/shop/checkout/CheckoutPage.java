package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.OrderFromCart;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.Placing;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.ordering.guests.GuestOrders;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.cart.DeliveredTo;
import de.hypersoft.esolutions.shop.guard.ClientLimits;
import de.hypersoft.esolutions.shop.guard.Form;
import de.hypersoft.esolutions.shop.guard.FormExpired;
import de.hypersoft.esolutions.shop.guard.MayBeExpired;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.RefusalWords;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One page from the cart to the order: when, who, where, how to pay, and the total with the button in one view. */
@Path("/")
@ApplicationScoped
public class CheckoutPage {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private OrderFromCart orderFromCart;

    @Inject
    private GuestOrders guestOrders;

    @Inject
    private ClientLimits clientLimits;

    @Inject
    private TypedWords typed;

    @Inject
    private CheckoutViews views;

    @GET
    @Path("/{location}/checkout")
    @Produces(MediaType.TEXT_HTML)
    public Response show(@PathParam("location") String slug) {
        ShopLocation location = shopRequest.location(slug);
        Optional<CartView> cart = cartLoader.find(location);
        if (cart.isEmpty() || cart.get().contents().lines().isEmpty()) return toCart(location);
        CheckoutForm entry = typed.entry(location, cart.get());
        return page(location, cart.get(), entry, notDelivered(location, cart.get(), entry), "", 200);
    }

    /** Places the order, or shows the page again with everything as it was typed. */
    @POST
    @Path("/{location}/checkout")
    @Produces(MediaType.TEXT_HTML)
    public Response order(@PathParam("location") String slug, @MayBeExpired Form form) {
        ShopLocation location = shopRequest.location(slug);
        CheckoutForm entry = CheckoutForm.of(form);
        if (!form.genuine()) return asItIs(location, entry, new FormExpired());
        try {
            return order(location, form, entry);
        } catch (TooMany carts) {
            return asItIs(location, entry, carts);
        }
    }

    private Response order(ShopLocation location, Form form, CheckoutForm entry) {
        CartKey key = cartLoader.key(location);
        Optional<Response> before = placedBefore(key, entry);
        if (before.isPresent()) return before.get();
        Optional<CartView> cart = cartLoader.find(location).map(c -> Submission.cartFor(c, key.orderKey(entry.key())));
        typed.keep(key, cart.map(CartView::orderType).orElse(OrderType.PICKUP), entry);
        if (cart.isEmpty() || cart.get().contents().lines().isEmpty()) return toCart(location);
        Map<String, String> errors = form.ticked("recalculate")
                ? wrongPostcode(location, cart.get(), entry)
                : EntryCheck.errors(
                        entry, delivered(location, cart.get()), views.age(location, cart.get()), shopRequest.texts());
        if (!errors.isEmpty()) return page(location, cart.get(), entry, errors, "", 422);
        return form.ticked("recalculate")
                ? page(location, cart.get(), entry, errors, "", 200)
                : place(location, key, cart.get(), entry);
    }

    private Response place(ShopLocation location, CartKey key, CartView cart, CheckoutForm entry) {
        try {
            clientLimits.order(shopRequest.client());
            Placing placing = orderFromCart.place(
                    key,
                    Submission.request(location, cart, entry, key.orderKey(entry.key()), shopRequest),
                    ClientNetwork.of(shopRequest.client()));
            return placing instanceof OrderReceipt receipt
                    ? to("/orders/" + receipt.trackingToken())
                    : Response.seeOther(UriBuilder.fromPath("/{location}/checkout/confirmation/{key}")
                                    .build(location.slug(), entry.key()))
                            .build();
        } catch (Invalid refusal) {
            return again(location, cart, entry, refusal);
        } catch (TooMany refusal) {
            return Problem.of(refusal).page(views.of(location, cart, entry, Map.of(), words(location, refusal)));
        } catch (Conflict refusal) {
            return placedBefore(key, entry)
                    .orElseGet(() -> page(location, cart, entry, Map.of(), words(location, refusal), 409));
        }
    }

    /** By the click before, whose answer was lost; what was changed since comes too late. */
    private Optional<Response> placedBefore(CartKey key, CheckoutForm entry) {
        return guestOrders.of(key, entry.key()).map(placed -> to("/orders/" + placed.trackingToken()));
    }

    /** There may be no cart, as it is lost with its cookie; what was typed stands in the form and need not be. */
    private Response asItIs(ShopLocation location, CheckoutForm entry, Refusal refusal) {
        OrderType meant = entry.of(CheckoutForm.STREET).isEmpty() ? OrderType.PICKUP : OrderType.DELIVERY;
        CartView cart = cartLoader.find(location).orElseGet(() -> new CartView(meant, CartContents.EMPTY));
        return Problem.of(refusal).page(views.of(location, cart, entry, Map.of(), words(location, refusal)));
    }

    /** Keeps what is typed so far. Asked by the page's script again and again, and by whoever leaves without one. */
    @POST
    @Path("/{location}/checkout/words")
    @Produces(MediaType.TEXT_HTML)
    public Response keep(@PathParam("location") String slug, @MayBeExpired Form form) {
        ShopLocation location = shopRequest.location(slug);
        CheckoutForm entry = CheckoutForm.of(form);
        if (!form.genuine()) return asItIs(location, entry, new FormExpired());
        try {
            return keep(location, form, entry);
        } catch (TooMany carts) {
            return asItIs(location, entry, carts);
        }
    }

    private Response keep(ShopLocation location, Form form, CheckoutForm entry) {
        CartKey key = cartLoader.key(location);
        typed.keep(key, cartLoader.find(location).map(CartView::orderType).orElse(OrderType.PICKUP), entry);
        return switch (form.text("to")) {
            case "cart" -> toCart(location);
            case "menu" -> to("/" + location.slug());
            case "de", "en" -> to("/" + location.slug() + "/checkout?lang=" + form.text("to"));
            default -> Response.noContent().build();
        };
    }

    /** Whether a checkout of this guest led to an order: its page, or nothing. Asked when the answer was lost. */
    @GET
    @Path("/{location}/checkout/orders/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(@PathParam("location") String slug, @PathParam("key") String key) {
        ShopLocation location = shopRequest.location(slug);
        String order = shopRequest
                .guest()
                .flatMap(secret ->
                        guestOrders.of(new CartKey(secret, shopRequest.shop().tenant(), location.id()), key))
                .map(placed -> "/orders/" + placed.trackingToken())
                .orElse("");
        return Response.ok(Json.write(Map.of("order", order)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Refuses a postcode that is not delivered to; none, when nothing is to be delivered. */
    private Optional<Consumer<String>> delivered(ShopLocation location, CartView cart) {
        return cart.orderType() == OrderType.DELIVERY
                ? Optional.of(postcode -> DeliveredTo.check(location, postcode, CheckoutForm.POSTCODE))
                : Optional.empty();
    }

    private Map<String, String> wrongPostcode(ShopLocation location, CartView cart, CheckoutForm entry) {
        return delivered(location, cart)
                .map(served -> EntryCheck.postcode(entry, served, shopRequest.texts()))
                .orElse(Map.of());
    }

    /** Before anything was sent only what was said elsewhere can be wrong. */
    private Map<String, String> notDelivered(ShopLocation location, CartView cart, CheckoutForm entry) {
        return entry.postcode().isEmpty() ? Map.of() : wrongPostcode(location, cart, entry);
    }

    private Response again(ShopLocation location, CartView cart, CheckoutForm entry, Invalid refusal) {
        boolean known = CheckoutForm.ALL.contains(refusal.field());
        return known
                ? page(location, cart, entry, Map.of(refusal.field(), words(location, refusal)), "", 422)
                : page(location, cart, entry, Map.of(), words(location, refusal), 422);
    }

    private String words(ShopLocation location, Refusal refusal) {
        return RefusalWords.of(shopRequest.plainPage(location, ""), cartLoader.menu(location), refusal);
    }

    private Response page(
            ShopLocation location,
            CartView cart,
            CheckoutForm entry,
            Map<String, String> errors,
            String notice,
            int status) {
        View view = views.of(location, cart, entry, errors, notice);
        return Response.status(status).entity(view).build();
    }

    private static Response toCart(ShopLocation location) {
        return to("/" + location.slug() + "/cart");
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
