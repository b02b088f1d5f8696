package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One certificate with its sealed key, for one host of one tenant.
 *
 * <p>Its life: staged after its file was checked; activated by a person, which starts its proof; active as soon as a
 * real handshake against ourselves showed it, and only then the one before retires; failed when the handshake did not
 * show it, while the one before goes on. A retired one can be activated again, which is rolling back. Released with its
 * host. Keys of retired certificates are destroyed when they have ended, keys of released ones at once.
 */
@Entity
@Table(schema = "certificates", name = "certificate")
public class Certificate {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    private String host;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String sha256;
    private String serial;
    private String issuer;
    private String names;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "not_after")
    private Instant notAfter;

    @Column(name = "key_type")
    private String keyType;

    @Column(name = "key_bits")
    private int keyBits;

    @Column(name = "chain_pem")
    private String chainPem;

    @Column(name = "key_envelope")
    private @Nullable String keyEnvelope;

    @Column(name = "kek_id")
    private @Nullable String kekId;

    @Enumerated(EnumType.STRING)
    private CertificateState state;

    @Column(name = "state_since")
    private Instant stateSince;

    private String reason;
    private String report;

    @Column(name = "proven_at")
    private @Nullable Instant provenAt;

    @Column(name = "warned_step")
    private int warnedStep;

    @Column(name = "warn_at")
    private @Nullable Instant warnAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Certificate() {} // JPA

    /** @param report what was found when it was checked, as JSON */
    Certificate(
            TenantId tenant,
            HostName host,
            Source source,
            CertificateFacts facts,
            String report,
            String by,
            Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.host = host.value();
        this.source = source;
        this.sha256 = facts.sha256();
        this.serial = facts.serial();
        this.issuer = facts.issuer();
        this.names = String.join(" ", facts.names());
        this.notBefore = facts.notBefore();
        this.notAfter = facts.notAfter();
        this.keyType = facts.keyType();
        this.keyBits = facts.keyBits();
        this.chainPem = facts.chainPem();
        this.state = CertificateState.STAGED;
        this.stateSince = now;
        this.reason = "";
        this.report = report;
        this.warnedStep = -1;
        this.createdAt = now;
        this.createdBy = by;
    }

    /** The key goes in only sealed. */
    void seal(KeyVault vault, byte[] pkcs8) {
        this.keyEnvelope = vault.seal(pkcs8, owner());
        this.kekId = KeyVault.kekOf(keyEnvelope);
    }

    /** The same key under the newest key-encryption key. */
    public void rewrap(KeyVault vault) {
        if (keyEnvelope == null) return;
        this.keyEnvelope = vault.rewrap(keyEnvelope, owner());
        this.kekId = KeyVault.kekOf(keyEnvelope);
    }

    public PrivateKey key(KeyVault vault) throws GeneralSecurityException {
        if (keyEnvelope == null) throw new IllegalStateException("the key of certificate " + id + " is destroyed");
        byte[] pkcs8 = vault.open(keyEnvelope, owner());
        try {
            return KeyFactory.getInstance(keyType).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /** By a person or as a roll-back: from now on it has to prove itself. */
    void activate(Instant now) {
        boolean possible = keyEnvelope != null
                && (state == CertificateState.STAGED
                        || state == CertificateState.RETIRED
                        || state == CertificateState.FAILED);
        if (!possible) throw new Conflict("certificate-not-activatable", "certificate " + id + " is " + state);
        if (!notAfter.isAfter(now)) throw new Conflict("certificate-ended", "certificate " + id + " has ended");
        move(CertificateState.PROVING, "", now);
    }

    void proven(Instant now) {
        this.provenAt = now;
        move(CertificateState.ACTIVE, "", now);
        this.warnAt = steps().at(warnedStep + 1);
    }

    ExpirySteps steps() {
        return source == Source.ACME
                ? ExpirySteps.ofAutomatic(notBefore, notAfter)
                : ExpirySteps.of(notBefore, notAfter);
    }

    /** Those who have to know were told; steps that were passed meanwhile are not told one by one. */
    void warned(int step) {
        this.warnedStep = Math.max(warnedStep, step);
        this.warnAt = steps().at(warnedStep + 1);
    }

    void failed(String why, Instant now) {
        move(CertificateState.FAILED, why, now);
    }

    /** Another one was proven. */
    void retire(Instant now) {
        move(CertificateState.RETIRED, "", now);
    }

    /** Another one is to be proven instead. */
    void standBack(Instant now) {
        move(provenAt == null ? CertificateState.STAGED : CertificateState.RETIRED, "", now);
    }

    void release(Instant now) {
        move(CertificateState.RELEASED, "", now);
        destroyKey();
    }

    public void destroyKey() {
        this.keyEnvelope = null;
        this.kekId = null;
    }

    private void move(CertificateState to, String why, Instant now) {
        this.state = to;
        this.reason = why;
        this.stateSince = now;
        this.warnAt = null;
    }

    /** What the key's envelope is bound to: copied to another tenant's or host's row it does not open. */
    private String owner() {
        return tenant + "|" + host;
    }

    public UUID id() {
        return id;
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public HostName host() {
        return new HostName(host);
    }

    Source source() {
        return source;
    }

    public CertificateState state() {
        return state;
    }

    public String sha256() {
        return sha256;
    }

    public String serial() {
        return serial;
    }

    public Instant notAfter() {
        return notAfter;
    }

    String report() {
        return report;
    }

    public String chainPem() {
        return chainPem;
    }

    CertificateView view() {
        return new CertificateView(
                id,
                tenant(),
                host(),
                source,
                sha256,
                serial,
                issuer,
                List.of(names.split(" ")),
                notBefore,
                notAfter,
                keyType,
                keyBits,
                state,
                stateSince,
                reason,
                provenAt,
                createdAt,
                createdBy,
                keyEnvelope != null);
    }
}
