package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.sync.request.RefusedFacts;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The history of syncs. */
@ApplicationScoped
@Transactional
public class SyncRuns {

    private static final List<SyncRun.Kind> LOADS =
            List.of(SyncRun.Kind.FULL, SyncRun.Kind.INCREMENT, SyncRun.Kind.EDIT, SyncRun.Kind.RECHECK);

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
                .setParameter("loads", LOADS)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The newest load that was taken, from a till or from the portal; what was only checked again is none. */
    Optional<Taken> newestTaken(LocationId location) {
        return entities.createQuery(
                        Projection.of(Taken.class, "r.kind, r.version, r.actor, r.finishedAt")
                                + " from SyncRun r where r.location = :location and r.accepted = true"
                                + " and r.kind in (:loads) and r.kind <> :recheck order by r.seq desc",
                        Taken.class)
                .setParameter("location", location.value())
                .setParameter("loads", LOADS)
                .setParameter("recheck", SyncRun.Kind.RECHECK)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** One load that was taken. */
    record Taken(SyncRun.Kind kind, String version, String actor, Instant at) {}

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
    public record Load(TenantId tenant, LocationId location, SyncRun.Kind kind, Actor actor) {
        /** Whether it replaces everything, and builds on nothing. */
        boolean isWhole() {
            return kind != SyncRun.Kind.INCREMENT;
        }
    }
}
