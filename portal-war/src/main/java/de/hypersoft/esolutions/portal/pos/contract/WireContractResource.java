package de.hypersoft.esolutions.portal.pos.contract;

import de.hypersoft.esolutions.web.contract.Contract;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The contract of the wire, as it is committed. No token needed: whoever writes a till has none yet. */
@RequestScoped
@Path("api/pos/v1/openapi")
public class WireContractResource {

    static final String FILE = "openapi.json";

    private static final byte[] CONTRACT = Contract.text(WireContractResource.class, FILE);

    @GET
    @Produces("application/json")
    public Response contract() {
        return Response.ok(CONTRACT).header("Cache-Control", "public, no-cache").build();
    }
}
