package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Counts each order once it is placed. */
@ApplicationScoped
class CountPlacedOrder implements Listener<OrderPlaced> {

    private final CountOrders counting;

    @Inject
    CountPlacedOrder(CountOrders counting) {
        this.counting = counting;
    }

    @Override
    public String name() {
        return "count-placed-order";
    }

    @Override
    public Class<OrderPlaced> event() {
        return OrderPlaced.class;
    }

    @Override
    public void on(OrderPlaced event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<OrderPlaced> events) {
        counting.count(events.stream().map(OrderPlaced::orderId).toList());
    }
}
