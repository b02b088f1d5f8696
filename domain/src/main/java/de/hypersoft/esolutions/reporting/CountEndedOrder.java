package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes an order that was rejected or cancelled out of what was sold. */
@ApplicationScoped
class CountEndedOrder implements Listener<OrderAdvanced> {

    private final CountOrders counting;

    @Inject
    CountEndedOrder(CountOrders counting) {
        this.counting = counting;
    }

    @Override
    public String name() {
        return "count-ended-order";
    }

    @Override
    public Class<OrderAdvanced> event() {
        return OrderAdvanced.class;
    }

    @Override
    public boolean concerns(OrderAdvanced event) {
        return Outcome.of(event.status()) != Outcome.SOLD;
    }

    @Override
    public void on(OrderAdvanced event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<OrderAdvanced> events) {
        counting.count(events.stream().map(OrderAdvanced::orderId).toList());
    }
}
