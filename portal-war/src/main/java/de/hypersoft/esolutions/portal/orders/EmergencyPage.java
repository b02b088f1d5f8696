package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.pos.board.EmergencyMode;
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
import java.util.List;

/** The switch of a location's emergency mode: says first what will happen, and to how many orders. */
@RequestScoped
@Path("locations/{location}/emergency")
public class EmergencyPage {

    @Inject
    private EmergencyMode emergency;

    @Inject
    private VisibleLocations visible;

    /** @param waiting numbers of the orders that go to the till once the mode is off */
    public record Switch(VisibleLocations.Site site, List<String> waiting) {}

    @GET
    public View show(@PathParam("location") String location) {
        VisibleLocations.Site site = visible.site(location);
        return View.of(EmergencyPage.class, new Switch(site, emergency.waiting(scope(site), site.id())));
    }

    @POST
    public Response turn(@PathParam("location") String location, @FormParam("mode") @DefaultValue("") String mode) {
        VisibleLocations.Site site = visible.site(location);
        if ("off".equals(mode))
            emergency.switchOff(scope(site), visible.caller().actor(), site.id());
        else emergency.switchOn(scope(site), visible.caller().actor(), site.id());
        return Redirect.to("/portal/orders?location=" + site.id()).build();
    }

    private Scope scope(VisibleLocations.Site site) {
        return visible.caller().scope(site.tenant().id());
    }
}
