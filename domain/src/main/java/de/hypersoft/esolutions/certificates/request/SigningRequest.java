package de.hypersoft.esolutions.certificates.request;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A certificate that was asked for with a key of ours: the key was made here, lies sealed under {@link #secret()} and
 * never leaves. It ends when the issued certificate is uploaded, when somebody discards it, with its host, or after
 * {@link #TERM}.
 */
@Entity
@Table(schema = "certificates", name = "signing_request")
class SigningRequest {

    static final Duration TERM = Duration.ofDays(90);

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    private String host;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_type")
    private RequestedKey key;

    @Column(name = "request_pem")
    private String pem;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "ends_at")
    private Instant endsAt;

    @SuppressWarnings("NullAway")
    protected SigningRequest() {} // JPA

    SigningRequest(TenantId tenant, HostName host, RequestedKey key, String pem, String by, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.host = host.value();
        this.key = key;
        this.pem = pem;
        this.createdAt = now;
        this.createdBy = by;
        this.endsAt = now.plus(TERM);
    }

    /** Bound to the tenant: a row that were moved to another one would find no key. */
    String secret() {
        return "signing-request|" + tenant + "|" + id;
    }

    PublicKey publicKey() {
        return Pkcs10.publicKey(pem);
    }

    HostName host() {
        return new HostName(host);
    }

    TenantId tenant() {
        return new TenantId(tenant);
    }

    SigningRequestView view() {
        return new SigningRequestView(id, key, Pkcs10.names(pem), pem, createdAt, createdBy, endsAt);
    }
}
