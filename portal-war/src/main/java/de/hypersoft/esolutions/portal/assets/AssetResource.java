package de.hypersoft.esolutions.portal.assets;

import de.hypersoft.esolutions.kernel.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Serves style sheets and scripts; addressed with their version they may be kept for a year. */
@PermitAll
@Path("/")
public class AssetResource {

    @GET
    @Path("assets/{file:[a-z0-9-]+\\.[a-z]+}")
    public Response file(@PathParam("file") String file, @QueryParam("v") @Nullable String version) {
        return PortalAssets.find(file)
                .orElseThrow(() -> new NotFound("not-found", "there is no asset " + file))
                .answer(version);
    }

    /** At the root of the portal, or its scope would be the assets folder only. */
    @GET
    @Path("worker.js")
    public Response worker() {
        return PortalAssets.find("worker.js").orElseThrow().answer(null);
    }
}
