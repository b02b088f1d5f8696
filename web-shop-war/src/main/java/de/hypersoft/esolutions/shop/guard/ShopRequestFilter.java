package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.web.RequestHeaders;
import de.hypersoft.esolutions.web.page.Texts;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at who comes in: language and cookies are read, and the host selects the shop (T47). */
@Provider
@PreMatching
@Priority(100)
@ApplicationScoped
public class ShopRequestFilter implements ContainerRequestFilter {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private ShopDomains domains;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = rooted(request.getUriInfo().getPath(false));
        boolean secure = servlet.isSecure();
        shopRequest.enter(path, servlet.getRemoteAddr(), secure);
        shopRequest.carry(
                ShopCookies.value(request, ShopCookies.GUEST, secure)
                        .filter(s -> SECRET.matcher(s).matches())
                        .orElse(null),
                ShopCookies.value(request, ShopCookies.LOCATION, secure).orElse(null));
        RequestHeaders.check(request);
        String host = request.getHeaderString("Host");
        Optional<Shopfront> shop = domains.shopfront(host == null ? "" : host);
        shop.ifPresent(shopRequest::enter);
        shop.ifPresent(its -> LogContext.tenant(its.tenant().value()));
        speak(request, shop, secure);
        // Style sheet and script are the same under every name, and the page for an unknown host needs them.
        if (shop.isEmpty() && !path.startsWith("/static/"))
            throw new NotFound("unknown-host", "no shop answers under this host");
    }

    private static String rooted(String path) {
        int begin = 0;
        while (begin < path.length() && path.charAt(begin) == '/') begin++;
        return begin == 1 ? path : "/" + path.substring(begin);
    }

    private void speak(ContainerRequestContext request, Optional<Shopfront> shop, boolean secure) {
        Optional<Texts> asked = Optional.ofNullable(servlet.getQueryString())
                .map(query -> request.getUriInfo().getQueryParameters().getFirst("lang"))
                .flatMap(ShopPage.TEXTS::in);
        Texts texts = asked.or(() ->
                        ShopCookies.value(request, ShopCookies.LANGUAGE, secure).flatMap(ShopPage.TEXTS::in))
                .or(() -> ShopPage.TEXTS.first(
                        RequestHeaders.languages(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .or(() -> shop.map(Shopfront::defaultLanguage).flatMap(ShopPage.TEXTS::in))
                .orElse(ShopPage.TEXTS.german());
        shopRequest.speak(texts, asked.isPresent());
    }
}
