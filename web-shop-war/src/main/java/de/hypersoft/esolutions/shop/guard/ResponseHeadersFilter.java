package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.ContentHash;
import de.hypersoft.esolutions.web.page.Templates;
import de.hypersoft.esolutions.web.page.View;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** What every answer carries: the browser's orders not to trust anything else, cookies, and pages that are renewed only when they changed. */
@Provider
@Priority(100)
@ApplicationScoped
public class ResponseHeadersFilter implements ContainerResponseFilter {

    static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    private static final Templates TEMPLATES = new Templates(ResponseHeadersFilter.class);

    @Inject
    private ShopRequest shopRequest;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", POLICY);
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        cookies(headers);
        if (response.getEntity() instanceof View view) page(request, response, view);
    }

    private void cookies(MultivaluedMap<String, Object> headers) {
        shopRequest.newGuest().ifPresent(s -> set(headers, ShopCookies.GUEST, s));
        shopRequest.locationToKeep().ifPresent(s -> set(headers, ShopCookies.LOCATION, s));
        if (shopRequest.languageChosen())
            set(headers, ShopCookies.LANGUAGE, shopRequest.texts().language());
    }

    private void set(MultivaluedMap<String, Object> headers, String name, String value) {
        headers.add(HttpHeaders.SET_COOKIE, ShopCookies.of(name, value, shopRequest.secure()));
    }

    private void page(ContainerRequestContext request, ContainerResponseContext response, View view) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        byte[] html = TEMPLATES.html(view);
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, shopRequest.texts().language());
        headers.putSingle(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Cookie");
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL))
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (unchanged(request, response, html)) {
            response.setStatus(304);
            response.setEntity(null);
            return;
        }
        response.setEntity(html, null, new MediaType("text", "html", "utf-8"));
    }

    private static boolean unchanged(ContainerRequestContext request, ContainerResponseContext response, byte[] html) {
        if (response.getStatus() != 200 || !request.getMethod().equals("GET")) return false;
        EntityTag tag = ContentHash.tag(html);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        return request.getRequest().evaluatePreconditions(tag) != null;
    }
}
