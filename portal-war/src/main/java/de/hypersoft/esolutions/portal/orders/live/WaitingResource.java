package de.hypersoft.esolutions.portal.orders.live;

import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.portal.orders.OrderGroups;
import de.hypersoft.esolutions.portal.orders.OrderRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which orders wait, for a page that rings: those that wait longest and those that came last. */
@RequestScoped
@Path("orders/waiting")
public class WaitingResource {

    @Inject
    private OrderGroups groups;

    @Inject
    private VisibleLocations visible;

    /** @param late nobody fetched it for as long as its location waits before the mail */
    public record Waiting(String id, String number, boolean late) {
        static Waiting of(OrderRow line) {
            return new Waiting(line.row().id().toString(), line.row().number(), line.late());
        }
    }

    public record Answer(List<Waiting> orders) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String orders() {
        if (visible.tenant().isEmpty()) return Json.write(new Answer(List.of()));
        return Json.write(new Answer(
                groups.waitingEnds().stream().map(Waiting::of).distinct().toList()));
    }
}
