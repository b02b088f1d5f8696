package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.ordering.OrderId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something the till, or a person at it, has to do: sent with the next claim until the till says it was
 * heard. */
@Entity
@Table(schema = "pos", name = "till_task")
public class TillTask {

    @Id
    private UUID id;

    @Column(name = "till_id")
    private UUID till;

    @Column(name = "order_id")
    private @Nullable UUID order;

    /** What it is about, when that is no order. */
    @Column(name = "subject_id")
    private @Nullable UUID subject;

    @Enumerated(EnumType.STRING)
    private TillTasks.Kind kind;

    private String text;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @SuppressWarnings("NullAway")
    protected TillTask() {} // JPA

    private TillTask(TillId till, TillTasks.Kind kind, String text, Instant now) {
        this.id = Uuid7.at(now);
        this.till = till.value();
        this.kind = kind;
        this.text = text.length() > 500 ? text.substring(0, 500) : text;
        this.createdAt = now;
    }

    public static TillTask aboutOrder(TillId till, UUID order, TillTasks.Kind kind, String text, Instant now) {
        TillTask task = new TillTask(till, kind, text, now);
        task.order = order;
        return task;
    }

    static TillTask about(TillId till, UUID subject, TillTasks.Kind kind, String text, Instant now) {
        TillTask task = new TillTask(till, kind, text, now);
        task.subject = subject;
        return task;
    }

    void done(Instant now) {
        if (doneAt == null) this.doneAt = now;
    }

    /** The order that is to be voided, when it is about that. */
    Optional<OrderId> toVoid() {
        return order == null || kind != TillTasks.Kind.VOID_AT_TILL
                ? Optional.empty()
                : Optional.of(new OrderId(order));
    }

    Optional<UUID> subject() {
        return Optional.ofNullable(subject);
    }

    boolean belongsTo(TillId other) {
        return till.equals(other.value());
    }

    public TillTasks.Task view() {
        return new TillTasks.Task(id.toString(), kind.name(), order == null ? "" : order.toString(), text);
    }
}
