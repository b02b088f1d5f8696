package de.hypersoft.esolutions.portal.brand;

import de.hypersoft.esolutions.catalog.picture.ArticleImages;
import de.hypersoft.esolutions.catalog.picture.HeaderPictures;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.ChooseGuestMails;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The brand as guests meet it first. For whoever is there for all of its locations. */
@RequestScoped
@Path("brand")
public class BrandPage {

    @Inject
    private HeaderPictures pictures;

    @Inject
    private ChooseGuestMails guestMails;

    @Inject
    private VisibleLocations visible;

    @Inject
    private Upload upload;

    /**
     * @param version of the picture; empty when the brand has none
     * @param refusal empty when nothing was refused
     */
    public record Shown(TenantView brand, String version, String done, String refusal, Map<String, Object> facts) {}

    @GET
    public View show(@QueryParam("done") @DefaultValue("") String done) {
        if (visible.tenant().isEmpty()) return NoTenantPage.in("brand");
        return View.of(BrandPage.class, shown(done.matches("set|removed|mails") ? done : "", "", Map.of()));
    }

    @GET
    @Path("picture/{version}")
    public Response picture(@PathParam("version") String version) {
        ArticleImages.Picture picture = pictures.picture(tenant())
                .filter(found -> found.etag().equals(version))
                .orElseThrow(() -> new NotFound("not-found", "there is no such picture"));
        return Response.ok(picture.content(), picture.mediaType())
                .header("Cache-Control", "private, max-age=86400, immutable")
                .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response set() throws IOException {
        visible.caller().requireWholeTenant(tenant());
        byte[] picture = upload.read(Map.of("picture", HeaderPictures.MAX_BYTES), address(""))
                .bytes("picture");
        try {
            if (picture.length == 0) throw new Invalid("required", "no file was chosen", "picture");
            pictures.set(visible.scope(), picture, visible.caller().actor());
            return Redirect.to(address("?done=set")).build();
        } catch (Invalid refused) {
            return Response.status(422)
                    .entity(View.of(BrandPage.class, shown("", refused.code(), refused.parameters())))
                    .build();
        }
    }

    @POST
    @Path("picture-removal")
    public Response remove() {
        pictures.remove(visible.scope(), visible.caller().actor());
        return Redirect.to(address("?done=removed")).build();
    }

    /** What is not ticked does not come with a form. */
    @POST
    @Path("guest-mails")
    public Response guestMails(
            @FormParam("accepted") @DefaultValue("false") boolean accepted,
            @FormParam("ready") @DefaultValue("false") boolean ready) {
        visible.caller().requireWholeTenant(tenant());
        guestMails.set(visible.scope(), visible.caller().actor(), accepted, ready);
        return Redirect.to(address("?done=mails")).build();
    }

    private Shown shown(String done, String refusal, Map<String, Object> facts) {
        visible.caller().requireWholeTenant(tenant());
        Optional<String> version = pictures.etag(tenant());
        return new Shown(visible.brand(), version.orElse(""), done, refusal, facts);
    }

    private TenantId tenant() {
        return visible.scope().tenant();
    }

    private String address(String query) {
        String chosen = visible.chosen();
        if (chosen.isEmpty()) return "/portal/brand" + query;
        return "/portal/brand" + query + (query.isEmpty() ? "?" : "&") + "location=" + chosen;
    }
}
