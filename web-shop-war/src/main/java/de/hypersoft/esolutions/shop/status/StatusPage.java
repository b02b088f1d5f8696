package de.hypersoft.esolutions.shop.status;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Basket;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.retention.GuestRequestKind;
import de.hypersoft.esolutions.retention.GuestRequests;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.Form;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Confirmation and live status in one: survives reload, sleep and loss of network, for whoever has its link. */
@Path("/")
@ApplicationScoped
public class StatusPage {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private Lookup lookup;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private Carts carts;

    @Inject
    private OpenStatusPages open;

    @Inject
    private GuestRequests requests;

    @GET
    @Path("/orders/{token}")
    @Produces(MediaType.TEXT_HTML)
    public View show(@PathParam("token") String token) {
        Lookup.Found found = lookup.order(token);
        ShopPage page = shopRequest.formPage(
                found.location(),
                shopRequest.texts().text("status.title", found.order().number()));
        StatusView view = StatusViews.of(found, page);
        Map<GuestRequestKind, Instant> asked = requests.open(found.order().id());
        return ShopPage.view(
                StatusPage.class,
                page,
                new Shown(
                        view,
                        Stream.of(GuestRequestKind.values())
                                .filter(wish -> !asked.containsKey(wish))
                                .map(Enum::name)
                                .toList(),
                        asked.entrySet().stream()
                                .map(one -> page.t("wish.asked." + one.getKey(), page.moment(one.getValue())))
                                .toList()));
    }

    /**
     * What the page shows.
     *
     * @param wishes what the guest may ask for
     * @param asked what the guest asked for and nobody has answered, in words
     */
    public record Shown(StatusView order, List<String> wishes, List<String> asked) {}

    /** The guest wants to know what is stored, or to be forgotten; a person at the restaurant answers. */
    @POST
    @Path("/orders/{token}/guest-data")
    @Produces(MediaType.TEXT_HTML)
    public Response ask(@PathParam("token") String token, Form form) {
        Lookup.Found found = lookup.order(token);
        requests.ask(found.order().id(), wish(form));
        return Response.seeOther(URI.create("/orders/" + token + "#guest-data")).build();
    }

    /** @throws Invalid {@code unknown-wish} */
    static GuestRequestKind wish(Form form) {
        return Stream.of(GuestRequestKind.values())
                .filter(one -> one.name().equals(form.text("wish")))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-wish", "nobody can ask for that", "wish"));
    }

    /** Where the page's script listens; holds no thread while nothing happens. */
    @GET
    @Path("/orders/{token}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(@PathParam("token") String token, @Context SseEventSink sink, @Context Sse sse) {
        UUID order = lookup.order(token).order().id().value();
        open.watch(order, shopRequest.client(), sink, sse).orRefuse();
    }

    /** A word that changes when the page would; asked by the page's script when it was told, and now and then. */
    @GET
    @Path("/orders/{token}/version")
    @Produces(MediaType.TEXT_PLAIN)
    public Response version(@PathParam("token") String token, @Context Request request) {
        Lookup.Found found = lookup.order(token);
        ShopPage page = shopRequest.plainPage(found.location(), "");
        String version = StatusViews.of(found, page).version();
        EntityTag tag = new EntityTag(version);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        CacheControl cache = CacheControl.valueOf("private, no-cache");
        return (unchanged == null ? Response.ok(version) : unchanged)
                .tag(tag)
                .cacheControl(cache)
                .build();
    }

    /** Puts what was ordered into a new cart, as far as it can still be had, once for each opening of the page. */
    @POST
    @Path("/orders/{token}/repetition")
    @Produces(MediaType.TEXT_HTML)
    public Response repeat(@PathParam("token") String token, Form form) {
        Lookup.Found found = lookup.order(token);
        Menu menu = cartLoader.menu(found.location());
        CartKey cart = cartLoader.key(found.location());
        List<Carts.Addition> additions = new ArrayList<>();
        for (OrderDocument.Line line : found.order().document().lines()) {
            Selection again = new Selection(
                    line.articleId(), line.quantity(), picks(line.options()), found.less() ? "" : line.note());
            priced(found, menu, again).ifPresent(additions::add);
        }
        carts.addAgain(cart, menu, found.order().type(), additions, form.opening());
        return Response.seeOther(URI.create("/" + found.location().slug() + "/cart"))
                .build();
    }

    private static List<Selection.Pick> picks(List<OrderDocument.Option> options) {
        return options.stream()
                .map(o -> new Selection.Pick(o.groupId(), o.optionId(), o.quantity(), picks(o.options())))
                .toList();
    }

    /** A line the menu no longer allows is left out; the guest sees in the cart what came back. */
    private Optional<Carts.Addition> priced(Lookup.Found found, Menu menu, Selection selection) {
        try {
            Basket one = cartLoader
                    .basket(found.location(), found.order().type(), null, shopRequest.now())
                    .with(selection);
            return Optional.of(new Carts.Addition(selection, CartCheck.unitPrice(menu, one)));
        } catch (Invalid | Conflict refused) {
            return Optional.empty();
        }
    }
}
