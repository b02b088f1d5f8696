package de.hypersoft.esolutions.portal.tills;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.Sites;
import de.hypersoft.esolutions.portal.layout.View;
import de.hypersoft.esolutions.pos.Till;
import de.hypersoft.esolutions.pos.TillDesk;
import de.hypersoft.esolutions.pos.TillId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** All tills by location, with what can be done to each. */
@RequestScoped
@Path("tills")
public class TillsPage {

    private final TillDesk desk;
    private final Sites sites;

    @SuppressWarnings("NullAway")
    public TillsPage() { // CDI
        this(null, null);
    }

    @Inject
    public TillsPage(TillDesk desk, Sites sites) {
        this.desk = desk;
        this.sites = sites;
    }

    /** What the page shows. */
    public record Shown(List<Place> places, String refused) {}

    public record Place(Sites.Site site, List<TillDesk.View> tills) {}

    /** The PIN, this once. */
    public record Pinned(TillDesk.Pin pin, ZoneId zone) {}

    @GET
    public View show() {
        if (sites.tenant().isEmpty()) return NoTenantPage.in("tills");
        return View.of(TillsPage.class, shown(""));
    }

    @POST
    public Response add(
            @FormParam("place") @DefaultValue("") String place,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("kind") @DefaultValue("") String kind) {
        Sites.Site site = sites.site(place);
        try {
            TillDesk.Pin pin = desk.add(scope(site), sites.caller().actor(), site.id(), name, kind(kind));
            return pinned(pin, site);
        } catch (Invalid refused) {
            return Response.status(422)
                    .entity(View.of(TillsPage.class, shown(refused.code())))
                    .build();
        }
    }

    private static Till.Kind kind(String name) {
        return Arrays.stream(Till.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-kind", "there is no such kind of till", "kind"));
    }

    @POST
    @Path("{till}/pin")
    public Response pin(@PathParam("till") UUID till) {
        Sites.Site site = siteOf(till);
        return pinned(desk.pin(scope(site), sites.caller().actor(), new TillId(till)), site);
    }

    @POST
    @Path("{till}/revocation")
    public Response revoke(@PathParam("till") UUID till) {
        Sites.Site site = siteOf(till);
        desk.revoke(scope(site), sites.caller().actor(), new TillId(till));
        return back();
    }

    @POST
    @Path("{till}/journal-acceptance")
    public Response acceptJournal(@PathParam("till") UUID till) {
        Sites.Site site = siteOf(till);
        desk.acceptJournal(scope(site), sites.caller().actor(), new TillId(till));
        return back();
    }

    private Shown shown(String refused) {
        if (sites.tenant().isEmpty()) return new Shown(List.of(), refused);
        List<TillDesk.View> all = desk.tills(sites.scope());
        List<Place> places = sites.shown().stream()
                .map(site -> new Place(
                        site,
                        all.stream().filter(t -> t.location().equals(site.id())).toList()))
                .toList();
        return new Shown(places, refused);
    }

    /** A till that is none of the caller's is the domain's to refuse; any own scope serves to ask (T49). */
    private Sites.Site siteOf(UUID till) {
        return sites.all().stream()
                .filter(site -> desk.tills(scope(site)).stream()
                        .anyMatch(
                                t -> t.id().value().equals(till) && t.location().equals(site.id())))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-till", "no such till"));
    }

    private Scope scope(Sites.Site site) {
        return sites.caller().scope(site.tenant().id());
    }

    private static Response pinned(TillDesk.Pin pin, Sites.Site site) {
        return Response.ok(
                        View.of(PinPage.class, new Pinned(pin, site.location().zone())))
                .build();
    }

    private static Response back() {
        return Redirect.to("/portal/tills").build();
    }
}
