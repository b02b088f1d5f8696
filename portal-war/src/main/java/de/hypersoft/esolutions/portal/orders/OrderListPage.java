package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;

/** All orders: what is asked for first, else what nobody has on top, always. */
@RequestScoped
@Path("orders")
public class OrderListPage {

    @Inject
    private OrderGroups groups;

    @Inject
    private VisibleLocations visible;

    @GET
    public View show(@BeanParam ListQuery query) {
        if (visible.shown().isEmpty()) return NoTenantPage.in("orders");
        return View.of(OrderListPage.class, groups.read(query, Set.of()));
    }
}
