package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.hostnames.Shopfront;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.ordering.CartKey;
import de.hypersoft.esolutions.ordering.CartView;
import de.hypersoft.esolutions.ordering.Carts;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.PlaceOrder;
import de.hypersoft.esolutions.shop.cart.Trolley;
import de.hypersoft.esolutions.shop.guard.Form;
import de.hypersoft.esolutions.shop.guard.MayBeExpired;
import de.hypersoft.esolutions.shop.guard.Turnstile;
import de.hypersoft.esolutions.shop.guard.Visit;
import de.hypersoft.esolutions.shop.view.RefusalWords;
import de.hypersoft.esolutions.shop.view.View;
import de.hypersoft.esolutions.tenancy.OrderType;
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
import java.util.Map;
import java.util.Optional;

/** One page from the cart to the order: when, who, where, how to pay, and the total with the button in one view. */
@Path("/")
@ApplicationScoped
public class CheckoutPage {

    private final Visit visit;
    private final Trolley trolley;
    private final Carts carts;
    private final PlaceOrder placeOrder;
    private final Turnstile turnstile;
    private final CheckoutViews views;

    @SuppressWarnings("NullAway")
    public CheckoutPage() { // RESTEasy looks for it, CDI calls the other
        this(null, null, null, null, null, null);
    }

    @Inject
    public CheckoutPage(
            Visit visit,
            Trolley trolley,
            Carts carts,
            PlaceOrder placeOrder,
            Turnstile turnstile,
            CheckoutViews views) {
        this.visit = visit;
        this.trolley = trolley;
        this.carts = carts;
        this.placeOrder = placeOrder;
        this.turnstile = turnstile;
        this.views = views;
    }

    @GET
    @Path("/{location}/checkout")
    @Produces(MediaType.TEXT_HTML)
    public Response show(@PathParam("location") String location) {
        Shopfront.Branch branch = visit.branch(location);
        Optional<CartView> cart = trolley.find(branch);
        if (cart.isEmpty() || cart.get().contents().lines().isEmpty()) return toCart(branch);
        String postcode = cart.get().contents().postcode();
        String city = branch.zone(postcode).isPresent() ? branch.details().city() : "";
        return page(branch, cart.get(), Entry.fresh(postcode, city), Map.of(), "", 200);
    }

    /** Places the order, or shows the page again with everything as it was typed. */
    @POST
    @Path("/{location}/checkout")
    @Produces(MediaType.TEXT_HTML)
    public Response order(@PathParam("location") String location, @MayBeExpired Form form) {
        Shopfront.Branch branch = visit.branch(location);
        Entry entry = Entry.of(form);
        CartKey key = trolley.key(branch);
        Optional<CartView> cart = trolley.find(branch).map(c -> Submission.cartFor(c, entry));
        if (cart.isEmpty() || cart.get().contents().lines().isEmpty()) return toCart(branch);
        if (!form.genuine())
            return page(branch, cart.get(), entry, Map.of(), visit.texts().get("refusal.form-expired"), 403);
        boolean delivery = cart.get().orderType() == OrderType.DELIVERY;
        if (delivery) carts.deliverTo(key, entry.postcode());
        if (form.ticked("recalculate")) return page(branch, cart.get(), entry, Map.of(), "", 200);
        Map<String, String> errors = EntryCheck.errors(entry, delivery, views.age(branch, cart.get()), visit.texts());
        if (!errors.isEmpty()) return page(branch, cart.get(), entry, errors, "", 422);
        return place(branch, key, cart.get(), entry);
    }

    private Response place(Shopfront.Branch branch, CartKey key, CartView cart, Entry entry) {
        turnstile.order(visit.client());
        try {
            OrderReceipt receipt =
                    placeOrder.place(visit.shop().tenant(), Submission.request(branch, cart, entry, visit));
            carts.ordered(key, entry.key());
            return Response.seeOther(URI.create("/orders/" + receipt.trackingToken()))
                    .build();
        } catch (Invalid refusal) {
            return again(branch, cart, entry, refusal);
        } catch (Conflict refusal) {
            return page(branch, cart, entry, Map.of(), words(branch, refusal), 409);
        }
    }

    private Response again(Shopfront.Branch branch, CartView cart, Entry entry, Invalid refusal) {
        boolean known = Entry.ALL.contains(refusal.field());
        return known
                ? page(branch, cart, entry, Map.of(refusal.field(), words(branch, refusal)), "", 422)
                : page(branch, cart, entry, Map.of(), words(branch, refusal), 422);
    }

    private String words(Shopfront.Branch branch, Refusal refusal) {
        return RefusalWords.of(visit.page(branch, ""), trolley.menu(branch), refusal);
    }

    private Response page(
            Shopfront.Branch branch,
            CartView cart,
            Entry entry,
            Map<String, String> errors,
            String notice,
            int status) {
        View view = views.of(branch, cart, entry, errors, notice);
        return Response.status(status).entity(view).build();
    }

    private static Response toCart(Shopfront.Branch branch) {
        return Response.seeOther(URI.create("/" + branch.slug() + "/cart")).build();
    }
}
