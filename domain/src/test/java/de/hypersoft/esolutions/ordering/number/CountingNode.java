package de.hypersoft.esolutions.ordering.number;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.List;

/** One node of several that give orders their numbers out of one database. */
public final class CountingNode {

    private final Store store;
    private final NumberReserve reserve = new NumberReserve();
    private final Told<NumberGiven> told = new Told<>();
    private final OrderNumbers numbers;

    public CountingNode(Store store) {
        this.store = store;
        this.numbers = new OrderNumbers(store.entities(), reserve, told) {
            @Override
            public List<String> next(Location location, Instant now, int count) {
                last().forEach(reserve::stored); // whoever orders next, orders after them
                return super.next(location, now, count);
            }
        };
    }

    public OrderNumbers numbers() {
        return numbers;
    }

    /** Of an order that is stored. */
    String sell(Location location, Instant now) {
        String number = store.in(() -> numbers.next(location, now, 1).get(0));
        last().forEach(reserve::stored);
        return number;
    }

    /** Of an order that fails when it is stored. */
    String fail(Location location, Instant now) {
        String number = store.in(() -> numbers.next(location, now, 1).get(0));
        last().forEach(reserve::failed);
        return number;
    }

    private synchronized List<NumberGiven> last() {
        List<NumberGiven> given = List.copyOf(told.events());
        told.events().removeAll(given);
        return given;
    }
}
