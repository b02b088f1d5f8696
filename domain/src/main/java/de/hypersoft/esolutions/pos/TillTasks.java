package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tasks for the person at a till, such as "void this order, it was cancelled". */
@ApplicationScoped
@Transactional
public class TillTasks {

    /** The guest cancelled what the till already has: it must be voided there. */
    static final String VOID_AT_TILL = "VOID_AT_TILL";

    private final EntityManager entities;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected TillTasks() { // CDI
        this(null, null);
    }

    @Inject
    TillTasks(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void give(TillId till, UUID order, String kind, String text) {
        entities.persist(new TillTask(till, order, kind, text, clock.instant()));
    }

    List<Task> open(TillId till) {
        return entities.createQuery(
                        "select t from TillTask t where t.till = :till and t.doneAt is null order by t.id",
                        TillTask.class)
                .setParameter("till", till.value())
                .setMaxResults(20)
                .getResultStream()
                .map(TillTask::view)
                .toList();
    }

    /** The till showed it to a person; repeating it changes nothing. */
    public void done(TillId till, UUID taskId) {
        TillTask task = entities.find(TillTask.class, taskId);
        if (task == null || !task.belongsTo(till)) throw new NotFound("unknown-task", "there is no task " + taskId);
        task.done(clock.instant());
    }

    /** As it goes over the wire. */
    public record Task(String id, String kind, String orderId, String text) {}
}
