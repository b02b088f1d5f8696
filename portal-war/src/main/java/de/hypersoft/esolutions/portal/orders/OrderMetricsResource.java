package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.pos.board.OverdueOrders;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.web.LocalCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Map;

/** How many orders a person must look at, for Prometheus; told only to the same machine, as health is. */
@PermitAll
@RequestScoped
@Path("api/metrics/orders")
public class OrderMetricsResource {

    @Inject
    private OverdueOrders overdue;

    @GET
    @Produces("text/plain;version=0.0.4;charset=utf-8")
    public String metrics(@Context HttpServletRequest request) throws UnknownHostException {
        if (!LocalCaller.is(request)) throw new NotFound("not-found", "there is nothing at this address");
        return text(
                        "esolutions_orders_unbooked",
                        "Orders that a till acknowledged and did not book in time.",
                        overdue.unbookedEverywhere())
                + text(
                        "esolutions_orders_too_old",
                        "Orders too old to be handed over before a person decides.",
                        overdue.tooOldEverywhere());
    }

    /** The sum stands without a label, so that an alarm needs no name of a location; 0 is said too. */
    static String text(String name, String help, Map<LocationId, Long> counts) {
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder text = new StringBuilder("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
        text.append(name).append(' ').append(sum).append('\n');
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(LocationId::value)))
                .forEach(one -> text.append(name)
                        .append("{location=\"")
                        .append(one.getKey().value())
                        .append("\"} ")
                        .append(one.getValue())
                        .append('\n'));
        return text.toString();
    }
}
