package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.web.RequestHeaders;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** The portal answers only under its own hosts: never on a shop's, where a customer's domain would carry its cookie. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class OwnHosts implements ContainerRequestFilter {

    @Inject
    private DomainSettings settings;

    @Inject
    private ShopDomains shops;

    @Override
    public void filter(ContainerRequestContext request) {
        String host = request.getHeaderString(HttpHeaders.HOST);
        if (host != null && settings.portalAnswers(host)) {
            RequestHeaders.check(request);
            return;
        }
        HostName name = host == null ? null : HostName.ofHeader(host).orElse(null);
        if (name == null
                || settings.portalHostsSet()
                || shops.tenantOf(name.value()).isPresent())
            throw new NotFound("not-found", "there is nothing at this address");
        if (!Paths.isAsset(Paths.of(request.getUriInfo()))) throw unset(name);
    }

    /** Whoever has just installed it and asks from another machine is told what is missing; a shop's guest is not. */
    private static NotFound unset(HostName asked) {
        return new NotFound(
                "portal-hosts-unset",
                "the portal answers under localhost only until PORTAL_HOSTS is set, here to " + asked,
                Map.of("host", asked.value()));
    }
}
