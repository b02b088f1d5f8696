package de.hypersoft.esolutions.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every answer carries: the browser's orders to trust nothing but what is ours, and the cookies of its web module. Each
 * web module has a filter of this kind, because a server looks for providers in web modules only.
 */
public abstract class ResponseHeadersFilter implements ContainerResponseFilter {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; ";

    private final String policy;
    private final Map<String, String> own;

    /**
     * @param sources of the module's pictures and of whatever else it loads, as a content security policy names them
     * @param own headers of the module; an answer may have another value
     */
    protected ResponseHeadersFilter(String sources, Map<String, String> own) {
        this.policy = POLICY + sources;
        this.own = Map.copyOf(own);
    }

    /** What this request leaves with its visitor. */
    protected abstract Stream<NewCookie> cookies(ContainerRequestContext request);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", policy);
        headers.putSingle("X-Content-Type-Options", "nosniff");
        own.forEach((name, value) -> {
            if (!headers.containsKey(name)) headers.putSingle(name, value);
        });
        cookies(request).forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie));
        body(request, response);
        keepFromShared(headers);
    }

    /** Makes the bytes and whatever is said about them. */
    protected void body(ContainerRequestContext request, ContainerResponseContext response) {}

    /** An answer with a cookie is its visitor's alone, whatever else is in it. */
    private static void keepFromShared(MultivaluedMap<String, Object> headers) {
        if (headers.containsKey(HttpHeaders.SET_COOKIE)
                && String.valueOf(headers.getFirst(HttpHeaders.CACHE_CONTROL)).contains("public"))
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
