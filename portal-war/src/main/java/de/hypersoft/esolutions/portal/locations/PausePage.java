package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.tenancy.hours.PauseOrdering;
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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The switch that stops new orders of a location for a while, and starts them again. */
@RequestScoped
@Path("locations/{location}/pause")
public class PausePage {

    private static final String END = "END";

    @Inject
    private PauseOrdering pausing;

    @Inject
    private VisibleLocations visible;

    /**
     * @param pause the one that is on; null while orders are taken
     * @param refusal why nothing was paused; empty when nothing was refused
     */
    public record Switch(
            VisibleLocations.Site site, @Nullable Pause pause, List<PauseOrdering.Length> lengths, String refusal) {}

    @GET
    public View show(@PathParam("location") String location) {
        return view(visible.site(location), "");
    }

    /** @param length a {@link PauseOrdering.Length}, or END to take orders again */
    @POST
    public Response turn(@PathParam("location") String location, @FormParam("length") @DefaultValue("") String length) {
        VisibleLocations.Site site = visible.site(location);
        Scope scope = visible.caller().scope(site.tenant().id());
        try {
            if (END.equals(length)) pausing.resume(scope, visible.caller().actor(), site.id());
            else pausing.pause(scope, visible.caller().actor(), site.id(), length(length));
        } catch (Conflict refused) {
            return Response.status(409).entity(view(site, refused.code())).build();
        }
        return Redirect.to("/portal/orders?location=" + site.id()).build();
    }

    private View view(VisibleLocations.Site site, String refusal) {
        Pause pause = site.location().pauseAt(visible.now()).orElse(null);
        return View.of(PausePage.class, new Switch(site, pause, List.of(PauseOrdering.Length.values()), refusal));
    }

    private static PauseOrdering.Length length(String given) {
        return Arrays.stream(PauseOrdering.Length.values())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-value", "nobody can pause for that long", "length"));
    }
}
