package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a person at the till has to do, sent with the next claim until the till says it was shown. */
@Entity
@Table(schema = "pos", name = "till_task")
class TillTask {

    @Id
    private UUID id;

    @Column(name = "till_id")
    private UUID till;

    @Column(name = "order_id")
    private UUID order;

    private String kind;
    private String text;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @SuppressWarnings("NullAway")
    protected TillTask() {} // JPA

    TillTask(TillId till, UUID order, String kind, String text, Instant now) {
        this.id = Uuid7.at(now);
        this.till = till.value();
        this.order = order;
        this.kind = kind;
        this.text = text.length() > 500 ? text.substring(0, 500) : text;
        this.createdAt = now;
    }

    void done(Instant now) {
        if (doneAt == null) this.doneAt = now;
    }

    boolean belongsTo(TillId other) {
        return till.equals(other.value());
    }

    TillTasks.Task view() {
        return new TillTasks.Task(id.toString(), kind, order.toString(), text);
    }
}
