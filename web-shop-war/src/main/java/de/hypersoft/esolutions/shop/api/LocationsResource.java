package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.slot.Slots;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.cart.DeliveredTo;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.kept.CurrentAnswer;
import de.hypersoft.esolutions.shop.kept.KeptAnswer;
import de.hypersoft.esolutions.shop.kept.KeptAnswers;
import de.hypersoft.esolutions.shop.kept.MenuRevisions;
import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.web.ContentHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where one can order, and what. Read from memory; each answer names its content by an ETag. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LocationsResource {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private MenuRevisions revisions;

    @Inject
    private KeptAnswers kept;

    @GET
    @Path("/api/v1/locations")
    public Response locations(@Context Request request) {
        List<Shapes.Place> places =
                shopRequest.shop().locations().stream().map(this::place).toList();
        return answer(new Shapes.Places(places), request);
    }

    @GET
    @Path("/api/v1/locations/{location}/menu")
    public Response menu(@PathParam("location") String slug) {
        ShopLocation location = shopRequest.location(slug);
        Menu menu = cartLoader.menu(location);
        Availability availability = cartLoader.availability(location);
        return kept(location, menu, availability, "", () -> MenuShape.of(menu, availability));
    }

    @GET
    @Path("/api/v1/locations/{location}/articles/{id}")
    public Response article(@PathParam("location") String slug, @PathParam("id") String id) {
        ShopLocation location = shopRequest.location(slug);
        Menu menu = cartLoader.menu(location);
        Availability availability = cartLoader.availability(location);
        Menu.Article article = menu.article(id)
                .filter(Menu.Article::sellable)
                .orElseThrow(() -> new NotFound("unknown-article", "there is no article " + id));
        return kept(location, menu, availability, article.id(), () -> MenuShape.whole(menu, article, availability));
    }

    private Response kept(
            ShopLocation location, Menu menu, Availability availability, String article, Supplier<Object> shape) {
        MenuRevisions.Revision revision = revisions.of(location.id(), menu, availability, shopRequest.now());
        KeptAnswer answer = kept.of(new Kept(location.id(), revision.number(), article), () -> Json.write(shape.get())
                .getBytes(StandardCharsets.UTF_8));
        return Response.ok(new CurrentAnswer(answer, revision, null, true)).build();
    }

    /** @param article empty for the whole menu; what is said of it depends on no time of day */
    private record Kept(LocationId location, long revision, String article) {}

    @GET
    @Path("/api/v1/locations/{location}/times")
    public Response times(
            @PathParam("location") String slug,
            @QueryParam("orderType") @DefaultValue("PICKUP") String orderType,
            @QueryParam("postcode") @DefaultValue("") String postcode,
            @Context Request request) {
        ShopLocation location = shopRequest.location(slug);
        OrderType type = Arrays.stream(OrderType.values())
                .filter(t -> t.name().equals(orderType)
                        && location.details().orderTypes().contains(t))
                .findFirst()
                .orElseThrow(() -> new Invalid("order-type-not-offered", "not offered here", "orderType"));
        ShopPage page = shopRequest.page(location, "");
        Slots slots = Slots.of(
                location.hours(), location.details(), type, DeliveredTo.terms(location, type, postcode, "postcode"));
        List<Shapes.Slot> offered = slots.days(page.now()).stream()
                .flatMap(day -> day.slots().stream())
                .map(at -> new Shapes.Slot(
                        at, page.figures().dated(at, slots.hours().zone())))
                .toList();
        return answer(
                new Shapes.Times(type.name(), slots.soonest(page.now()).at(), Slots.DAYS_AHEAD, offered), request);
    }

    private static int lead(ShopLocation location, DeliveryZone.Terms zone) {
        return zone.leadMinutes() == null ? location.details().leadMinutes() : zone.leadMinutes();
    }

    private Shapes.Place place(ShopLocation location) {
        Optional<Pause> pause = location.hours().pauseAt(shopRequest.now());
        boolean open = pause.isEmpty()
                && OpenSign.types(location).stream()
                        .anyMatch(t -> location.hours().isOpen(shopRequest.now(), t));
        return new Shapes.Place(
                location.slug(),
                location.details().name(),
                location.details().street(),
                location.details().postcode(),
                location.details().city(),
                location.details().country(),
                location.details().phone(),
                location.details().zone().getId(),
                OpenSign.types(location).stream().map(Enum::name).toList(),
                open,
                pause.isPresent(),
                pause.flatMap(Pause::end).orElse(null),
                location.details().leadMinutes(),
                location.zones().stream()
                        .map(z -> new Shapes.Zone(z.postcode(), z.minimum(), z.fee(), z.freeFrom(), lead(location, z)))
                        .toList());
    }

    private static Response answer(Object json, Request request) {
        byte[] body = Json.write(json).getBytes(StandardCharsets.UTF_8);
        EntityTag tag = ContentHash.tag(body);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) return unchanged.tag(tag).build();
        return Response.ok(body)
                .tag(tag)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "public, no-cache")
                .build();
    }
}
