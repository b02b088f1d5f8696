package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Json;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.Utf8;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import de.hypersoft.esolutions.onboarding.OnboardBrand;
import de.hypersoft.esolutions.portal.access.FormGuard;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.portal.layout.Sites;
import de.hypersoft.esolutions.portal.layout.View;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;

/** All customers, and a new one from its file. For hosting staff. */
@RequestScoped
@Path("tenants")
public class TenantsPage {

    private static final int MOST_BYTES = 1_000_000;

    private final Tenants tenants;
    private final OnboardBrand onboarding;
    private final Sites sites;
    private final SignedIn signedIn;

    @SuppressWarnings("NullAway")
    public TenantsPage() { // CDI
        this(null, null, null, null);
    }

    @Inject
    public TenantsPage(Tenants tenants, OnboardBrand onboarding, Sites sites, SignedIn signedIn) {
        this.tenants = tenants;
        this.onboarding = onboarding;
        this.sites = sites;
        this.signedIn = signedIn;
    }

    /** @param refusal empty when nothing was refused; {@code detail} then says where */
    public record Shown(List<Entry> tenants, String refusal, String detail, Map<String, Object> facts) {}

    public record Entry(Tenant tenant, long locations) {}

    @GET
    public View show() {
        return View.of(TenantsPage.class, shown("", "", Map.of()));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response onboard(@FormParam("csrf") EntityPart csrf, @FormParam("brand") EntityPart brand)
            throws IOException {
        FormGuard.check(signedIn, text(csrf, 200));
        sites.caller().requireStaff();
        try {
            TenantId made = onboarding.onboard(document(text(brand, MOST_BYTES)));
            return Redirect.to("/portal/tills?location=" + made).build();
        } catch (Refusal refused) {
            return Response.status(422)
                    .entity(View.of(
                            TenantsPage.class,
                            shown(refused.code(), String.valueOf(refused.getMessage()), refused.parameters())))
                    .build();
        } catch (IllegalArgumentException | DateTimeException refused) {
            return Response.status(422)
                    .entity(View.of(
                            TenantsPage.class,
                            shown("unreadable-brand", String.valueOf(refused.getMessage()), Map.of())))
                    .build();
        }
    }

    private static BrandDocument document(String json) {
        try {
            BrandDocument document = Json.read(json, BrandDocument.class);
            if (document == null) throw new Invalid("unreadable-brand", "the file is empty", "brand");
            Members.requireAll(document, "");
            return document;
        } catch (JsonbException e) {
            throw new Invalid("unreadable-brand", String.valueOf(e.getMessage()), "brand");
        }
    }

    private static String text(EntityPart part, int most) throws IOException {
        if (part == null) throw new Invalid("required", "a part of the form is missing", "brand");
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most)
                throw new Invalid("file-too-large", "the file has more than " + most + " bytes", "brand");
            return Utf8.text(bytes, "brand");
        }
    }

    private Shown shown(String refusal, String detail, Map<String, Object> facts) {
        sites.caller().requireStaff();
        List<Entry> entries = tenants.all().stream()
                .map(t -> new Entry(
                        t,
                        sites.all().stream()
                                .filter(s -> s.tenant().id().equals(t.id()))
                                .count()))
                .toList();
        return new Shown(entries, refusal, detail, facts);
    }
}
