package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.acme.ManageAutomaticCertificates;
import de.hypersoft.esolutions.certificates.ManageCertificates;
import de.hypersoft.esolutions.certificates.ServedElsewhere;
import de.hypersoft.esolutions.certificates.ShareCertificate;
import de.hypersoft.esolutions.certificates.UploadCertificate;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.hostnames.shopfront.CanonicalHost;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** What hosting staff do with a domain. Each act ends on its page, which shows the new state or why it was refused. */
@RequestScoped
@Path("domains/{host}")
public class DomainMovesPage {

    @Inject
    private ManageDomains domains;

    @Inject
    private ManageCertificates certificates;

    @Inject
    private CanonicalHost canonical;

    @Inject
    private UploadCertificate uploads;

    @Inject
    private ShareCertificate sharing;

    @Inject
    private ServedElsewhere elsewhere;

    @Inject
    private ManageAutomaticCertificates automatic;

    @Inject
    private DomainPage page;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Upload upload;

    /** The dry run: a file that will not do is answered with its report, a good one is stored and waits. */
    @POST
    @NeedsPassword
    @Path("certificates")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@PathParam("host") String host) throws IOException {
        signedIn.caller().requireStaff();
        Upload.Parts parts = upload.read(UploadParts.MOST, "/portal/domains/" + host);
        try {
            UploadCertificate.Outcome outcome =
                    uploads.upload(signedIn.caller(), host, UploadParts.files(parts), UploadParts.password(parts));
            if (outcome.staged() != null) return to(host, "staged");
            return refused(host, DomainPage.Said.found(outcome.report()));
        } catch (Forbidden refused) {
            throw refused;
        } catch (Refusal refused) {
            return refused(host, DomainPage.Said.refused(refused.code(), refused.parameters()));
        }
    }

    /** @param also further domains that were ticked */
    @POST
    @NeedsPassword
    @Path("certificates/{id}/activate")
    public Response activate(
            @PathParam("host") String host, @PathParam("id") UUID id, @FormParam("also") List<String> also) {
        return act(
                host,
                also.isEmpty() ? "activated" : "activated-all",
                () -> sharing.activate(signedIn.caller(), host, id, also));
    }

    /** One that is served already, for the domains that were ticked. */
    @POST
    @NeedsPassword
    @Path("certificates/{id}/share")
    public Response share(
            @PathParam("host") String host, @PathParam("id") UUID id, @FormParam("also") List<String> also) {
        return act(host, "activated-all", () -> sharing.share(signedIn.caller(), host, id, also));
    }

    /** One that other domains of the customer are served with already, for this one too. */
    @POST
    @NeedsPassword
    @Path("certificates/{id}/use")
    public Response use(@PathParam("host") String host, @PathParam("id") UUID id) {
        return act(host, "activated", () -> elsewhere.use(signedIn.caller(), host, id));
    }

    @POST
    @NeedsPassword
    @Path("certificates/{id}/discard")
    public Response discard(@PathParam("host") String host, @PathParam("id") UUID id) {
        return act(host, "discarded", () -> certificates.discard(signedIn.caller(), host, id));
    }

    @POST
    @NeedsPassword
    @Path("hsts")
    public Response hsts(@PathParam("host") String host, @FormParam("on") @DefaultValue("") String on) {
        return act(host, "saved", () -> domains.hsts(signedIn.caller(), host, on.equals("true")));
    }

    @POST
    @NeedsPassword
    @Path("contact")
    public Response contact(@PathParam("host") String host, @FormParam("contact") @DefaultValue("") String mail) {
        return act(host, "saved", () -> domains.contact(signedIn.caller(), host, mail));
    }

    /** @param chosen the host that answers, of this one and its other name; empty when both do */
    @POST
    @NeedsPassword
    @Path("canonical")
    public Response canonical(@PathParam("host") String host, @FormParam("canonical") @DefaultValue("") String chosen) {
        return act(host, "saved", () -> canonical.choose(signedIn.caller(), host, chosen));
    }

    @POST
    @Path("dns")
    public Response askDns(@PathParam("host") String host) {
        return act(host, "dns-asked", () -> domains.askDns(signedIn.caller(), host));
    }

    @POST
    @NeedsPassword
    @Path("automatic")
    public Response automatic(@PathParam("host") String host, @FormParam("on") @DefaultValue("") String on) {
        boolean allowed = on.equals("true");
        return act(
                host,
                allowed ? "automatic-allowed" : "automatic-ended",
                () -> automatic.allow(signedIn.caller(), host, allowed));
    }

    @POST
    @Path("automatic/try")
    public Response tryNow(@PathParam("host") String host) {
        return act(host, "automatic-hurried", () -> automatic.tryNow(signedIn.caller(), host));
    }

    @POST
    @NeedsPassword
    @Path("release")
    public Response release(@PathParam("host") String host) {
        try {
            certificates.release(signedIn.caller(), host);
            return Redirect.to("/portal/domains").build();
        } catch (Forbidden refused) {
            throw refused;
        } catch (Refusal refused) {
            return Response.status(422)
                    .entity(View.of(ReleasePage.class, page.leaving(host, refused.code(), refused.parameters())))
                    .build();
        }
    }

    private Response act(String host, String done, Runnable work) {
        try {
            work.run();
            return to(host, done);
        } catch (Forbidden refused) {
            throw refused;
        } catch (Refusal refused) {
            return refused(host, DomainPage.Said.refused(refused.code(), refused.parameters()));
        }
    }

    private Response refused(String host, DomainPage.Said said) {
        return Response.status(422)
                .entity(View.of(DomainPage.class, page.shown(host, said)))
                .build();
    }

    private static Response to(String host, String done) {
        return Redirect.to("/portal/domains/" + host + "?done=" + done).build();
    }
}
