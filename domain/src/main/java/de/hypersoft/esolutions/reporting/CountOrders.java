package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.closing.BusinessDay;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.kernel.database.Sql;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.search.OrderWalk;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the sums say what the orders say. Each order is looked at as it stands, and what it was counted for is remembered:
 * so it does not matter how often one is told of, in which order, or by whom. One transaction at a time does so.
 */
@ApplicationScoped
class CountOrders {

    static final String DUTY = "sales";

    private final EntityManager entities;
    private final ClusterLock lock;
    private final Orders orders;
    private final OrderWalk walk;
    private final Locations locations;

    @Inject
    CountOrders(EntityManager entities, ClusterLock lock, Orders orders, OrderWalk walk, Locations locations) {
        this.entities = entities;
        this.lock = lock;
        this.orders = orders;
        this.walk = walk;
        this.locations = locations;
    }

    void count(Collection<UUID> ids) {
        lock.await(DUTY);
        counted(ids);
    }

    /** As {@link #count}, for whoever has the duty; answers the orders. */
    List<Order> counted(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        List<Order> found = orders.all(Set.copyOf(ids));
        Map<UUID, Counted> known = known(ids);
        Set<UUID> returning = returning(found, known);
        SaleSums sums = new SaleSums();
        List<List<Object>> fresh = new ArrayList<>();
        List<List<Object>> changed = new ArrayList<>();
        for (Order order : found) {
            Outcome outcome = Outcome.of(order.status());
            Counted before = known.get(order.id().value());
            if (before != null && before.outcome() == outcome) continue;
            OrderDocument document = order.document();
            Counted after = before == null
                    ? placed(order, document, returning.contains(order.id().value()))
                    : before.with(outcome);
            UUID tenant = order.tenant().value();
            UUID location = order.location().value();
            if (before == null) {
                fresh.add(List.of(
                        after.order(), after.day(), after.hour(), after.guest().name(), outcome.name()));
            } else {
                changed.add(
                        List.of(outcome.name(), after.order(), before.outcome().name()));
                sums.takeBack(tenant, location, before.day(), OrderShares.of(document, before));
            }
            sums.add(tenant, location, after.day(), OrderShares.of(document, after));
        }
        store(fresh, changed);
        sums.store(entities);
        return found;
    }

    private Counted placed(Order order, OrderDocument document, boolean returns) {
        Location location = locations.get(order.location());
        LocalDate day = BusinessDay.of(order.placedAt(), location.zone(), location.cutoff())
                .date();
        int hour = order.placedAt().atZone(location.zone()).getHour();
        GuestKind guest = returns ? GuestKind.RETURNING : GuestKind.NEW;
        return new Counted(
                order.id().value(),
                day,
                hour,
                document.guest().email().isBlank() ? GuestKind.UNKNOWN : guest,
                Outcome.of(order.status()));
    }

    private Set<UUID> returning(List<Order> found, Map<UUID, Counted> known) {
        return walk.returning(found.stream()
                .map(order -> order.id().value())
                .filter(id -> !known.containsKey(id))
                .toList());
    }

    private Map<UUID, Counted> known(Collection<UUID> ids) {
        return new Sql(entities)
                        .rows(
                                "select order_id, business_date, day_hour, guest, outcome from reporting.counted_order"
                                        + " where order_id in " + Sql.in(ids.size()),
                                Sql.padded(List.copyOf(ids)),
                                row -> new Counted(
                                        row.getObject("order_id", UUID.class),
                                        row.getObject("business_date", LocalDate.class),
                                        row.getInt("day_hour"),
                                        GuestKind.valueOf(row.getString("guest")),
                                        Outcome.valueOf(row.getString("outcome"))))
                        .stream()
                        .collect(Collectors.toMap(Counted::order, Function.identity()));
    }

    private void store(List<List<Object>> fresh, List<List<Object>> changed) {
        Sql sql = new Sql(entities);
        if (!fresh.isEmpty())
            sql.changeEach(
                    "insert into reporting.counted_order (order_id, business_date, day_hour, guest, outcome)"
                            + " values (?, ?, ?, ?, ?)",
                    fresh);
        if (changed.isEmpty()) return;
        int moved = sql.changeEach(
                "update reporting.counted_order set outcome = ? where order_id = ? and outcome = ?", changed);
        if (moved != changed.size()) throw new IllegalStateException("somebody else counted at the same time");
    }
}
