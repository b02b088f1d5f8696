package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.AcknowledgeOrders;
import de.hypersoft.esolutions.pos.report.EventType;
import de.hypersoft.esolutions.pos.report.ReportEvents;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a till says of an order it was handed: that it cannot take it (move 7), or what became of it. */
@RequestScoped
@Path("api/pos/v1/orders/{orderId}")
@Consumes("application/json")
@Produces("application/json")
@TillCall
@MaxBody(16_384)
public class HandedOrdersResource {

    @Inject
    private AcknowledgeOrders acknowledgements;

    @Inject
    private ReportEvents events;

    @Inject
    TillCaller caller;

    @POST
    @Path("refusal")
    public void refuse(@PathParam("orderId") String orderId, String body) {
        RefusalBody refusal = Bodies.read(body, RefusalBody.class);
        acknowledgements.refuse(
                caller.device().till(),
                order(orderId),
                Bodies.required(refusal.fence(), "fence"),
                Bodies.required(refusal.code(), "code"),
                refusal.detail() == null ? "" : refusal.detail());
    }

    @POST
    @Path("events")
    public void report(@PathParam("orderId") String orderId, String body) {
        EventBody event = Bodies.read(body, EventBody.class);
        events.report(
                caller.device().till(),
                order(orderId),
                new ReportEvents.Report(
                        Bodies.required(event.fence(), "fence"),
                        Bodies.required(event.seq(), "seq"),
                        type(Bodies.required(event.type(), "type")),
                        event.at() == null ? null : Bodies.instant(event.at(), "at"),
                        atMost(event.reason(), 500, "reason"),
                        atMost(event.receipt() == null ? null : event.receipt().toString(), 2_000, "receipt")));
    }

    private static OrderId order(String text) {
        OrderId order = OrderId.parse(text);
        LogContext.order(order.value());
        return order;
    }

    private static EventType type(String name) {
        return Arrays.stream(EventType.values())
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-event-type", "there is no event »" + name + "«", "type"));
    }

    private static @Nullable String atMost(@Nullable String text, int max, String field) {
        if (text != null && text.length() > max)
            throw new Invalid("too-long", field + " has more than " + max + " characters", field);
        return text;
    }

    public record RefusalBody(
            @Nullable Long fence,
            @Nullable String code,
            @Nullable String detail) {}

    public record EventBody(
            @Nullable Long fence,
            @Nullable Integer seq,
            @Nullable String type,
            @Nullable String at,
            @Nullable String reason,
            @Nullable JsonObject receipt) {}
}
