package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.pos.tills.PairTill;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A device becomes a till by the PIN from the portal. */
@RequestScoped
@Path("api/pos/v1/pairings")
@Consumes("application/json")
@Produces("application/json")
@MaxBody(4_096)
public class PairingsResource {

    @Inject
    private PairTill pairing;

    @Inject
    private PinAttempts tries;

    @POST
    public Response pair(String body, @Context HttpServletRequest http) {
        if (!tries.allowed(http.getRemoteAddr()))
            return Problem.of(429, "too-many-attempts", "too many PINs were tried; wait a minute")
                    .response();
        Request request = Bodies.read(body, Request.class);
        Optional<PairTill.Paired> paired = pairing.pair(
                Bodies.required(request.pin(), "pin").strip(),
                Bodies.required(request.journalId(), "journalId"),
                request.version() == null ? "" : request.version());
        if (paired.isEmpty()) {
            tries.wrong(http.getRemoteAddr());
            throw new PairTill.WrongPin();
        }
        return Response.status(Response.Status.CREATED).entity(paired.get()).build();
    }

    public record Request(
            @Nullable String pin,
            @Nullable String journalId,
            @Nullable String name,
            @Nullable String version) {}
}
