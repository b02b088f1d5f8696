package de.hypersoft.esolutions.ordering.number;

import de.hypersoft.esolutions.tenancy.Location;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The number people say on the phone: {@code 2026-000123}, per tenant and year of the location's calendar. Gaps are
 * normal here (T32), and so is a number that comes a little after a higher one; two orders with one number are not.
 */
@ApplicationScoped
public class OrderNumbers {

    private final EntityManager entities;
    private final NumberReserve reserve;
    private final Event<NumberGiven> given;

    @Inject
    OrderNumbers(EntityManager entities, NumberReserve reserve, Event<NumberGiven> given) {
        this.entities = entities;
        this.reserve = reserve;
        this.given = given;
    }

    /**
     * From what this node has drawn ahead, or else from the counter, whose row then stays locked until the orders are
     * stored: to be asked for last.
     *
     * @param count one at least
     * @return as many, none of them twice
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> next(Location location, Instant now, int count) {
        NumberSeries series = new NumberSeries(
                location.tenant().value(), now.atZone(location.zone()).getYear());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) reserve.take(series, now).ifPresent(numbers::add);
        while (numbers.size() < count)
            numbers.addAll(draw(series, Math.max(reserve.size(series, now), count - numbers.size())));
        given.fire(new NumberGiven(series, List.copyOf(numbers.subList(count, numbers.size())), now));
        return numbers.subList(0, count).stream().map(series::written).toList();
    }

    /** @param serial without leading zeros */
    public static String written(int year, String serial) {
        return NumberSeries.written(year, Long.parseLong(serial));
    }

    /**
     * Numbers that are taken are passed over: should a counter ever lag behind its orders (a database that was killed or
     * restored), the shop goes on selling. One order fails by its number then, and is tried again; the next ones look first.
     */
    private List<Long> draw(NumberSeries series, int size) {
        List<Long> free;
        int drawn = size;
        do {
            if (advance(series, drawn) == 0) open(series, drawn);
            long last = last(series);
            List<Long> numbers =
                    LongStream.rangeClosed(last - drawn + 1, last).boxed().toList();
            free = reserve.isDoubtful(series) ? free(series, numbers) : numbers;
            drawn = Math.min(2 * drawn, NumberReserve.MOST);
        } while (free.isEmpty());
        return free;
    }

    private int advance(NumberSeries series, int size) {
        return entities.createNativeQuery("update ordering.order_number set last_number = last_number + ?3"
                        + " where tenant_id = ?1 and number_year = ?2")
                .setParameter(1, series.tenant())
                .setParameter(2, series.year())
                .setParameter(3, size)
                .executeUpdate();
    }

    /** Two first orders of a year may race here; the loser meets the primary key and is tried again. */
    private void open(NumberSeries series, int size) {
        entities.createNativeQuery(
                        "insert into ordering.order_number (tenant_id, number_year, last_number) values (?1, ?2, ?3)")
                .setParameter(1, series.tenant())
                .setParameter(2, series.year())
                .setParameter(3, size)
                .executeUpdate();
    }

    private long last(NumberSeries series) {
        Number last = (Number) entities.createNativeQuery(
                        "select last_number from ordering.order_number where tenant_id = ?1 and number_year = ?2")
                .setParameter(1, series.tenant())
                .setParameter(2, series.year())
                .getSingleResult();
        return last.longValue();
    }

    private List<Long> free(NumberSeries series, List<Long> numbers) {
        Set<?> taken = Set.copyOf(entities.createNativeQuery("select order_number from ordering.customer_order"
                        + " where tenant_id = :tenant and order_number in (:numbers)")
                .setParameter("tenant", series.tenant())
                .setParameter("numbers", numbers.stream().map(series::written).toList())
                .getResultList());
        return numbers.stream()
                .filter(number -> !taken.contains(series.written(number)))
                .toList();
    }
}
