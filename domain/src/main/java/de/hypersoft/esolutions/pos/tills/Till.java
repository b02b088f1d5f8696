package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.InvisibleCharacters;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A till at a location, or the head office's connector.
 *
 * <p>Its life: a manager makes it and reads a PIN from the portal; the device pairs with the PIN and gets the only
 * token. It claims orders (only the control till does), confirms and books them. A broken device is replaced: same
 * till, new token, the old one dies at once. At the end it is revoked; its unconfirmed orders go back to waiting.
 */
@Entity
@DynamicUpdate
@Table(schema = "pos", name = "till")
public class Till {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    private int number;
    private String name;

    @Column(name = "receives_orders")
    private boolean receivesOrders;

    @Column(name = "head_office")
    private boolean headOffice;

    @Column(name = "token_hash")
    private @Nullable String tokenHash;

    @Column(name = "paired_at")
    private @Nullable Instant pairedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "journal_id")
    private @Nullable String journalId;

    @Column(name = "journal_seq")
    private long journalSeq;

    @Column(name = "journal_call")
    private @Nullable String journalCall;

    @Column(name = "last_seen_at")
    private @Nullable Instant lastSeenAt;

    @Column(name = "software")
    private @Nullable String software;

    @Column(name = "refused_since")
    private @Nullable Instant refusedSince;

    @Column(name = "refused_at")
    private @Nullable Instant refusedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "refused_kind")
    private JournalRolledBack.@Nullable Kind refusedKind;

    private int refusals;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Till() {} // JPA

    public Till(TenantId tenant, LocationId location, int number, String name, Kind kind, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.location = location.value();
        this.number = number;
        this.name = name;
        this.receivesOrders = kind == Kind.CONTROL_TILL;
        this.headOffice = kind == Kind.HEAD_OFFICE;
    }

    /**
     * What people may call it, without blanks around.
     *
     * @throws Invalid {@code required}, {@code unseen-character} on {@code name}
     */
    public static String called(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 80)
            throw new Invalid("required", "a till has a name of up to 80 characters", "name");
        return InvisibleCharacters.refuse(called, "name");
    }

    /** CONTROL_TILL fetches orders; TILL only sends master data and availability; HEAD_OFFICE sends images only. */
    public enum Kind {
        CONTROL_TILL,
        TILL,
        HEAD_OFFICE
    }

    /** A device proved that it knows the PIN; whatever device was this till before is it no more. */
    public void pair(String newTokenHash, String newJournalId, String newSoftware, Instant now) {
        this.tokenHash = newTokenHash;
        this.journalId = newJournalId;
        this.journalSeq = 0;
        this.journalCall = null;
        this.software = newSoftware;
        trust();
        this.pairedAt = now;
        this.revokedAt = null;
    }

    void revoke(Instant now) {
        this.tokenHash = null;
        this.revokedAt = now;
        trust();
    }

    /** A person decided that the journal which speaks now is the right one. */
    void acceptJournal() {
        this.journalId = null;
        this.journalSeq = 0;
        this.journalCall = null;
        trust();
    }

    /** A person has looked. */
    private void trust() {
        this.refusedSince = null;
        this.refusedAt = null;
        this.refusedKind = null;
    }

    /**
     * The first journal to speak is this till's until a person decides otherwise.
     *
     * @return whether it was the first word of this journal
     * @throws JournalRolledBack for another living journal (handover)
     */
    public boolean journal(String givenId) {
        boolean first = journalId == null;
        if (first) {
            this.journalId = givenId;
        } else if (!givenId.equals(journalId)) {
            throw JournalRolledBack.anotherJournal(id(), number);
        }
        return first;
    }

    public AuthenticateTill.Device device() {
        return new AuthenticateTill.Device(
                id(),
                tenant(),
                location(),
                number,
                name,
                receivesOrders,
                headOffice,
                journalId,
                journalSeq,
                journalCall,
                version);
    }

    public TillId id() {
        return new TillId(id);
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public LocationId location() {
        return new LocationId(location);
    }

    /** What this till may touch: its own location. */
    public Scope scope() {
        return Scope.only(tenant(), Set.of(location()));
    }

    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public boolean receivesOrders() {
        return receivesOrders;
    }

    public boolean headOffice() {
        return headOffice;
    }

    public boolean paired() {
        return tokenHash != null;
    }

    public @Nullable Instant pairedAt() {
        return pairedAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    public @Nullable Instant lastSeenAt() {
        return lastSeenAt;
    }

    public @Nullable String software() {
        return software;
    }

    /** Whether its journal is not believed; null when it is. */
    @Nullable
    Distrust distrust() {
        return refusedSince == null || refusedAt == null || refusedKind == null
                ? null
                : new Distrust(refusedSince, refusedAt, refusedKind);
    }

    /** How many times its journal was not believed, repetitions not counted. */
    int refusals() {
        return refusals;
    }

    /**
     * Its calls are refused.
     *
     * @param last when one was refused last, give or take a minute
     */
    public record Distrust(Instant since, Instant last, JournalRolledBack.Kind kind) {}

    public Actor actor() {
        return Actor.till(id.toString(), name);
    }
}
