package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.pos.board.OrderBoard;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Finds whose order an id names, for callers who may see it; for everybody else it does not exist (T49). */
@RequestScoped
public class OrderFinder {

    private final OrderBoard board;
    private final VisibleLocations visible;

    @Inject
    public OrderFinder(OrderBoard board, VisibleLocations visible) {
        this.board = board;
        this.visible = visible;
    }

    /** Where the order belongs, and what the caller may touch there. */
    public record Found(VisibleLocations.Site site, Scope scope) {}

    public Found find(OrderId id) {
        var place = board.place(id);
        VisibleLocations.Site site = visible.all().stream()
                .filter(s -> s.id().equals(place))
                .findFirst()
                .orElseThrow(() -> new Orders.UnknownOrder(id.toString()));
        site.isActedOn();
        LogContext.order(id.value());
        return new Found(site, visible.caller().scope(site.tenant().id()));
    }
}
