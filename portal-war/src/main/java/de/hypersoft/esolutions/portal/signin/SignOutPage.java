package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.portal.access.PortalCookies;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.SignedIn;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The way out; takes with it what the browser kept for the times without network. */
@PermitAll
@RequestScoped
@Path("sign-out")
public class SignOutPage {

    @Inject
    private Sessions sessions;

    @Inject
    private SignedIn signedIn;

    @POST
    public Response leave(@Context UriInfo uri) {
        sessions.end(signedIn.session());
        return Redirect.to("/portal/sign-in")
                .cookie(PortalCookies.of(PortalCookies.SESSION, "", 0, uri.getRequestUri()))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }
}
