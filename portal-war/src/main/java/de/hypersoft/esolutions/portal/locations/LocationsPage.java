package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.ManageLocations;
import de.hypersoft.esolutions.tenancy.ViewTenants;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The locations, and the form of each. */
@RequestScoped
@Path("locations")
public class LocationsPage {

    @Inject
    private ManageLocations manageLocations;

    @Inject
    private ViewTenants tenants;

    @Inject
    private VisibleLocations visible;

    /** What the page shows. */
    public record Shown(List<VisibleLocations.Site> visible) {}

    /** @param field the refused one; empty when nothing was refused */
    public record Edited(VisibleLocations.Site site, LocationForm form, String refusal, String field, boolean done) {}

    @GET
    public View show() {
        if (visible.shown().isEmpty()) return NoTenantPage.in("locations");
        return View.of(LocationsPage.class, new Shown(visible.shown()));
    }

    @GET
    @Path("{location}")
    public View edit(@PathParam("location") String id, @QueryParam("done") @DefaultValue("") String done) {
        VisibleLocations.Site site = visible.site(id);
        LocationForm form = LocationForm.of(site.location().details(), tenants.hours(site.location()));
        return View.of(LocationPage.class, new Edited(site, form, "", "", !done.isEmpty()));
    }

    @POST
    @NeedsPassword
    @Path("{location}")
    public Response change(@PathParam("location") String id, MultivaluedMap<String, String> typed) {
        VisibleLocations.Site site = visible.site(id);
        LocationForm form = LocationForm.of(typed);
        try {
            manageLocations.change(
                    visible.caller().scope(site.tenant().id()),
                    visible.caller().actor(),
                    site.id(),
                    form.details(),
                    form.weekly());
            return Redirect.to("/portal/locations/" + site.id() + "?done=1").build();
        } catch (Invalid refused) {
            return Response.status(422)
                    .entity(View.of(LocationPage.class, new Edited(site, form, refused.code(), refused.field(), false)))
                    .build();
        }
    }
}
