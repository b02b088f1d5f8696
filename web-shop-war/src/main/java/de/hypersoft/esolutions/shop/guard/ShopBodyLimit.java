package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.body.LimitedBody;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** One limit for every body that the shop takes. */
@Provider
@PreMatching
@Priority(200)
@ApplicationScoped
public class ShopBodyLimit implements ContainerRequestFilter {

    private static final int MOST_BYTES = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        LimitedBody.limit(request, MOST_BYTES);
    }
}
