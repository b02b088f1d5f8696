package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.observe.RouteNames;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** Before anything that may refuse. */
@Provider
@Priority(1)
public class ShopRouteNames extends RouteNames {

    public ShopRouteNames() {
        super("");
    }
}
