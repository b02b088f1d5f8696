package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.report.Voids;
import de.hypersoft.esolutions.sync.request.FollowSync;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tasks for a till or the person at it, such as "void this order, it was cancelled". */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class TillTasks {

    /** Stable: tills know them by these names. */
    public enum Kind {
        /** The guest cancelled what the till already has: it must be voided there. */
        VOID_AT_TILL,
        /** Somebody wants the till's catalogue now. A till program that does not know this shows the text to a person. */
        SEND_CATALOG
    }

    /** So many are named to the database when it is asked about them; of more it is asked about all. */
    public static final int FEW = 8;

    private final EntityManager entities;
    private final FollowSync syncs;
    private final Voids voids;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    public TillTasks(EntityManager entities, FollowSync syncs, Voids voids, Event<Changed> changes, Clock clock) {
        this.entities = entities;
        this.syncs = syncs;
        this.voids = voids;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * To void an order. A till that waits for orders hears it at once, at another node within a second, else with its next
     * claim.
     */
    public void voidOrder(Recipient till, UUID order, String text) {
        give(till, TillTask.aboutOrder(till.till(), order, Kind.VOID_AT_TILL, text, clock.instant()));
    }

    /** To send its catalogue, which this request asks for; heard as {@link #voidOrder} is. */
    public void sendCatalog(Recipient till, UUID request, String text) {
        give(till, TillTask.about(till.till(), request, Kind.SEND_CATALOG, text, clock.instant()));
    }

    private void give(Recipient to, TillTask task) {
        entities.persist(task);
        changes.fire(new Changed(
                Changed.What.TILL_TASK,
                to.tenant().value(),
                to.location().value(),
                to.till().value()));
    }

    /** Which of these tills have something open to do, in one query: of many tills it costs what is open, not who waits. */
    public Set<TillId> withOpen(Collection<TillId> tills) {
        if (tills.isEmpty()) return Set.of();
        boolean few = tills.size() <= FEW;
        TypedQuery<UUID> query = entities.createQuery(
                "select distinct t.till from TillTask t where t.doneAt is null" + (few ? " and t.till in :tills" : ""),
                UUID.class);
        if (few) query.setParameter("tills", tills.stream().map(TillId::value).toList());
        Set<TillId> asked = new HashSet<>(tills);
        return query.getResultStream().map(TillId::new).filter(asked::contains).collect(Collectors.toSet());
    }

    public List<Task> open(TillId till) {
        return entities.createQuery(
                        "select t from TillTask t where t.till = :till and t.doneAt is null order by t.id",
                        TillTask.class)
                .setParameter("till", till.value())
                .setMaxResults(20)
                .getResultStream()
                .map(TillTask::view)
                .toList();
    }

    /** The till heard it, or showed it to a person; repeating it changes nothing. */
    public void done(TillId till, UUID taskId) {
        finish(till, taskId).subject().ifPresent(syncs::answered);
    }

    /** The till can not do it, in its own words. */
    public void unable(TillId till, UUID taskId, String detail) {
        TillTask task = finish(till, taskId);
        task.subject().ifPresent(sync -> syncs.unable(sync, detail));
        task.toVoid().ifPresent(order -> voids.unable(till, order, detail, clock.instant()));
    }

    private TillTask finish(TillId till, UUID taskId) {
        TillTask task = entities.find(TillTask.class, taskId);
        if (task == null || !task.belongsTo(till)) throw new NotFound("unknown-task", "there is no task " + taskId);
        task.done(clock.instant());
        return task;
    }

    /** Who is to do it, and where that till stands: its waiting call is woken by its location. */
    public record Recipient(TillId till, TenantId tenant, LocationId location) {}

    /** As it goes over the wire; {@code orderId} is empty when it is about no order. */
    public record Task(String id, String kind, String orderId, String text) {}
}
