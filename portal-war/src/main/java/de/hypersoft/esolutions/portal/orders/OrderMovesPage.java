package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.pos.Handovers;
import de.hypersoft.esolutions.pos.board.DecideOverdueOrders;
import de.hypersoft.esolutions.pos.report.VoidOrders;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a manager does with an order. Each move ends on its sheet, which shows the state or why it was refused. */
@RequestScoped
@Path("orders/{id}")
public class OrderMovesPage {

    @Inject
    private Handovers handovers;

    @Inject
    private DecideOverdueOrders overdue;

    @Inject
    private VoidOrders voids;

    @Inject
    private OrderFinder finder;

    @Inject
    private SignedIn signedIn;

    /**
     * The tick; with the fence that the page showed it also takes over from a till that is just fetching (T27).
     *
     * @param key of this tick, when a script sends it, however often
     */
    @POST
    @Path("manual-transfer")
    public Response tick(
            @PathParam("id") String id,
            @FormParam("fence") @DefaultValue("") String fence,
            @FormParam("key") @DefaultValue("") String key) {
        return move(id, "ticked", (scope, by, order) -> handovers.tick(scope, by, order, number(fence), key));
    }

    @POST
    @Path("manual-transfer/removal")
    public Response untick(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        return move(id, "unticked", (scope, by, order) -> handovers.untick(scope, by, order, reason));
    }

    @POST
    @Path("receipt")
    public Response receipt(
            @PathParam("id") String id,
            @FormParam("receiptNumber") @DefaultValue("") String number,
            @FormParam("receiptReason") @DefaultValue("") String reason) {
        return move(id, "receipt", (scope, by, order) -> handovers.receipt(scope, by, order, number, reason));
    }

    /** Of an order that its till never booked: it waits for a till again. */
    @POST
    @Path("return")
    public Response giveBack(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        return move(id, "returned", (scope, by, order) -> overdue.giveBack(scope, by, order, reason));
    }

    /** Takes it from the till that never booked it, and ticks it, in one act. */
    @POST
    @Path("typing")
    public Response type(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        return move(id, "ticked", (scope, by, order) -> overdue.type(scope, by, order, reason));
    }

    @POST
    @Path("settlement")
    public Response settle(
            @PathParam("id") String id,
            @FormParam("receiptNumber") @DefaultValue("") String number,
            @FormParam("receiptReason") @DefaultValue("") String reason) {
        return move(id, "settled", (scope, by, order) -> overdue.settle(scope, by, order, number, reason));
    }

    /** It was settled by mistake: it goes to a till again. */
    @POST
    @Path("settlement/removal")
    public Response unsettle(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        return move(id, "returned", (scope, by, order) -> handovers.giveBack(scope, by, order, reason));
    }

    /** It goes to the till although it is too old. */
    @POST
    @Path("hand-over")
    public Response handOver(@PathParam("id") String id) {
        return move(id, "handed-over", overdue::handOver);
    }

    @POST
    @Path("withdrawal")
    public Response withdraw(
            @PathParam("id") String id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("fence") @DefaultValue("") String fence) {
        return move(id, "withdrawn", (scope, by, order) -> handovers.withdraw(scope, by, order, number(fence), reason));
    }

    @POST
    @Path("void-request")
    public Response askTillToVoid(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        return move(id, "void-asked", (scope, by, order) -> voids.ask(scope, by, order, reason));
    }

    /** A person voided it at the till. */
    @POST
    @Path("void")
    public Response voided(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        return move(id, "voided", (scope, by, order) -> voids.byHand(scope, by, order, reason));
    }

    /** The restaurant says no to an order that it works from here. */
    @POST
    @Path("rejection")
    public Response reject(
            @PathParam("id") String id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("fence") @DefaultValue("") String fence) {
        return move(id, "rejected", (scope, by, order) -> handovers.reject(scope, by, order, number(fence), reason));
    }

    @POST
    @Path("status")
    public Response advance(
            @PathParam("id") String id,
            @FormParam("status") @DefaultValue("") String status,
            @FormParam("reason") @DefaultValue("") String reason) {
        return move(
                id,
                "status",
                (scope, by, order) -> handovers.advance(scope, by, order, status(status), reason.strip()));
    }

    private interface Move {
        void make(Scope scope, Actor by, OrderId order);
    }

    private Response move(String id, String done, Move move) {
        OrderId order = OrderId.parse(id);
        Scope scope = finder.find(order).scope();
        String outcome;
        try {
            move.make(scope, signedIn.caller().actor(), order);
            outcome = "done=" + done;
        } catch (Conflict | Invalid refused) {
            outcome = "refused=" + refused.code();
        }
        return Redirect.to("/portal/orders/" + order + "?" + outcome).build();
    }

    private static @Nullable Long number(String fence) {
        try {
            return fence.isBlank() ? null : Long.valueOf(fence.strip());
        } catch (NumberFormatException e) {
            throw new Invalid("invalid-fence", "the fence is a number", "fence");
        }
    }

    private static OrderStatus status(String given) {
        try {
            return OrderStatus.valueOf(given);
        } catch (IllegalArgumentException e) {
            throw new Invalid("invalid-status", "there is no such status", "status");
        }
    }
}
