package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.certificates.request.RequestCertificate;
import de.hypersoft.esolutions.certificates.request.RequestedKey;
import de.hypersoft.esolutions.certificates.request.SigningRequestView;
import de.hypersoft.esolutions.certificates.request.SigningRequests;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.SignedIn;
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
import java.util.UUID;

/** Certificate signing requests of one domain, for hosting staff. */
@RequestScoped
@Path("domains/{host}/requests")
public class SigningRequestsPage {

    @Inject
    private RequestCertificate making;

    @Inject
    private SigningRequests requests;

    @Inject
    private DomainPage page;

    @Inject
    private SignedIn signedIn;

    @POST
    public Response make(@PathParam("host") String host, @FormParam("key") @DefaultValue("") String key) {
        signedIn.caller().requireStaff();
        return act(host, "requested", () -> making.make(signedIn.caller(), host, kind(key)));
    }

    /** The request as a file, for an authority's upload. */
    @GET
    @Path("{id}")
    public Response download(@PathParam("host") String host, @PathParam("id") UUID id) {
        SigningRequestView request = requests.get(signedIn.caller(), host, id);
        String file = request.names().get(0).replace("*", "wildcard") + ".csr";
        return Response.ok(request.pem(), "application/pkcs10")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    @POST
    @NeedsPassword
    @Path("{id}/discard")
    public Response discard(@PathParam("host") String host, @PathParam("id") UUID id) {
        return act(host, "request-discarded", () -> requests.discard(signedIn.caller(), host, id));
    }

    private static RequestedKey kind(String key) {
        return Arrays.stream(RequestedKey.values())
                .filter(kind -> kind.name().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid("required", "which key", "key"));
    }

    private Response act(String host, String done, Runnable work) {
        try {
            work.run();
            return Redirect.to("/portal/domains/" + host + "?done=" + done).build();
        } catch (Forbidden refused) {
            throw refused;
        } catch (Refusal refused) {
            return Response.status(422)
                    .entity(View.of(
                            DomainPage.class,
                            page.shown(host, DomainPage.Said.refused(refused.code(), refused.parameters()))))
                    .build();
        }
    }
}
