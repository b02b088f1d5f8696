package de.hypersoft.esolutions.kernel.audit;

import de.hypersoft.esolutions.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Written once, when somebody used a privilege; never deleted before its term, and never changed but for a guest's words. */
@Entity
@Table(schema = "kernel", name = "audit_entry")
class AuditEntry {

    @Id
    private UUID id;

    @Column(name = "happened_at")
    private Instant at;

    @Column(name = "tenant_id")
    private @Nullable UUID tenant;

    @Column(name = "actor_kind")
    private String actorKind;

    @Column(name = "actor_id")
    private String actorId;

    @Column(name = "actor_name")
    private String actorName;

    private String action;
    private String subject;
    private String detail;

    @SuppressWarnings("NullAway")
    protected AuditEntry() {} // JPA

    AuditEntry(Instant at, Actor actor, @Nullable UUID tenant, String action, String subject, String detail) {
        this.id = Uuid7.at(at);
        this.at = at;
        this.tenant = tenant;
        this.actorKind = actor.kind().name();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.action = action;
        this.subject = subject;
        this.detail = detail.length() > 2_000 ? detail.substring(0, 2_000) : detail;
    }

    /** @return whether there were any of the guest's words in it */
    boolean redact(Redaction words) {
        String without = words.of(detail);
        boolean changed = !without.equals(detail);
        this.detail = without;
        return changed;
    }

    UUID id() {
        return id;
    }

    Audit.Line line(@Nullable Origin origin) {
        return new Audit.Line(id.toString(), at, actorKind, actorName, action, subject, detail, origin);
    }
}
