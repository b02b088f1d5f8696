package de.hypersoft.esolutions.portal.tills;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.portal.orders.OrderRow;
import de.hypersoft.esolutions.pos.board.OverdueOrders;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All tills by location, with what can be done to each. */
@RequestScoped
@Path("tills")
public class TillsPage {

    @Inject
    private ManageTills tills;

    @Inject
    private OverdueOrders overdue;

    @Inject
    private Clock clock;

    @Inject
    private VisibleLocations visible;

    /** @param kinds what may be added: the head office's device only by whoever is there for all locations */
    public record Shown(List<Place> places, List<Till.Kind> kinds, String refused) {}

    /** @param owed how many orders each till acknowledged and did not book; tills with none left out */
    public record Place(VisibleLocations.Site site, List<ManageTills.View> tills, Map<TillId, Long> owed) {
        public long owedBy(ManageTills.View till) {
            return owed.getOrDefault(till.id(), 0L);
        }
    }

    /**
     * The PIN, this once.
     *
     * @param owed how many orders the till that is replaced acknowledged and did not book
     */
    public record Pinned(ManageTills.Pin pin, ZoneId zone, int owed) {}

    /** What a till acknowledged and did not book: somebody decides about each. */
    public record Owed(ManageTills.View till, List<OrderRow> lines) {}

    @GET
    public View show() {
        if (visible.shown().isEmpty()) return NoTenantPage.in("tills");
        return View.of(TillsPage.class, shown(""));
    }

    @POST
    @NeedsPassword
    public Response add(
            @FormParam("place") @DefaultValue("") String place,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("kind") @DefaultValue("") String kind) {
        VisibleLocations.Site site = visible.site(place);
        try {
            ManageTills.Pin pin = tills.add(scope(site), visible.caller().actor(), site.id(), name, kind(kind));
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
    @NeedsPassword
    @Path("{till}/pin")
    public Response pin(@PathParam("till") UUID till) {
        VisibleLocations.Site site = siteOf(till);
        return pinned(tills.pin(scope(site), visible.caller().actor(), new TillId(till)), site);
    }

    @POST
    @NeedsPassword
    @Path("{till}/revocation")
    public Response revoke(@PathParam("till") UUID till) {
        VisibleLocations.Site site = siteOf(till);
        tills.revoke(scope(site), visible.caller().actor(), new TillId(till));
        return back(site, till);
    }

    @POST
    @NeedsPassword
    @Path("{till}/journal-acceptance")
    public Response acceptJournal(@PathParam("till") UUID till) {
        VisibleLocations.Site site = siteOf(till);
        tills.acceptJournal(scope(site), visible.caller().actor(), new TillId(till));
        return back(site, till);
    }

    /** What the till acknowledged and did not book, before or after its device is gone. */
    @GET
    @Path("{till}/orders")
    public View owed(@PathParam("till") UUID till) {
        VisibleLocations.Site site = siteOf(till);
        ManageTills.View view = tills.tills(scope(site)).stream()
                .filter(t -> t.id().value().equals(till))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-till", "no such till"));
        Instant now = clock.instant();
        List<OrderRow> lines = overdue.unbookedBy(scope(site), view.id()).stream()
                .map(row -> OrderRow.of(row, visible.site(row.location()), now))
                .toList();
        return View.of(OwedPage.class, new Owed(view, lines));
    }

    private Shown shown(String refused) {
        if (visible.shown().isEmpty()) return new Shown(List.of(), List.of(), refused);
        List<ManageTills.View> all = tills.tills(visible.scope());
        Map<TillId, Long> owed = overdue.unbookedByTill(visible.scope());
        List<Place> places = visible.shown().stream()
                .map(site -> new Place(
                        site,
                        all.stream().filter(t -> t.location().equals(site.id())).toList(),
                        owed))
                .toList();
        return new Shown(places, kinds(), refused);
    }

    private List<Till.Kind> kinds() {
        boolean all = visible.caller().seesWholeTenant();
        return Arrays.stream(Till.Kind.values())
                .filter(kind -> all || kind != Till.Kind.HEAD_OFFICE)
                .toList();
    }

    /** A till that is none of the caller's is the domain's to refuse; any own scope serves to ask (T49). */
    private VisibleLocations.Site siteOf(UUID till) {
        return visible.all().stream()
                .filter(site -> tills.tills(scope(site)).stream()
                        .anyMatch(
                                t -> t.id().value().equals(till) && t.location().equals(site.id())))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-till", "no such till"));
    }

    private Scope scope(VisibleLocations.Site site) {
        return visible.caller().scope(site.tenant().id());
    }

    private Response pinned(ManageTills.Pin pin, VisibleLocations.Site site) {
        int owed = overdue.unbookedBy(scope(site), pin.till()).size();
        return Response.ok(
                        View.of(PinPage.class, new Pinned(pin, site.location().zone(), owed)))
                .build();
    }

    /** To the orders that the till leaves behind, if there are any. */
    private Response back(VisibleLocations.Site site, UUID till) {
        boolean none = overdue.unbookedBy(scope(site), new TillId(till)).isEmpty();
        return Redirect.to(none ? "/portal/tills" : "/portal/tills/" + till + "/orders")
                .build();
    }
}
