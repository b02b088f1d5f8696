package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.click.ConfirmByClick;
import de.hypersoft.esolutions.ordering.guests.GuestOrders;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.ClientLimits;
import de.hypersoft.esolutions.shop.guard.Form;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.RefusalWords;
import de.hypersoft.esolutions.shop.view.ShopPage;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order that waits for a click: where its guest is told so, and where the link in the mail leads. */
@Path("/")
@ApplicationScoped
public class ConfirmOrderPage {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private ConfirmByClick clicks;

    @Inject
    private GuestOrders guestOrders;

    @Inject
    private ClientLimits clientLimits;

    /**
     * What whoever follows the link sees.
     *
     * @param total in words, or empty
     * @param notice why it could not be ordered, or empty
     */
    public record Question(String token, String total, String until, String notice) {}

    /** Leads to the order once it is confirmed, on whichever device that was. */
    @GET
    @Path("/{location}/checkout/confirmation/{key}")
    @Produces(MediaType.TEXT_HTML)
    public Response waiting(@PathParam("location") String slug, @PathParam("key") String key) {
        ShopLocation location = shopRequest.location(slug);
        Optional<CartKey> cart = shopRequest
                .guest()
                .map(secret -> new CartKey(secret, shopRequest.shop().tenant(), location.id()));
        Optional<GuestOrders.Placed> placed = cart.flatMap(own -> guestOrders.of(own, key));
        if (placed.isPresent()) return to("/orders/" + placed.get().trackingToken());
        Optional<AwaitsClick> waits = cart.flatMap(own -> clicks.waiting(own, key));
        ShopPage page =
                shopRequest.page(location, shopRequest.texts().text(waits.isPresent() ? "click.waits" : "click.over"));
        WaitingPage shown = new WaitingPage(
                waits.map(AwaitsClick::mailbox).orElse(""),
                waits.map(w -> page.time(w.until())).orElse(""));
        return answer(Response.ok(ShopPage.view(WaitingPage.class, page, shown)));
    }

    /** Places nothing: programs that look through mails follow links too. */
    @GET
    @Path("/orders/confirmation/{token}")
    @Produces(MediaType.TEXT_HTML)
    public Response show(@PathParam("token") String token) {
        ConfirmByClick.Seen seen = seen(token);
        String tracking = seen.tracking();
        return tracking == null ? answer(Response.ok(question(token, seen, null))) : to("/orders/" + tracking);
    }

    @POST
    @Path("/orders/confirmation/{token}")
    @Produces(MediaType.TEXT_HTML)
    public Response confirm(@PathParam("token") String token, Form form) {
        ConfirmByClick.Seen seen = seen(token);
        try {
            clientLimits.order(shopRequest.client());
            return to("/orders/"
                    + clicks.place(shopRequest.shop().tenant(), token).trackingToken());
        } catch (Invalid | Conflict | TooMany refusal) {
            return answer(Response.fromResponse(Problem.of(refusal).page(question(token, seen, refusal))));
        }
    }

    private ConfirmByClick.Seen seen(String token) {
        try {
            return clicks.see(shopRequest.shop().tenant(), token);
        } catch (NotFound unknown) {
            clientLimits.wrongLink(shopRequest.client());
            throw unknown;
        }
    }

    private View question(String token, ConfirmByClick.Seen seen, @Nullable Refusal refusal) {
        ShopLocation location = shopRequest
                .shop()
                .location(seen.location())
                .orElseThrow(() -> new NotFound("confirmation-ended", "this location is not shown any more"));
        ShopPage page = shopRequest.formPage(location, shopRequest.texts().text("click.question"));
        String notice = refusal == null ? "" : RefusalWords.of(page, cartLoader.menu(location), refusal);
        String total = seen.total() == null ? "" : page.money(seen.total());
        return ShopPage.view(ConfirmOrderPage.class, page, new Question(token, total, page.time(seen.until()), notice));
    }

    private static Response answer(Response.ResponseBuilder page) {
        return page.header("Cache-Control", "no-store").build();
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
