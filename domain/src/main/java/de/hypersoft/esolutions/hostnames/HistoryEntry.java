package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What happened to a host name under one tenant; written once, never changed, kept after the host is released. */
@Entity
@Table(schema = "hostnames", name = "history")
class HistoryEntry {

    @Id
    private UUID id;

    private String host;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "happened_at")
    private Instant at;

    @Column(name = "actor_name")
    private String actor;

    private String event;
    private String detail;

    @SuppressWarnings("NullAway")
    protected HistoryEntry() {} // JPA

    HistoryEntry(HostName host, TenantId tenant, Actor by, String event, String detail, Instant now) {
        this.id = Uuid7.at(now);
        this.host = host.value();
        this.tenant = tenant.value();
        this.at = now;
        this.actor = by.name();
        this.event = event;
        this.detail = detail.length() > 500 ? detail.substring(0, 500) : detail;
    }

    DomainHistory.Line line() {
        return new DomainHistory.Line(at, actor, event, detail);
    }
}
