package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to a host name under one tenant; written once, never changed, kept after the host is released. */
@Entity
@Table(schema = "hostnames", name = "history")
class HistoryEntry {

    private static final int MOST_FACTS = 4_000;

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
    private @Nullable String facts;

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

    HistoryEntry(HostName host, TenantId tenant, Actor by, String event, List<DomainHistory.Told> told, Instant now) {
        this(
                host,
                tenant,
                by,
                event,
                told.stream().map(DomainHistory.Told::code).collect(Collectors.joining(" ")),
                now);
        String json = Json.write(told.stream().map(DomainHistory.Told::facts).toList());
        this.facts = json.length() > MOST_FACTS ? null : json;
    }

    DomainHistory.Line line() {
        return new DomainHistory.Line(at, actor, event, detail, facts == null ? List.of() : read(facts));
    }

    private static List<List<String>> read(String json) {
        return Arrays.stream(Json.read(json, String[][].class)).map(List::of).toList();
    }
}
