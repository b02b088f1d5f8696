package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One host name under which one tenant's shop answers. Registered once; a host never changes its tenant. */
@Entity
@Table(schema = "hostnames", name = "shop_domain")
class ShopDomain {

    @Id
    private String host;

    @Column(name = "tenant_id")
    private UUID tenant;

    private String kind;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway")
    protected ShopDomain() {} // JPA

    ShopDomain(HostName host, TenantId tenant, DomainKind kind, Instant now) {
        this.host = host.value();
        this.tenant = tenant.value();
        this.kind = kind.name();
        this.createdAt = now;
    }

    HostName host() {
        return new HostName(host);
    }

    TenantId tenant() {
        return new TenantId(tenant);
    }

    DomainKind kind() {
        return DomainKind.valueOf(kind);
    }

    Instant createdAt() {
        return createdAt;
    }
}
