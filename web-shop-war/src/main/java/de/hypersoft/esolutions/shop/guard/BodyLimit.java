package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.LimitedBody;
import de.hypersoft.esolutions.web.problem.RejectedRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** A body over its limit is refused unread when its length says so, and cut off at the limit when it does not. */
@Provider
@PreMatching
@Priority(200)
@ApplicationScoped
public class BodyLimit implements ContainerRequestFilter {

    static final int MOST_BYTES = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (LimitedBody.isAnnounced(length, MOST_BYTES)) throw RejectedRequest.tooLarge(MOST_BYTES);
        if (request.hasEntity())
            request.setEntityStream(
                    new LimitedBody(request.getEntityStream(), MOST_BYTES, () -> RejectedRequest.tooLarge(MOST_BYTES)));
    }
}
