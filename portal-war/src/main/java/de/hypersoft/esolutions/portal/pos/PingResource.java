package de.hypersoft.esolutions.portal.pos;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;

/** Reachability: no token needed, so that a device can tell "no network" from "wrong token". */
@RequestScoped
@Path("api/pos/v1/ping")
public class PingResource {

    @Inject
    private Clock clock;

    @GET
    @Produces("application/json")
    public Pong ping() {
        return new Pong(clock.instant().toString(), List.of("1"));
    }

    /** @param serverTime UTC, ISO 8601 */
    public record Pong(String serverTime, List<String> protocolVersions) {}
}
