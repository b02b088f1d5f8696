package de.hypersoft.esolutions.portal.guests;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.retention.GuestRequests;
import de.hypersoft.esolutions.retention.ManageGuestData;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is stored of one guest: found, handed out, erased. What was looked for is sent with a form and never stands in an
 * address, where logs and histories would keep it.
 */
@RequestScoped
@Path("guests/one")
public class OneGuestPage {

    @Inject
    private ManageGuestData guestData;

    @Inject
    private GuestRequests requests;

    @Inject
    private VisibleLocations visible;

    /**
     * What the page shows.
     *
     * @param typed what was looked for
     * @param refusal empty when nothing was refused; {@code facts} are put into its words
     */
    public record Shown(String typed, List<Line> hits, boolean more, String refusal, Map<String, Object> facts) {

        /** Whether something of it may be erased. */
        public boolean erasable() {
            return hits.stream().anyMatch(line -> !line.hit().open());
        }
    }

    public record Line(ManageGuestData.Hit hit, String place, ZoneId zone) {}

    /** Who comes here by an address, a changed language or a bookmark has not looked for anybody yet. */
    @GET
    public View begin() {
        return View.of(OneGuestPage.class, new Shown("", List.of(), false, "", Map.of()));
    }

    @POST
    public Response find(@FormParam("guest") @DefaultValue("") String typed) {
        try {
            return Response.ok(page(typed, "", Map.of()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Invalid refused) {
            return Response.status(422)
                    .entity(View.of(
                            OneGuestPage.class,
                            new Shown(typed, List.of(), false, refused.code(), refused.parameters())))
                    .build();
        }
    }

    @POST
    @NeedsPassword
    @Path("export")
    public Response export(@FormParam("order") List<String> orders) {
        String json = guestData.export(visible.scope(), visible.caller().actor(), ids(orders));
        return Response.ok(json, "application/json")
                .header("Content-Disposition", "attachment; filename=\"guest-data.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** @param sure the box beside the button: what is erased does not come back */
    @POST
    @NeedsPassword
    @Path("erasure")
    public Response erase(
            @FormParam("guest") @DefaultValue("") String typed,
            @FormParam("order") List<String> orders,
            @FormParam("sure") @DefaultValue("false") boolean sure) {
        try {
            if (!sure) throw new Invalid("not-confirmed", "the box was not ticked", "sure");
            int erased = guestData.erase(visible.scope(), visible.caller().actor(), ids(orders));
            return Redirect.to("/portal/guests?done=erased&orders=" + erased + location("&"))
                    .build();
        } catch (Invalid | Conflict refused) {
            Problem problem = Problem.of(refused);
            return problem.page(page(typed, problem.code(), problem.facts()));
        }
    }

    @POST
    @Path("requests/{id}/answer")
    public Response answered(@PathParam("id") UUID id) {
        requests.answered(visible.scope(), visible.caller().actor(), id);
        return Redirect.to("/portal/guests?done=answered" + location("&")).build();
    }

    private View page(String typed, String refusal, Map<String, Object> facts) {
        List<Line> hits = guestData.find(visible.scope(), visible.caller().actor(), typed).stream()
                .map(hit -> new Line(
                        hit,
                        visible.site(hit.location()).name(),
                        visible.site(hit.location()).location().zone()))
                .toList();
        return View.of(OneGuestPage.class, new Shown(typed, hits, hits.size() >= ManageGuestData.MOST, refusal, facts));
    }

    private static Set<OrderId> ids(List<String> orders) {
        Set<OrderId> ids = new LinkedHashSet<>();
        if (orders != null) orders.forEach(id -> ids.add(OrderId.parse(id)));
        return ids;
    }

    private String location(String before) {
        return visible.chosen().isEmpty() ? "" : before + "location=" + visible.chosen();
    }
}
