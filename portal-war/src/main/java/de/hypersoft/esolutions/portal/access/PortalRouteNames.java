package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.web.observe.RouteNames;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** Before anything that may refuse. */
@Provider
@Priority(1)
public class PortalRouteNames extends RouteNames {

    public PortalRouteNames() {
        super("/portal");
    }
}
