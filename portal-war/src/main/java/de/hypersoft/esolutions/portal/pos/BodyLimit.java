package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.web.LimitedBody;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Enforces {@link MaxBody}. */
@Provider
@MaxBody
@Priority(500)
public class BodyLimit implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        int limit = limit();
        if (LimitedBody.isAnnounced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), limit)) {
            request.abortWith(tooLarge(limit));
        } else {
            request.setEntityStream(new LimitedBody(
                    request.getEntityStream(), limit, () -> new WebApplicationException(tooLarge(limit))));
        }
    }

    private int limit() {
        MaxBody ofMethod = resource.getResourceMethod().getAnnotation(MaxBody.class);
        MaxBody ofClass = resource.getResourceClass().getAnnotation(MaxBody.class);
        if (ofMethod != null) return ofMethod.value();
        return ofClass == null ? 65_536 : ofClass.value();
    }

    private static Response tooLarge(int limit) {
        return Problem.of(413, "too-large", "the body is over its limit of " + limit + " bytes")
                .response();
    }
}
