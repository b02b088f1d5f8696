package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.pos.AcknowledgeOrders;
import de.hypersoft.esolutions.pos.ClaimOrders;
import de.hypersoft.esolutions.pos.tills.Presence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Move 2 over the wire. A journal that is not believed is refused as a whole, as in a claim (409). */
@RequestScoped
@Path("api/pos/v1/acknowledgements")
@Consumes("application/json")
@Produces("application/json")
@TillCall
@MaxBody(65_536)
public class AcknowledgementsResource {

    private static final int MOST = 200;

    @Inject
    private AcknowledgeOrders orders;

    @Inject
    private Presence presence;

    @Inject
    TillCaller caller;

    @POST
    public Map<String, Object> acknowledge(@HeaderParam(Bodies.CALL) @Nullable String call, String body) {
        Request request = Bodies.read(body, Request.class);
        List<Item> items = Bodies.required(request.items(), "items");
        if (items.size() > MOST)
            throw new Invalid("too-many-items", "at most 200 at once", "items", Map.of("limit", MOST));
        ClaimOrders.Journal journal = Bodies.journal(request.journalId(), request.journalSeq(), call);
        List<AcknowledgeOrders.Item> asked = Bodies.each(items, "items", AcknowledgementsResource::item);
        presence.arrived(caller.device(), journal);
        return Map.of("items", orders.acknowledge(caller.device().till(), journal, asked));
    }

    private static AcknowledgeOrders.Item item(Item given, String path) {
        return new AcknowledgeOrders.Item(
                Bodies.required(given.orderId(), path + ".orderId"), Bodies.required(given.fence(), path + ".fence"));
    }

    public record Request(
            @Nullable String journalId,
            @Nullable Long journalSeq,
            @Nullable List<Item> items) {}

    public record Item(@Nullable String orderId, @Nullable Long fence) {}
}
