package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.report.Voids;
import de.hypersoft.esolutions.sync.request.FollowSync;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

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

    /** A till that waits for orders hears it at once, else with its next claim. */
    public void give(TillId till, UUID order, Kind kind, String text) {
        entities.persist(TillTask.aboutOrder(till, order, kind, text, clock.instant()));
        changes.fire(entities.find(Till.class, till.value()).hasTask());
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

    /** As it goes over the wire; {@code orderId} is empty when it is about no order. */
    public record Task(String id, String kind, String orderId, String text) {}
}
