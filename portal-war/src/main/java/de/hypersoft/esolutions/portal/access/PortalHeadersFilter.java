package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.portal.signin.SignInPage;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** What every answer says to the browser: nothing but our own scripts and styles, in no frame, told to nobody. */
@Provider
public class PortalHeadersFilter implements ContainerResponseFilter {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @Inject
    private SignedIn signedIn;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", POLICY);
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        URI uri = request.getUriInfo().getRequestUri();
        if (Paths.isApi(Paths.of(request.getUriInfo()))) return; // may be answered when its request's scope is over
        signedIn.newSession().ifPresent(secret -> headers.add(HttpHeaders.SET_COOKIE, SignInPage.session(secret, uri)));
        signedIn.newFormSecret()
                .ifPresent(secret ->
                        headers.add(HttpHeaders.SET_COOKIE, PortalCookies.of(PortalCookies.FORM, secret, -1, uri)));
    }
}
