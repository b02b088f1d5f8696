package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.search.Walks;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What counts and what reads, on one store. */
final class Reports {

    private final Store store;
    private final CountOrders counting;
    private final ReadSales reading;

    Reports(Store store) {
        this.store = store;
        this.counting = new CountOrders(
                store.entities(),
                new ClusterLock(store.entities()),
                new Orders(store.entities()),
                Walks.of(store),
                new Locations(store.entities()));
        this.reading = new ReadSales(store.entities());
    }

    CountPlacedOrder placed() {
        return new CountPlacedOrder(counting);
    }

    CountEndedOrder ended() {
        return new CountEndedOrder(counting);
    }

    /** As after a start: what it knows is in the database. */
    CountOlderOrders older() {
        OlderOrders steps =
                new OlderOrders(store.entities(), new ClusterLock(store.entities()), Walks.of(store), counting);
        return new CountOlderOrders(Transactions.around(store, steps));
    }

    ReadSales reading() {
        return reading;
    }

    void tell(List<SoldOrders.Sold> sold) {
        store.run(
                () -> placed().onAll(sold.stream().map(SoldOrders.Sold::placed).toList()));
    }

    Map<String, Sum> by(Dimension dimension, Scope scope, LocalDate from, LocalDate until) {
        return map(store.in(() -> reading.by(dimension, scope, new ReadSales.Days(from, until))));
    }

    Map<String, Sum> lost(Scope scope, LocalDate from, LocalDate until) {
        return map(store.in(() -> reading.lost(scope, new ReadSales.Days(from, until))));
    }

    private static Map<String, Sum> map(List<ReadSales.Row> rows) {
        Map<String, Sum> sums = new TreeMap<>();
        rows.forEach(row -> sums.put(row.item(), row.sum()));
        return sums;
    }
}
