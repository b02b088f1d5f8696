package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.pos.ClaimOrders;
import de.hypersoft.esolutions.pos.tills.Presence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import org.jspecify.annotations.Nullable;

/** Move 1 over the wire: answers at once when there is something, else waits without holding a thread. */
@RequestScoped
@Path("api/pos/v1/order-claims")
@Consumes("application/json")
@Produces("application/json")
@TillCall
@MaxBody(4_096)
public class ClaimsResource {

    private static final int LONGEST_WAIT = 55;

    @Inject
    private WaitingTills waiting;

    @Inject
    private Presence presence;

    @Inject
    private TillCaller caller;

    @POST
    public void claim(@HeaderParam(Bodies.CALL) @Nullable String call, String body, @Suspended AsyncResponse answer) {
        Request request = Bodies.read(body, Request.class);
        ClaimOrders.Journal journal = Bodies.journal(request.journalId(), request.journalSeq(), call);
        presence.arrived(caller.device(), journal);
        int wait = request.waitSeconds() == null ? 0 : Math.max(0, Math.min(request.waitSeconds(), LONGEST_WAIT));
        int max = request.max() == null ? 20 : request.max();
        waiting.serve(new WaitingTills.Poll(caller.device(), journal, max, answer), wait);
    }

    public record Request(
            @Nullable Integer max,
            @Nullable Integer waitSeconds,
            @Nullable String journalId,
            @Nullable Long journalSeq) {}
}
