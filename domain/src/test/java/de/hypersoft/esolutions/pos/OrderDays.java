package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderList;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The order list by days, for tests of who decides what a day is. */
public final class OrderDays {

    private OrderDays() {}

    public static OrderList list(Store store, Clock clock) {
        return new OrderList(store.entities(), clock);
    }

    public static List<String> numbers(Store store, OrderList list, Scope scope, List<OrderList.Placed> placed) {
        OrderList.Filter filter = new OrderList.Filter(OrderList.Show.ALL, Set.of(), placed, "");
        return store.in(() -> list.page(scope, filter, null, 200)).rows().stream()
                .map(HandoverViews.Row::number)
                .toList();
    }
}
