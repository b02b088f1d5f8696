package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All requested syncs; one per location is open at most. */
@ApplicationScoped
public class SyncRequests {

    private final EntityManager entities;
    private final Event<Changed> changes;

    @Inject
    public SyncRequests(EntityManager entities, Event<Changed> changes) {
        this.entities = entities;
        this.changes = changes;
    }

    void add(SyncRequest request) {
        entities.persist(request);
    }

    /** Loads and requests of one location come one after the other. */
    public void lock(LocationId location) {
        entities.find(Location.class, location.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<SyncRequest> find(UUID id) {
        return Optional.ofNullable(entities.find(SyncRequest.class, id));
    }

    public Optional<SyncRequest> open(LocationId location) {
        return entities.createQuery("select r from SyncRequest r where r.openLocation = :location", SyncRequest.class)
                .setParameter("location", location.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<SyncRequest> newest(LocationId location) {
        return entities.createQuery(
                        "select r from SyncRequest r where r.location = :location"
                                + " order by r.requestedAt desc, r.id desc",
                        SyncRequest.class)
                .setParameter("location", location.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<UUID> due(Instant now, int limit) {
        return entities.createQuery("select r.id from SyncRequest r where r.dueAt <= :now order by r.dueAt", UUID.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Wakes the pages that follow it. */
    void tell(SyncRequest request) {
        changes.fire(new Changed(
                Changed.What.SYNC, request.tenant().value(), request.location().value(), request.id()));
    }
}
