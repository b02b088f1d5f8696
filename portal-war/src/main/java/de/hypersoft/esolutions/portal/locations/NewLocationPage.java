package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.onboarding.AddLocation;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;

/** A customer's next location. For hosting staff. */
@RequestScoped
@Path("tenants/{tenant}/locations")
public class NewLocationPage {

    @Inject
    private AddLocation adding;

    @Inject
    private VisibleLocations visible;

    /** @param field the refused one; empty when nothing was refused */
    public record Shown(
            TenantView tenant, LocationForm form, String refusal, String field, Map<String, Object> facts) {}

    @GET
    public View show(@PathParam("tenant") UUID id) {
        visible.caller().requireStaff();
        return View.of(NewLocationPage.class, new Shown(tenant(id), LocationForm.fresh(), "", "", Map.of()));
    }

    @POST
    @NeedsPassword
    public Response add(@PathParam("tenant") UUID id, MultivaluedMap<String, String> typed) {
        visible.caller().requireStaff();
        TenantView tenant = tenant(id);
        LocationForm form = LocationForm.of(typed);
        try {
            LocationId made = adding.add(
                    visible.caller(), tenant.id(), form.value("slug").strip(), form.details(), form.weekly());
            return Redirect.to("/portal/tills?location=" + made).build();
        } catch (Invalid refused) {
            Shown again = new Shown(
                    tenant,
                    form,
                    refused.code(),
                    refused.field().equals("currency") ? "country" : refused.field(),
                    refused.parameters());
            return Response.status(422)
                    .entity(View.of(NewLocationPage.class, again))
                    .build();
        }
    }

    private TenantView tenant(UUID id) {
        return visible.tenant(id);
    }
}
