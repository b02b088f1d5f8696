package de.hypersoft.esolutions.portal.assets;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.portal.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Serves style sheets and scripts; addressed with their version they may be kept for a year. */
@Open
@Path("/")
public class AssetResource {

    @GET
    @Path("assets/{file:[a-z0-9-]+\\.[a-z]+}")
    public Response file(@PathParam("file") String file, @QueryParam("v") @Nullable String version) {
        Assets.Asset asset =
                Assets.find(file).orElseThrow(() -> new NotFound("not-found", "there is no asset " + file));
        boolean current = asset.version().equals(version);
        return Response.ok(asset.bytes(), asset.type())
                .header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }

    /** At the root of the portal, or its scope would be the assets folder only. */
    @GET
    @Path("worker.js")
    public Response worker() {
        Assets.Asset asset = Assets.find("worker.js").orElseThrow();
        return Response.ok(asset.bytes(), asset.type())
                .header("Cache-Control", "no-cache")
                .build();
    }
}
