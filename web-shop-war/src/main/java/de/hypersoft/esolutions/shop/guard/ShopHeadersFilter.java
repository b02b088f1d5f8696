package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.http.head.AcceptEncoding;
import de.hypersoft.esolutions.shop.kept.AtHand;
import de.hypersoft.esolutions.shop.kept.CurrentAnswer;
import de.hypersoft.esolutions.shop.kept.KeptAnswer;
import de.hypersoft.esolutions.shop.view.ShopTemplates;
import de.hypersoft.esolutions.web.ContentHash;
import de.hypersoft.esolutions.web.ResponseHeadersFilter;
import de.hypersoft.esolutions.web.page.View;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The headers of the shop's answers, and its pages, which are renewed only when they changed. */
@Provider
@Priority(100)
@ApplicationScoped
public class ShopHeadersFilter extends ResponseHeadersFilter {

    private static final int NOT_MODIFIED = 304;
    private static final MediaType HTML = new MediaType("text", "html", "utf-8");

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private AtHand atHand;

    public ShopHeadersFilter() {
        super(
                "img-src 'self'",
                Map.of(
                        "Referrer-Policy", "strict-origin-when-cross-origin",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Permissions-Policy", "camera=(), microphone=(), geolocation=()"));
    }

    @Override
    protected void body(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof View view) page(request, response, view);
        else if (response.getEntity() instanceof CurrentAnswer current) current(request, response, current);
    }

    /** A guest's new secret is given to nobody else. */
    private void current(ContainerRequestContext request, ContainerResponseContext response, CurrentAnswer current) {
        if (shopRequest.newGuest().isEmpty())
            atHand.remember(
                    ServletRequestContext.requireCurrent().getExchange(),
                    current,
                    shopRequest.shop(),
                    shopRequest.begun(),
                    shopRequest.since());
        kept(request, response, current.answer());
    }

    @Override
    protected Stream<NewCookie> cookies(ContainerRequestContext request) {
        Optional<String> language =
                shopRequest.languageChosen() ? Optional.of(shopRequest.texts().language()) : Optional.empty();
        return Stream.of(
                        cookie(ShopCookies.GUEST, shopRequest.newGuest()),
                        cookie(ShopCookies.LOCATION, shopRequest.locationToKeep()),
                        cookie(ShopCookies.LANGUAGE, language))
                .flatMap(Optional::stream);
    }

    private Optional<NewCookie> cookie(String name, Optional<String> value) {
        return value.map(set -> ShopCookies.of(name, set, shopRequest.secure()));
    }

    private void page(ContainerRequestContext request, ContainerResponseContext response, View view) {
        byte[] html = ShopTemplates.html(view);
        pageHeaders(response);
        if (!answeredByName(request, response, html)) response.setEntity(html, null, HTML);
    }

    private void pageHeaders(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, shopRequest.texts().language());
        headers.putSingle(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Cookie");
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL))
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static boolean answeredByName(
            ContainerRequestContext request, ContainerResponseContext response, byte[] html) {
        if (response.getStatus() != 200 || !request.getMethod().equals("GET")) return false;
        return answeredByName(request, response, ContentHash.of(html));
    }

    private void kept(ContainerRequestContext request, ContainerResponseContext response, KeptAnswer kept) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean page = MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType());
        if (page) pageHeaders(response);
        else {
            headers.putSingle(HttpHeaders.VARY, "Accept-Encoding");
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        }
        if (answeredByName(request, response, kept.hash())) return;
        byte[] packed = kept.packed();
        boolean small =
                packed != null && AcceptEncoding.takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (small) headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setEntity(small ? packed : kept.plain(), null, page ? HTML : response.getMediaType());
    }

    /**
     * Whether the client has it (304), or wants only another one (412); then nothing more is said. What it has is read as
     * {@link AtHand} reads it, and not as JAX-RS does.
     */
    private static boolean answeredByName(
            ContainerRequestContext request, ContainerResponseContext response, String hash) {
        EntityTag tag = ContentHash.tag(hash);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean wanted = request.getHeaderString(HttpHeaders.IF_MATCH) != null;
        Response.ResponseBuilder answer = wanted ? request.getRequest().evaluatePreconditions(tag) : null;
        if (answer == null && (known == null || !ContentHash.isNamed(hash, known))) return false;
        response.setStatus(answer == null ? NOT_MODIFIED : answer.build().getStatus());
        response.setEntity(null);
        return true;
    }
}
