package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.database.Inserts;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.Outbox;
import de.hypersoft.esolutions.ordering.limits.OrderTally;
import de.hypersoft.esolutions.ordering.number.OrderNumbers;
import de.hypersoft.esolutions.ordering.quote.Offer;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores an order that nothing speaks against, with its number, its transfer, what it counts and what is told of it, by one
 * statement; provided that the location and its menu are as they were when it was offered. Several are stored by one
 * statement for each table.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StoreOrder {

    private final Orders orders;
    private final OrderNumbers numbers;
    private final Transferability transferability;
    private final Outbox outbox;
    private final LocationSnapshots shops;
    private final Menus menus;
    private final Event<Changed> changes;

    @Inject
    public StoreOrder(
            Orders orders,
            OrderNumbers numbers,
            Transferability transferability,
            Outbox outbox,
            LocationSnapshots shops,
            Menus menus,
            Event<Changed> changes) {
        this.orders = orders;
        this.numbers = numbers;
        this.transferability = transferability;
        this.outbox = outbox;
        this.shops = shops;
        this.menus = menus;
        this.changes = changes;
    }

    /**
     * An order that nothing speaks against.
     *
     * @param at when it is placed
     * @param trace of the request that placed it; null where there is none
     */
    public record Accepted(
            OrderRequest request,
            Offer offer,
            Instant at,
            @Nullable String trace) {}

    /**
     * All of them or none.
     *
     * @param tally of all of them
     * @throws OptimisticLockException when something was changed since, or others were counted: they are to be offered anew
     */
    public List<Order> store(List<Accepted> accepted, OrderTally tally) {
        List<Order> stored = orders(accepted);
        List<Inserts> inserts = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) inserts.add(inserting(stored.get(i), accepted.get(i)));
        tally.store(inserts.get(inserts.size() - 1));
        if (!Inserts.run(inserts)) {
            accepted.forEach(one -> {
                shops.forget(one.offer().shop());
                menus.forget(one.offer().shop().location().id());
            });
            throw new OptimisticLockException("the location or its menu has changed meanwhile");
        }
        for (Order order : stored) {
            changes.fire(changed(Changed.What.ORDER_WAITING, order));
            changes.fire(changed(Changed.What.ORDER, order));
        }
        return stored;
    }

    private List<Order> orders(List<Accepted> accepted) {
        Map<Series, Iterator<String>> numbers = numbers(accepted);
        return accepted.stream()
                .map(one -> order(
                        one, Objects.requireNonNull(numbers.get(Series.of(one))).next()))
                .toList();
    }

    /** Orders whose numbers are drawn together. */
    private record Series(UUID tenant, UUID location, int year) {
        private static final Comparator<Series> BY_BRAND =
                Comparator.comparing(Series::tenant).thenComparing(Series::year).thenComparing(Series::location);

        static Series of(Accepted one) {
            Location location = one.offer().shop().location();
            return new Series(
                    location.tenant().value(),
                    location.id().value(),
                    one.at().atZone(location.zone()).getYear());
        }
    }

    /** Their counters are asked for in one order, so that two who store several never wait in a circle. */
    private Map<Series, Iterator<String>> numbers(List<Accepted> accepted) {
        Map<Series, List<Accepted>> bySeries = accepted.stream()
                .collect(Collectors.groupingBy(Series::of, () -> new TreeMap<>(Series.BY_BRAND), Collectors.toList()));
        Map<Series, Iterator<String>> drawn = new HashMap<>();
        bySeries.forEach((series, those) -> drawn.put(
                series,
                numbers.next(
                                those.get(0).offer().shop().location(),
                                those.get(0).at(),
                                those.size())
                        .iterator()));
        return drawn;
    }

    private Order order(Accepted one, String number) {
        Location location = one.offer().shop().location();
        OrderDocument document = Documents.of(one, Uuid7.at(one.at()), number);
        return new Order(location.tenant(), location.id(), document, one.request());
    }

    private Inserts inserting(Order order, Accepted one) {
        Offer offer = one.offer();
        Inserts inserts = orders.inserting(
                order,
                offer.shop()
                        .unchanged()
                        .and(menus.unchanged(offer.shop().location().id(), offer.menu())));
        transferability.open(order, one.at(), inserts);
        outbox.append(placed(order), inserts);
        return inserts;
    }

    private static OrderPlaced placed(Order order) {
        return new OrderPlaced(
                order.id().value(), order.tenant().value(), order.location().value(), order.number(), order.placedAt());
    }

    private static Changed changed(Changed.What what, Order order) {
        return new Changed(
                what,
                order.tenant().value(),
                order.location().value(),
                order.id().value());
    }
}
