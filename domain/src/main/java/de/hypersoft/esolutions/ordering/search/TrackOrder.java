package de.hypersoft.esolutions.ordering.search;

import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Where a guest sees what became of an order, by the secret of its link. */
@ApplicationScoped
@Transactional
public class TrackOrder {

    private final Orders orders;

    @Inject
    public TrackOrder(Orders orders) {
        this.orders = orders;
    }

    /** @return empty for a wrong link, and for that of another brand's order (T49) */
    public Optional<TrackedOrder> behind(TenantId tenant, String token) {
        return orders.byTrackingToken(tenant, token).map(TrackedOrder::of);
    }
}
