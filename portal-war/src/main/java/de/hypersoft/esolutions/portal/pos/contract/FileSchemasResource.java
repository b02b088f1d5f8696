package de.hypersoft.esolutions.portal.pos.contract;

import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.sync.CatalogSchema;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** What the files of a catalogue and of a brand look like, as JSON Schema 2020-12, for whoever writes programs that make them. */
@PermitAll
@RequestScoped
@Path("schemas")
@Produces("application/json")
public class FileSchemasResource {

    private static final byte[] CATALOG = CatalogSchema.text();
    private static final byte[] BRAND = BrandFile.schema();

    @GET
    @Path("catalog.json")
    public Response catalog() {
        return schema(CATALOG);
    }

    @GET
    @Path("brand.json")
    public Response brand() {
        return schema(BRAND);
    }

    private static Response schema(byte[] text) {
        return Response.ok(text).header("Cache-Control", "public, no-cache").build();
    }
}
