package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.guests.GuestWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Takes guests out of orders and of everything that was written about them, all of it or nothing. */
@ApplicationScoped
class Forgetting {

    private final Iterable<GuestTraces> traces;

    @Inject
    Forgetting(@Any Instance<GuestTraces> traces) {
        this.traces = traces;
    }

    Forgetting(List<GuestTraces> traces) {
        this.traces = traces;
    }

    /** @param traces how many records beside the orders were changed or removed */
    record Done(int orders, int traces) {}

    /** The traces first: what leads to them stands in the order. */
    @Transactional(TxType.MANDATORY)
    public Done forget(List<Order> orders) {
        List<GuestTraces.Of> meant = orders.stream().map(Forgetting::of).toList();
        int changed = 0;
        for (GuestTraces each : all()) changed += each.erase(meant);
        int forgotten = 0;
        for (int i = 0; i < orders.size(); i++)
            if (orders.get(i).forgetGuest(meant.get(i).words())) forgotten++;
        return new Done(forgotten, changed);
    }

    /** In the order of their names. */
    List<GuestTraces> all() {
        return StreamSupport.stream(traces.spliterator(), false)
                .sorted(Comparator.comparing(GuestTraces::name))
                .toList();
    }

    static GuestTraces.Of of(Order order) {
        return new GuestTraces.Of(
                order.id().value(), order.tenant().value(), order.number(), GuestWords.of(order.document()));
    }
}
