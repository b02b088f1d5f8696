package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/**
 * Notes, in the transaction that changes what guests see of a tenant, that it changed, so that every node can ask which
 * shops it has to read anew instead of reading them all.
 */
@ApplicationScoped
@Transactional
public class ShopChanges {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public ShopChanges(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param names whether a host came, went or became another's */
    void note(TenantId tenant, boolean names) {
        Instant now = clock.instant();
        entities.createNativeQuery("insert into hostnames.shop_change (id, tenant_id, names, changed_at)"
                        + " values (:id, :tenant, :names, :now)")
                .setParameter("id", Uuid7.at(now))
                .setParameter("tenant", tenant.value())
                .setParameter("names", names)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Before the commit, with the change itself. */
    void onChange(@Observes Changed changed) {
        if (changed.what() == Changed.What.LOCATION) note(new TenantId(changed.tenant()), false);
    }

    /** In no order. */
    @SuppressWarnings("unchecked")
    List<Change> since(Instant time) {
        return entities.createNativeQuery(
                        "select c.id, c.tenant_id, c.names from hostnames.shop_change c where c.changed_at >= :time",
                        Change.class)
                .setParameter("time", time)
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("tenant_id", UUID.class)
                .addScalar("names", Boolean.class)
                .getResultList();
    }

    /** Forgets what every node has read long ago; returns how many. */
    public int sweep(Duration keep) {
        return entities.createNativeQuery("delete from hostnames.shop_change where changed_at < :before")
                .setParameter("before", clock.instant().minus(keep))
                .executeUpdate();
    }

    /** @param names whether host names are among what changed */
    record Change(UUID id, UUID tenant, boolean names) {}
}
