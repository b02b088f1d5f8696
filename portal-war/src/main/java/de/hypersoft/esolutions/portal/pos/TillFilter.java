package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.portal.access.RefusedRequests;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** A missing, revoked or unknown token is 401 problem+json, never a sign-in page. */
@ApplicationScoped
@Provider
@TillCall
@Priority(Priorities.AUTHENTICATION)
public class TillFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    @Inject
    private AuthenticateTill authentication;

    @Inject
    private TillCaller caller;

    @Inject
    private RefusedRequests refused;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Optional<Device> device = header != null && header.startsWith(BEARER) && header.length() < 200
                ? authentication.authenticate(header.substring(BEARER.length()).strip())
                : Optional.empty();
        if (device.isPresent()) {
            caller.is(device.get());
            LogContext.tenant(device.get().tenant().value());
            LogContext.location(device.get().location().value());
            return;
        }
        refused.note(RefusedActs.Kind.TILL_TOKEN_REFUSED);
        request.abortWith(unauthorized());
    }

    private static Response unauthorized() {
        Problem problem = Problem.of(
                401,
                "unknown-token",
                "the call bears no token, or one that is unknown, revoked or replaced; pair the device with a PIN from"
                        + " the portal (Tills) and send \"Authorization: Bearer\" with the token that pairing answers");
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"pos\"")
                .build();
    }
}
