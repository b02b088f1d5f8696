package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.web.body.LimitedBody;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Enforces {@link MaxBody}. */
@Provider
@MaxBody
@Priority(500)
public class MaxBodyFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        LimitedBody.limit(request, most());
    }

    private int most() {
        MaxBody ofMethod = resource.getResourceMethod().getAnnotation(MaxBody.class);
        MaxBody ofClass = resource.getResourceClass().getAnnotation(MaxBody.class);
        if (ofMethod != null) return ofMethod.value();
        return ofClass == null ? 65_536 : ofClass.value();
    }
}
