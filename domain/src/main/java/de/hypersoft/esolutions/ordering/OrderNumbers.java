package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;

/**
 * The number people say on the phone: {@code 2026-000123}, per tenant and year of the location's calendar. Gaps are
 * normal here (T32), two orders with one number are not.
 */
@ApplicationScoped
public class OrderNumbers {

    private final EntityManager entities;

    @Inject
    public OrderNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The counter's row stays locked until the order is stored. A number that is taken is passed over: should a counter
     * ever lag behind its orders (a database that was killed or restored), the shop goes on selling.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String next(Location location, Instant now) {
        int year = now.atZone(location.zone()).getYear();
        TenantId tenant = location.tenant();
        String number;
        do {
            if (advance(tenant, year) == 0) open(tenant, year);
            number = written(year, Long.toString(last(tenant, year)));
        } while (taken(tenant, number));
        return number;
    }

    /** @param serial without leading zeros */
    public static String written(int year, String serial) {
        return String.format(Locale.ROOT, "%04d-%06d", year, Long.parseLong(serial));
    }

    private long last(TenantId tenant, int year) {
        Number last = (Number) entities.createNativeQuery(
                        "select last_number from ordering.order_number where tenant_id = ?1 and number_year = ?2")
                .setParameter(1, tenant.value())
                .setParameter(2, year)
                .getSingleResult();
        return last.longValue();
    }

    private boolean taken(TenantId tenant, String number) {
        return !entities.createNativeQuery(
                        "select 1 from ordering.customer_order where tenant_id = ?1 and order_number = ?2")
                .setParameter(1, tenant.value())
                .setParameter(2, number)
                .getResultList()
                .isEmpty();
    }

    private int advance(TenantId tenant, int year) {
        return entities.createNativeQuery("update ordering.order_number set last_number = last_number + 1"
                        + " where tenant_id = ?1 and number_year = ?2")
                .setParameter(1, tenant.value())
                .setParameter(2, year)
                .executeUpdate();
    }

    /** Two first orders of a year may race here; the loser meets the primary key and is tried again. */
    private void open(TenantId tenant, int year) {
        entities.createNativeQuery(
                        "insert into ordering.order_number (tenant_id, number_year, last_number) values (?1, ?2, 1)")
                .setParameter(1, tenant.value())
                .setParameter(2, year)
                .executeUpdate();
    }
}
