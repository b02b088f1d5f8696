package de.hypersoft.esolutions.portal.guests;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
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
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Guests of whom nothing is taken over the web: who blocked them, from which order, why, and the way back. */
@RequestScoped
@Path("guests/blocked")
public class BlockedGuestsPage {

    @Inject
    private GuestBlocks blocks;

    @Inject
    private VisibleLocations visible;

    /**
     * @param mayEndAll whether those that hold for all locations can be ended here
     * @param refusal code of what was refused a moment ago; empty for nothing
     */
    public record Shown(List<Blocked> blocks, boolean mayEndAll, String refusal) {}

    /** One block, and at which location it was made. */
    public record Blocked(GuestBlocks.Block block, String place, ZoneId zone) {}

    @GET
    public View show() {
        if (visible.shown().isEmpty()) return NoTenantPage.in("guests");
        return View.of(BlockedGuestsPage.class, shown(""));
    }

    /** @param order the one whose guest is meant */
    @POST
    public Response block(
            @FormParam("order") @DefaultValue("") String order,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("everywhere") @DefaultValue("") String everywhere) {
        try {
            blocks.block(
                    visible.scopeShown(),
                    visible.caller().actor(),
                    new OrderId(id(order)),
                    reason,
                    !everywhere.isEmpty());
        } catch (Invalid | Conflict refused) {
            return Response.status(refused instanceof Invalid ? 422 : 409)
                    .entity(View.of(BlockedGuestsPage.class, shown(((Refusal) refused).code())))
                    .build();
        }
        return list();
    }

    @POST
    @Path("{id}/end")
    public Response unblock(@PathParam("id") String id) {
        blocks.unblock(visible.scopeShown(), visible.caller().actor(), id(id));
        return list();
    }

    private Shown shown(String refusal) {
        return new Shown(
                blocks.list(visible.scopeShown()).stream().map(this::blocked).toList(),
                visible.caller().seesWholeTenant(),
                refusal);
    }

    private Blocked blocked(GuestBlocks.Block block) {
        VisibleLocations.Site site = visible.site(block.location());
        return new Blocked(block, site.name(), site.location().zone());
    }

    private Response list() {
        return Redirect.to(
                        "/portal/guests/blocked" + (visible.chosen().isEmpty() ? "" : "?location=" + visible.chosen()))
                .build();
    }

    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw new NotFound("unknown-block", "there is nothing like " + given.length() + " characters");
        }
    }
}
