package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.kernel.audit.Origin;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.portal.account.SecondFactorPage;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every page: who has no session is sent to the sign-in page, programs get 401. The tills' wire has its
 * own tokens and is not this filter's business.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Sessions sessions;

    @Inject
    private SecondFactors factors;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = Paths.of(request.getUriInfo());
        if (Paths.isTillWire(path)) return;
        String session = cookie(request, PortalCookies.SESSION);
        if (!session.isEmpty()) sessions.opened(session).ifPresent(open -> enters(open, session));
        if (signedIn.optional().isPresent()) {
            if (!mayDoWithout(path) && factors.isMissing(signedIn.caller()))
                request.abortWith(
                        Redirect.to("/portal/" + SecondFactorPage.PATH).build());
            return;
        }
        signedIn.anonymous(cookie(request, PortalCookies.FORM));
        if (!isOpen()) request.abortWith(path.startsWith("api/") ? refused() : toSignIn(request));
    }

    private void enters(Sessions.Opened open, String session) {
        signedIn.as(open, session);
        Origin.within(open.session());
        if (open.caller().reach() instanceof Scope own) {
            LogContext.tenant(own.tenant().value());
            if (own instanceof Scope.Places places && places.locations().size() == 1)
                LogContext.location(places.locations().iterator().next().value());
        }
    }

    /** What hosting staff reaches before there is a second factor: the way to one, and out. */
    private boolean mayDoWithout(String path) {
        return isOpen() || path.startsWith(SecondFactorPage.PATH) || path.startsWith("account/confirmation");
    }

    private boolean isOpen() {
        return isOpen(resource.getResourceMethod());
    }

    /** Whether it answers without anybody being signed in. */
    static boolean isOpen(Method handler) {
        return handler.isAnnotationPresent(PermitAll.class)
                || handler.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }

    private static Response refused() {
        return Problem.of(401, "not-signed-in", "sign in first").response();
    }

    private static Response toSignIn(ContainerRequestContext request) {
        UriBuilder signIn = UriBuilder.fromPath("/portal/sign-in");
        URI wanted = "GET".equals(request.getMethod()) ? request.getUriInfo().getRequestUri() : formsPage(request);
        if (wanted == null) return Redirect.to(signIn.build().toString()).build();
        boolean asked = "GET".equals(request.getMethod());
        UriBuilder page = UriBuilder.fromUri(wanted).scheme(null).host(null).port(-1);
        if (!asked) page.replaceQueryParam("done").replaceQueryParam("refused", "signed-out");
        URI back = page.build();
        String next = back.getRawPath() + (back.getRawQuery() == null ? "" : "?" + back.getRawQuery());
        return Redirect.to(signIn.queryParam("next", "{next}").build(next).toString())
                .build();
    }

    /** A form cannot be sent again for somebody who was not signed in; its page can be shown again. */
    private static @Nullable URI formsPage(ContainerRequestContext request) {
        String page = request.getHeaderString("Referer");
        try {
            return page == null ? null : URI.create(page);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String cookie(ContainerRequestContext request, String name) {
        boolean secure = request.getSecurityContext().isSecure();
        return PortalCookies.value(request.getCookies(), name, secure);
    }
}
