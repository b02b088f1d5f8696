package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.portal.signin.SignInPage;
import de.hypersoft.esolutions.web.ResponseHeadersFilter;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

/** The headers of the portal's answers, which tell nobody anything and are kept nowhere. */
@Provider
public class PortalHeadersFilter extends ResponseHeadersFilter {

    @Inject
    private SignedIn signedIn;

    public PortalHeadersFilter() {
        super(
                "img-src 'self' data:; font-src 'self'; worker-src 'self'",
                Map.of(
                        "Referrer-Policy",
                        "same-origin",
                        "Permissions-Policy",
                        "camera=(), microphone=(), geolocation=(), payment=()",
                        HttpHeaders.CACHE_CONTROL,
                        "no-store"));
    }

    /** None on the tills' wire, which may be answered when its request's scope is over. */
    @Override
    protected Stream<NewCookie> cookies(ContainerRequestContext request) {
        if (Paths.isApi(Paths.of(request.getUriInfo()))) return Stream.empty();
        URI uri = request.getUriInfo().getRequestUri();
        return Stream.concat(
                signedIn.newSession().stream().map(secret -> SignInPage.session(secret, uri)),
                signedIn.newFormSecret().stream().map(secret -> PortalCookies.of(PortalCookies.FORM, secret, -1, uri)));
    }
}
