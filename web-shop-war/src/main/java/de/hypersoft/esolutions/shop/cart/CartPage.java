package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.shop.guard.Form;
import de.hypersoft.esolutions.shop.guard.FormExpired;
import de.hypersoft.esolutions.shop.guard.MayBeExpired;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.shop.view.RefusalWords;
import de.hypersoft.esolutions.shop.view.ShopPage;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cart: lines editable in place, undo, what is missing, and on to the checkout. */
@Path("/")
@ApplicationScoped
public class CartPage {

    private static final String POSTCODE = "postcode";

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private Carts carts;

    @GET
    @Path("/{location}/cart")
    @Produces(MediaType.TEXT_HTML)
    public View show(@PathParam("location") String slug) {
        return view(shopRequest.location(slug), null);
    }

    /** Another quantity, or none at all. */
    @POST
    @Path("/{location}/cart/lines/{line}")
    @Produces(MediaType.TEXT_HTML)
    public Response change(
            @PathParam("location") String slug, @PathParam("line") String line, @MayBeExpired Form form) {
        return change(slug, form, key -> {
            int quantity = form.ticked("remove") ? 0 : form.number("quantity", -1);
            if (quantity == 0) carts.remove(key, line);
            else carts.changeQuantity(key, line, quantity);
        });
    }

    /** Undo: the line taken out last comes back. */
    @POST
    @Path("/{location}/cart/removed-line")
    @Produces(MediaType.TEXT_HTML)
    public Response restore(@PathParam("location") String slug, @MayBeExpired Form form) {
        return change(slug, form, carts::restore);
    }

    /** Pickup or delivery, and where to: prices, fee and minimum follow. */
    @POST
    @Path("/{location}/cart/order-type")
    @Produces(MediaType.TEXT_HTML)
    public Response fulfil(@PathParam("location") String slug, @MayBeExpired Form form) {
        ShopLocation location = shopRequest.location(slug);
        return change(slug, form, key -> {
            OrderType type = cartLoader.type(location, form.text("type"), carts.find(key));
            carts.fulfilBy(key, type);
            if (!form.has(POSTCODE)) return;
            String postcode = form.text(POSTCODE);
            if (postcode.isEmpty()) throw new Invalid("required", "no postcode was given", POSTCODE);
            carts.deliverTo(key, postcode);
            DeliveredTo.check(location, postcode, POSTCODE);
        });
    }

    private Response change(String slug, Form form, Consumer<CartKey> verb) {
        ShopLocation location = shopRequest.location(slug);
        if (!form.genuine())
            return Response.status(403)
                    .entity(view(location, new FormExpired()))
                    .build();
        try {
            verb.accept(cartLoader.key(location));
        } catch (Invalid | Conflict refusal) {
            return Response.status(422).entity(view(location, refusal)).build();
        } catch (TooMany carts) {
            return Problem.of(carts).page(view(location, carts));
        } catch (NotFound gone) { // taken out on another page, or by the same click before
            return Response.status(409).entity(view(location, gone)).build();
        }
        return Response.seeOther(URI.create("/" + location.slug() + "/cart")).build();
    }

    private View view(ShopLocation location, @Nullable Refusal refusal) {
        ShopPage page = shopRequest.formPage(location, shopRequest.texts().text("cart.title"));
        Optional<CartView> cart = cartLoader.find(location);
        CartLoader.Loaded loaded = cartLoader.load(location, cart);
        return ShopPage.view(CartPage.class, page, view(location, loaded, refusal, page));
    }

    private CartPageView view(
            ShopLocation location, CartLoader.Loaded loaded, @Nullable Refusal refusal, ShopPage page) {
        Quote quote = loaded.check().quote();
        Missing missing = quote == null ? Missing.NOTHING : Missing.of(loaded.delivery(), quote.goods(), page);
        boolean delivery = loaded.type() == OrderType.DELIVERY;
        boolean empty = loaded.contents().lines().isEmpty();
        Menu menu = empty && loaded.contents().removed() == null && refusal == null ? null : cartLoader.menu(location);
        return new CartPageView(
                loaded.type(),
                OpenSign.types(location),
                menu == null
                        ? List.of()
                        : loaded.check().lines().stream()
                                .map(l -> LineView.of(l, menu, page))
                                .toList(),
                menu == null ? "" : removed(loaded.contents(), menu, page),
                quote == null ? null : Bill.of(quote, delivery && loaded.delivery() != null, page),
                loaded.contents().postcode(),
                missing.words(),
                missing.belowMinimum(),
                loaded.check().orderable() && !missing.belowMinimum(),
                refusal == null || menu == null || aboutPostcode(refusal) ? "" : words(page, menu, refusal, empty),
                refusal != null && menu != null && aboutPostcode(refusal) ? postcodeWords(page, refusal) : "");
    }

    /** With the cookie the cart is gone, and to send the same again would bring nothing back. */
    private static String words(ShopPage page, Menu menu, Refusal refusal, boolean empty) {
        return refusal instanceof FormExpired && empty ? page.t("cart.lost") : RefusalWords.of(page, menu, refusal);
    }

    private static boolean aboutPostcode(Refusal refusal) {
        return refusal instanceof Invalid invalid && invalid.field().equals(POSTCODE);
    }

    private static String postcodeWords(ShopPage page, Refusal refusal) {
        return page.t(
                "refusal." + refusal.code() + (refusal.code().equals("required") ? ".deliveryAddress.postcode" : ""));
    }

    private static String removed(CartContents contents, Menu menu, ShopPage page) {
        CartContents.Line removed = contents.removed();
        if (removed == null) return "";
        String id = removed.selection().articleId();
        return menu.article(id).map(a -> a.name().in(page.language())).orElse(id);
    }
}
