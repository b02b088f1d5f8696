package de.hypersoft.esolutions.kernel.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an act in the log came from; removed after the term of addresses, which the act outlives. */
@Entity
@Table(schema = "kernel", name = "audit_origin")
class AuditOrigin {

    @Id
    @Column(name = "entry_id")
    private UUID entry;

    @Column(name = "happened_at")
    private Instant at;

    private String address;

    @Column(name = "session_id")
    private @Nullable UUID session;

    @SuppressWarnings("NullAway")
    protected AuditOrigin() {} // JPA

    AuditOrigin(UUID entry, Instant at, Origin origin) {
        this.entry = entry;
        this.at = at;
        String figures = origin.address();
        this.address = figures.length() > 64 ? figures.substring(0, 64) : figures;
        this.session = origin.session();
    }

    UUID entry() {
        return entry;
    }

    Origin origin() {
        return new Origin(address, session);
    }
}
