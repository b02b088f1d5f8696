package de.hypersoft.esolutions.portal.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** After a form: go and look. The address stays without host, whatever stands before this server. */
public final class Redirect {

    private Redirect() {}

    /** @param address from the root, such as {@code /portal/orders} */
    public static Response.ResponseBuilder to(String address) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, address);
    }
}
