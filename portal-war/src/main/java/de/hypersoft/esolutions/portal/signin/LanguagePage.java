package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.portal.access.Paths;
import de.hypersoft.esolutions.portal.access.PortalCookies;
import de.hypersoft.esolutions.portal.access.Redirect;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Keeps the chosen language for a year and goes back to where the person was. */
@PermitAll
@Path("language")
public class LanguagePage {

    private static final int A_YEAR = 365 * 24 * 3600;

    @POST
    public Response choose(
            @FormParam("language") @DefaultValue("de") String language,
            @FormParam("next") @DefaultValue("") String next,
            @Context UriInfo uri) {
        String known = "en".equals(language) ? "en" : "de";
        return Redirect.to(Paths.local(next))
                .cookie(PortalCookies.of(PortalCookies.LANGUAGE, known, A_YEAR, uri.getRequestUri()))
                .build();
    }
}
