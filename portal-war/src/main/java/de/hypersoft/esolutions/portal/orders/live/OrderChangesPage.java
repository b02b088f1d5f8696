package de.hypersoft.esolutions.portal.orders.live;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.PageModels;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.portal.orders.ListQuery;
import de.hypersoft.esolutions.portal.orders.OrderGroups;
import de.hypersoft.esolutions.portal.orders.OrderRow;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order list for a page that shows it already: nothing (304) when it is as it was, else which orders stand where, and
 * only those lines that the browser has not.
 */
@RequestScoped
@Path("orders/changes")
public class OrderChangesPage {

    private static final int MOST_HELD = 2_000;

    @Inject
    private OrderGroups groups;

    @Inject
    private PageModels models;

    @Inject
    private VisibleLocations visible;

    /** @param held tags of the lines that the page shows, with commas between */
    @GET
    public Response changes(
            @BeanParam ListQuery query,
            @HeaderParam("X-Have") @DefaultValue("") String held,
            @Context Request request) {
        if (visible.tenant().isEmpty()) return Response.noContent().build();
        OrderGroups.Listing listing = groups.read(query, tags(held));
        EntityTag tag = new EntityTag(stateOf(listing));
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = same == null
                ? Response.ok(View.of(OrderChangesPage.class, listing)).tag(tag)
                : same;
        return answer.header("X-Now", visible.now()).build();
    }

    private static Set<String> tags(String held) {
        return Arrays.stream(held.split(",")).limit(MOST_HELD).collect(Collectors.toSet());
    }

    /** Everything that the list shows but for how long ago it was. */
    private String stateOf(OrderGroups.Listing listing) {
        StringBuilder state = new StringBuilder().append(listing.waiting());
        PageModel model = models.current();
        model.around().tills().forEach(till -> state.append(till));
        state.append(model.language()).append(model.session().tag());
        for (OrderGroups.Kitchen kitchen : listing.kitchens()) {
            boolean talks = kitchen.tillAway() || kitchen.site().location().inEmergency();
            state.append(kitchen.tillAway()).append(kitchen.site().location().inEmergency());
            if (talks) state.append(visible.now().getEpochSecond() / 60);
        }
        for (OrderGroups.Group group : listing.groups()) {
            state.append('|').append(group.of()).append(group.total()).append(group.next());
            group.lines().stream().map(OrderRow::tag).forEach(state::append);
        }
        return Secret.hashOf(state.toString());
    }
}
