package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.hostnames.dns.DnsCheck;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One host name under which one tenant's shop answers; a host belongs to one tenant at a time.
 *
 * <p>Its life: registered by hosting staff; pointed here by the customer (see {@link DnsCheck}); given a certificate,
 * which is staged, activated and proven, and replaced while the old one keeps serving; released. A released vendor URL
 * stays as a tombstone and is never given to another tenant, a released own domain may be registered again by whoever
 * owns it then.
 */
@Entity
@Table(schema = "hostnames", name = "shop_domain")
public class ShopDomain {

    @Id
    private String host;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private @Nullable UUID location;

    @Enumerated(EnumType.STRING)
    private DomainKind kind;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "registered_by")
    private String registeredBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "certificate_state")
    private HostCertificate certificate;

    @Column(name = "certificate_since")
    private @Nullable Instant certificateSince;

    @Column(name = "certificate_reason")
    private String certificateReason;

    @Column(name = "certificate_until")
    private @Nullable Instant certificateUntil;

    @Column(name = "hsts_since")
    private @Nullable Instant hstsSince;

    private String contact;

    @Column(name = "sends_to")
    private @Nullable String sendsTo;

    @Column(name = "proof_token")
    private @Nullable String proofToken;

    private boolean contested;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ShopDomain() {} // JPA

    ShopDomain(HostName host, TenantId tenant, DomainKind kind, String by, Instant now) {
        this.host = host.value();
        this.tenant = tenant.value();
        this.kind = kind;
        this.createdAt = now;
        this.registeredBy = by;
        this.certificate = HostCertificate.NONE;
        this.certificateReason = "";
        this.contact = "";
    }

    /**
     * Nothing is served under the name until the proof is found.
     *
     * @param another tenant had it shortly before
     */
    void askForProof(String token, boolean another) {
        this.proofToken = token;
        this.contested = another;
    }

    public void prove() {
        this.proofToken = null;
    }

    /** Null once it is proven. */
    @Nullable
    public DomainProof proof() {
        return proofToken == null ? null : DomainProof.of(host(), proofToken, contested);
    }

    /** The same tenant takes its released vendor URL back. */
    void reopen(String by, Instant now) {
        this.releasedAt = null;
        this.createdAt = now;
        this.registeredBy = by;
    }

    /** Nothing answers under the name any more; what was known of its certificate goes with it. */
    void release(Instant now) {
        this.releasedAt = now;
        this.hstsSince = null;
        this.sendsTo = null;
        certificate(HostCertificate.NONE, "", null, now);
    }

    /** @param until when the active certificate ends; null while there is none */
    void certificate(HostCertificate state, String reason, @Nullable Instant until, Instant now) {
        if (state != certificate || certificateSince == null) this.certificateSince = now;
        this.certificate = state;
        this.certificateReason = reason;
        this.certificateUntil = until;
    }

    /** Limits the host to one location of its tenant; null shows them all. */
    void show(@Nullable LocationId only) {
        this.location = only == null ? null : only.value();
    }

    /** @param canonical the host that guests are sent on to; null to answer them here */
    public void sendTo(@Nullable HostName canonical) {
        this.sendsTo = canonical == null ? null : canonical.value();
    }

    void hsts(boolean on, Instant now) {
        if (!on) this.hstsSince = null;
        else if (hstsSince == null) this.hstsSince = now;
    }

    /** @param mail who is written to at the customer's; empty for the location's own address */
    public void contact(String mail) {
        this.contact = mail;
    }

    public HostName host() {
        return new HostName(host);
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    DomainKind kind() {
        return kind;
    }

    public String contact() {
        return contact;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    public HostName sendsTo() {
        return sendsTo == null ? null : new HostName(sendsTo);
    }

    public boolean released() {
        return releasedAt != null;
    }

    public boolean own() {
        return kind() == DomainKind.OWN;
    }

    @Nullable
    public LocationId location() {
        return location == null ? null : new LocationId(location);
    }

    /** A certificate is served that has not ended; a missing one is no reason to leave a vendor URL out. */
    public boolean secureAt(Instant now) {
        return certificateUntil != null && certificateUntil.isAfter(now);
    }

    /** @param canonical where guests are sent on to; null to answer them here */
    HostRules rules(@Nullable HostName canonical) {
        return new HostRules(host(), kind(), certificateUntil, hstsSince, canonical);
    }

    DomainView view(@Nullable DnsCheck dns) {
        return new DomainView(
                host(),
                tenant(),
                location(),
                kind(),
                createdAt,
                registeredBy,
                certificate,
                certificateSince,
                certificateReason,
                certificateUntil,
                hstsSince,
                contact,
                sendsTo(),
                proof(),
                releasedAt,
                dns == null ? null : dns.view());
    }
}
