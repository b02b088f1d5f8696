package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import de.hypersoft.esolutions.kernel.NotFound;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** The portal answers only under its own hosts: never on a shop's, where a customer's domain would carry its cookie. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class OwnHosts implements ContainerRequestFilter {

    @Inject
    private DomainSettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        String host = request.getHeaderString(HttpHeaders.HOST);
        if (host == null || !settings.portalAnswers(host))
            throw new NotFound("not-found", "there is nothing at this address");
    }
}
