package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.onboarding.BrandChanges;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.onboarding.ChangeBrand;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One customer: its locations, and what a newer file would change. For hosting staff. */
@RequestScoped
@Path("tenants/{tenant}")
public class TenantPage {

    @Inject
    private ChangeBrand changing;

    @Inject
    private VisibleLocations visible;

    @Inject
    private Upload upload;

    public record Shown(
            TenantView tenant, List<VisibleLocations.Site> locations, boolean done, BrandUpload.Wrong wrong) {}

    /** @param file as it came, to be sent again by whoever has read the differences */
    public record Compared(TenantView tenant, BrandChanges changes, String file, BrandUpload.Wrong wrong) {}

    @GET
    public View show(@PathParam("tenant") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        return View.of(TenantPage.class, shown(id, !done.isEmpty(), BrandUpload.Wrong.NOTHING));
    }

    /** Stores nothing. */
    @POST
    @Path("comparison")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response compare(@PathParam("tenant") UUID id) throws IOException {
        Upload.Parts parts = read(id);
        try {
            String file = BrandUpload.file(parts);
            return Response.ok(compared(id, file, BrandUpload.Wrong.NOTHING)).build();
        } catch (Refusal refused) {
            return refused(id, refused);
        }
    }

    /** With the seal of what the comparison showed. */
    @POST
    @NeedsPassword
    @Path("changes")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response change(@PathParam("tenant") UUID id) throws IOException {
        Upload.Parts parts = read(id);
        try {
            return change(id, BrandUpload.file(parts), parts.value("seen"));
        } catch (Refusal refused) {
            return refused(id, refused);
        }
    }

    private Upload.Parts read(UUID id) throws IOException {
        visible.caller().requireStaff();
        visible.tenant(id);
        return upload.read(Map.of("brand", BrandFile.MAX_BYTES, "seen", 200), "/portal/tenants/" + id);
    }

    private Response change(UUID id, String file, String seen) {
        BrandDocument document = BrandFile.ofChange(file);
        try {
            changing.change(visible.caller(), new TenantId(id), document, seen);
            return Redirect.to("/portal/tenants/" + id + "?done=1").build();
        } catch (Conflict meanwhile) {
            return Response.status(409)
                    .entity(compared(id, file, BrandUpload.Wrong.with(meanwhile)))
                    .build();
        }
    }

    private View compared(UUID id, String file, BrandUpload.Wrong wrong) {
        TenantView tenant = visible.tenant(id);
        BrandChanges changes = changing.preview(visible.caller(), tenant.id(), BrandFile.ofChange(file));
        return View.of(ComparisonPage.class, new Compared(tenant, changes, file, wrong));
    }

    private Response refused(UUID id, Refusal refused) {
        return Response.status(422)
                .entity(View.of(TenantPage.class, shown(id, false, BrandUpload.Wrong.with(refused))))
                .build();
    }

    private Shown shown(UUID id, boolean done, BrandUpload.Wrong wrong) {
        visible.caller().requireStaff();
        TenantView tenant = visible.tenant(id);
        List<VisibleLocations.Site> locations = visible.all().stream()
                .filter(site -> site.tenant().id().equals(tenant.id()))
                .toList();
        return new Shown(tenant, locations, done, wrong);
    }
}
