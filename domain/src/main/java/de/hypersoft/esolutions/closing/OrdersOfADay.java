package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.pos.board.OrderList;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationView;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** When an order must have been placed to stand under a day in the list of orders. */
public final class OrdersOfADay {

    private OrdersOfADay() {}

    /** Of each location its own day, by its zone and cut-off (T39); those with the same day together. */
    public static List<OrderList.Placed> at(Collection<LocationView> locations, LocalDate day) {
        Map<BusinessDay, Set<LocationId>> days = locations.stream()
                .collect(Collectors.groupingBy(
                        location -> BusinessDay.on(day, location.zone(), location.cutoff()),
                        Collectors.mapping(LocationView::id, Collectors.toSet())));
        return days.entrySet().stream()
                .map(same -> new OrderList.Placed(
                        same.getValue(), same.getKey().begins(), same.getKey().ends()))
                .toList();
    }
}
