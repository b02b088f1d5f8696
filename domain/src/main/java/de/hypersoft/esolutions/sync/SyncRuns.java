package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.request.RefusedFacts;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The history of syncs. */
@ApplicationScoped
@Transactional
public class SyncRuns {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SyncRuns(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void add(TenantId tenant, LocationId location, SyncRun.Kind kind, Actor actor, LoadReport report) {
        entities.persist(new SyncRun(tenant, location, kind, actor, report, clock.instant()));
    }

    /** Keeps that a load was refused, after its own transaction was rolled back. */
    public void refused(Load load, String version, Refusal refusal) {
        LoadReport report = new LoadReport(
                version,
                null,
                load.kind(),
                LoadReport.State.REFUSED,
                clock.instant(),
                0,
                refusal instanceof LoadRefused nothing ? nothing.findings() : List.of(),
                refusal.code(),
                refusal.getMessage(),
                null,
                null,
                List.of(),
                RefusedFacts.of(refusal, version));
        add(load.tenant(), load.location(), load.kind(), load.actor(), report);
    }

    /** The run that took this version, else the newest that refused it. */
    public Optional<SyncRun> find(LocationId location, String version) {
        return entities.createQuery(
                        "select r from SyncRun r where r.location = :location and r.version = :version"
                                + " and r.kind in (:loads) order by r.accepted desc, r.seq desc",
                        SyncRun.class)
                .setParameter("location", location.value())
                .setParameter("version", version)
                .setParameter("loads", List.of(SyncRun.Kind.FULL, SyncRun.Kind.INCREMENT, SyncRun.Kind.RECHECK))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What a version that was taken changes for guests. */
    public MenuChanges changes(LocationId location, String version) {
        return find(location, version).map(run -> run.report().changes()).orElse(MenuChanges.NONE);
    }

    public List<SyncRun> newest(LocationId location, int offset, int limit) {
        return entities.createQuery(
                        "select r from SyncRun r where r.location = :location order by r.seq desc", SyncRun.class)
                .setParameter("location", location.value())
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Who sends what where. */
    public record Load(TenantId tenant, LocationId location, SyncRun.Kind kind, Actor actor) {}
}
