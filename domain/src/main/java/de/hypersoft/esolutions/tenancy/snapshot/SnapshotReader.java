package de.hypersoft.esolutions.tenancy.snapshot;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Reads in transactions of its own: what is kept must not be what a caller is about to change, or rolls back. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SnapshotReader {

    private final EntityManager entities;
    private final Tenants tenants;
    private final Locations locations;

    @Inject
    public SnapshotReader(EntityManager entities, Tenants tenants, Locations locations) {
        this.entities = entities;
        this.tenants = tenants;
        this.locations = locations;
    }

    /** @throws Locations.UnknownLocation when the tenant has no such location */
    public LocationSnapshot read(TenantId tenantId, String slug) {
        Location location = locations.get(tenantId, slug);
        Tenant tenant = tenants.get(tenantId);
        // Before the rest: what changes meanwhile makes the copy look older than it is, never newer.
        LocationSnapshot.Revision revision = revision(location.id()).orElseThrow();
        return new LocationSnapshot(
                tenant,
                location,
                locations.hours(location),
                locations.zones(location.id(), tenant.currency()),
                revision);
    }

    /** Empty when there is no such location any more. */
    public Optional<LocationSnapshot.Revision> revision(LocationId location) {
        return entities.createQuery(
                        Projection.of(LocationSnapshot.Revision.class, "t.version, l.version, l.revision")
                                + " from Location l join Tenant t on t.id = l.tenant where l.id = :id",
                        LocationSnapshot.Revision.class)
                .setParameter("id", location.value())
                .getResultStream()
                .findFirst();
    }
}
