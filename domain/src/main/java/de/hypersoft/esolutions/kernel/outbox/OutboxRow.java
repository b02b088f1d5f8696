package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.Backoff;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event for one listener. Its life: written in the transaction that made the event true; delivered, with the
 * listener's own work in one transaction; kept some days for those who ask what happened; swept. A failure only moves
 * its due time, it is never given up.
 */
@Entity
@Table(schema = "kernel", name = "outbox")
public class OutboxRow {

    static final Backoff AGAIN = Backoff.doubling(Duration.ofSeconds(10), Duration.ofMinutes(5));

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    private String listener;
    private String type;
    private String aggregate;
    private String payload;

    @Column(name = "created_at")
    private Instant createdAt;

    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @SuppressWarnings("NullAway")
    protected OutboxRow() {} // JPA

    public OutboxRow(String listener, DomainEvent event, Instant now) {
        this.listener = listener;
        this.type = event.type();
        this.aggregate = event.aggregate();
        this.payload = Json.write(event);
        this.createdAt = now;
        this.dueAt = now;
    }

    public void failed(String error, Instant now) {
        this.dueAt = now.plus(AGAIN.after(attempts));
        this.attempts++;
        this.lastError = error.length() > 500 ? error.substring(0, 500) : error;
    }

    /**
     * Ids are no words, so whoever listens reads what was meant.
     *
     * @return whether there were any of the guest's words in it
     */
    public boolean redact(Redaction words) {
        String without = words.ofJson(payload);
        boolean changed = !without.equals(payload);
        this.payload = without;
        this.lastError = null;
        return changed;
    }
}
