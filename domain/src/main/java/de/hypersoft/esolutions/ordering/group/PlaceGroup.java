package de.hypersoft.esolutions.ordering.group;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.StoreOrder;
import de.hypersoft.esolutions.ordering.limits.OrderCounting;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.OrderTally;
import de.hypersoft.esolutions.ordering.lookup.OrderLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Places several orders in one transaction: those that nothing speaks against at a first look. What needs a closer one is
 * left to {@link de.hypersoft.esolutions.ordering.PlaceOrder}, which decides, and refuses, alone.
 */
@ApplicationScoped
@Transactional
class PlaceGroup {

    private final OrderLookup lookup;
    private final Availabilities availabilities;
    private final OrderLimits limits;
    private final StoreOrder storeOrder;
    private final Clock clock;

    @Inject
    PlaceGroup(
            OrderLookup lookup, Availabilities availabilities, OrderLimits limits, StoreOrder storeOrder, Clock clock) {
        this.lookup = lookup;
        this.availabilities = availabilities;
        this.limits = limits;
        this.storeOrder = storeOrder;
        this.clock = clock;
    }

    /**
     * @return their receipts, in their order; empty for who is to be placed alone
     * @throws RuntimeException when none was placed: each is to be placed alone
     */
    List<Optional<OrderReceipt>> place(List<ReadyOrder> group) {
        Instant now = clock.instant();
        OrderLookup.Several found =
                lookup.find(group.stream().map(ReadyOrder::asked).toList(), now);
        OrderTally tally = limits.tally(found.busyUntil(), now);
        List<Boolean> accepted = usual(group, found).stream()
                .map(one -> one.isPresent() && counts(one.get(), tally))
                .toList();
        Iterator<Order> stored = stored(group, accepted, tally).iterator();
        return accepted.stream()
                .map(yes -> yes ? Optional.of(OrderReceipt.of(stored.next(), true)) : Optional.<OrderReceipt>empty())
                .toList();
    }

    private List<Order> stored(List<ReadyOrder> group, List<Boolean> accepted, OrderTally tally) {
        List<StoreOrder.Accepted> those = new ArrayList<>();
        for (int i = 0; i < group.size(); i++)
            if (accepted.get(i)) those.add(group.get(i).accepted());
        return those.isEmpty() ? List.of() : storeOrder.store(those, tally);
    }

    /** Of two with one key the second is a repetition of the first. */
    private List<Optional<ReadyOrder>> usual(List<ReadyOrder> group, OrderLookup.Several found) {
        Map<UUID, Set<String>> limited = limited(group);
        Set<String> keys = new HashSet<>();
        return group.stream()
                .map(one -> Optional.of(one)
                        .filter(order -> keys.add(order.asked().idempotencyKey()))
                        .filter(order -> !found.isUnusual(order.asked()))
                        .filter(order -> Collections.disjoint(
                                order.articles(), limited.getOrDefault(order.location(), Set.of()))))
                .toList();
    }

    private Map<UUID, Set<String>> limited(List<ReadyOrder> group) {
        return availabilities.limited(group.stream()
                .collect(Collectors.groupingBy(
                        ReadyOrder::location,
                        Collectors.flatMapping(one -> one.articles().stream(), Collectors.toSet()))));
    }

    private boolean counts(ReadyOrder one, OrderTally tally) {
        OrderCounting counting = limits.counting(one.asked().subjects(), tally);
        try {
            if (!counting.isFree()) return false;
            counting.count();
        } catch (TooMany e) {
            return false; // it meets the same limit alone, and is told so
        }
        counting.accept();
        return true;
    }
}
