package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.onboarding.OnboardBrand;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.tenancy.ViewTenants;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** All customers, and a new one from its file. For hosting staff. */
@RequestScoped
@Path("tenants")
public class TenantsPage {

    @Inject
    private ViewTenants tenants;

    @Inject
    private OnboardBrand onboarding;

    @Inject
    private FirstPeople people;

    @Inject
    private VisibleLocations visible;

    @Inject
    private Upload upload;

    public record Shown(List<Entry> tenants, BrandUpload.Wrong wrong) {}

    public record Entry(TenantView tenant, long locations) {}

    @GET
    public View show() {
        return View.of(TenantsPage.class, shown(BrandUpload.Wrong.NOTHING));
    }

    @POST
    @NeedsPassword
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response onboard() throws IOException {
        visible.caller().requireStaff();
        Upload.Parts parts = upload.read(Map.of("brand", BrandFile.MAX_BYTES), "/portal/tenants");
        try {
            BrandDocument document = BrandFile.ofNew(BrandUpload.file(parts));
            TenantId made = onboarding.onboard(visible.caller(), document);
            FirstPeople.Invited invited = people.invite(visible.caller(), made, document);
            return invited.shows()
                    ? Response.ok(View.of(FirstPeoplePage.class, invited)).build()
                    : Redirect.to("/portal/tills?location=" + made).build();
        } catch (Refusal refused) {
            return Response.status(422)
                    .entity(View.of(TenantsPage.class, shown(BrandUpload.Wrong.with(refused))))
                    .build();
        }
    }

    private Shown shown(BrandUpload.Wrong wrong) {
        visible.caller().requireStaff();
        List<Entry> entries = tenants.tenants().stream()
                .map(t -> new Entry(
                        t,
                        visible.all().stream()
                                .filter(s -> s.tenant().id().equals(t.id()))
                                .count()))
                .toList();
        return new Shown(entries, wrong);
    }
}
