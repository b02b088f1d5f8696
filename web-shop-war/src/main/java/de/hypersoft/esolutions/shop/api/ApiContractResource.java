package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.web.contract.Contract;
import de.hypersoft.esolutions.web.contract.ContractYaml;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The contract of the storefront API, as it is committed: as YAML, or as JSON for whoever asks for that. */
@Path("/")
@ApplicationScoped
public class ApiContractResource {

    static final String FILE = "openapi.json";

    private static final MediaType YAML = new MediaType("application", "yaml");
    private static final byte[] AS_JSON = Contract.text(ApiContractResource.class, FILE);
    private static final byte[] AS_YAML = ContractYaml.of(AS_JSON);

    /** @param format JSON or YAML; else the header Accept says it */
    @GET
    @Path("/openapi")
    @Produces({"application/yaml", MediaType.APPLICATION_JSON})
    public Response contract(@QueryParam("format") @DefaultValue("") String format, @Context HttpHeaders headers) {
        boolean json = format.isEmpty() ? wantsJson(headers) : format.equalsIgnoreCase("JSON");
        return Response.ok(json ? AS_JSON : AS_YAML, json ? MediaType.APPLICATION_JSON_TYPE : YAML)
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept, Accept-Encoding")
                .build();
    }

    private static boolean wantsJson(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(YAML)) return false;
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) return true;
        }
        return false;
    }
}
