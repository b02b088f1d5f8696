package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person asked for a sync now (seed 000).
 *
 * <p>Its life: the till is asked, answers, sends its data, they are checked and published, or refused. A till that does
 * not answer in time, or answers and sends nothing, ends it too; then what waited is published. It ends once.
 */
@Entity
@Table(schema = "sync", name = "sync_request")
public class SyncRequest {

    /** A till that polls every 30 to 60 s has been asked twice by then. */
    static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    /** From the answer on; a till in the middle of its own work may take so long (domain 1.3, 5). */
    static final Duration DATA_WITHIN = Duration.ofMinutes(15);

    private static final int LONGEST_DETAIL = 500;

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "open_location")
    private @Nullable UUID openLocation;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private SyncStage stage;

    @Column(name = "asked_by_id")
    private String askedById;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "till_name")
    private @Nullable String till;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "received_bytes")
    private long received;

    @Column(name = "total_bytes")
    private long total;

    private String version;
    private int articles;
    private int refused;
    private @Nullable String code;
    private @Nullable String detail;

    /** By name, as JSON; null when it was not refused. */
    private @Nullable String facts;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    @SuppressWarnings("NullAway")
    protected SyncRequest() {} // JPA

    SyncRequest(TenantId tenant, LocationId location, Actor by, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.location = location.value();
        this.openLocation = location.value();
        this.stage = SyncStage.ASKED;
        this.askedById = by.id();
        this.askedBy = by.name();
        this.requestedAt = now;
        this.dueAt = now.plus(ANSWER_WITHIN);
        this.version = "";
    }

    /** The till that got the question. */
    void asks(String name) {
        this.till = name;
    }

    void answered(Instant now) {
        if (stage != SyncStage.ASKED) return;
        this.stage = SyncStage.ANSWERED;
        heard(now);
    }

    /** @param of how many bytes are to come; 0 when the till did not say */
    void receiving(long bytes, long of, Instant now) {
        if (stage.ended()) return;
        this.stage = SyncStage.LOADING;
        this.received = bytes;
        this.total = of;
        heard(now);
    }

    void checking(long bytes, Instant now) {
        if (stage.ended()) return;
        this.stage = SyncStage.CHECKING;
        this.received = bytes;
        this.total = bytes;
        heard(now);
    }

    private void heard(Instant now) {
        if (answeredAt == null) this.answeredAt = now;
        this.dueAt = now.plus(DATA_WITHIN);
    }

    /** @param shown the version that guests see through this request, empty when it changed nothing for them */
    void published(SyncStage outcome, String shown, int count, int leftOut, Instant now) {
        this.version = shown;
        this.articles = count;
        this.refused = leftOut;
        end(outcome, now);
    }

    /** @param about of what the refusal speaks, as {@link RefusedFacts} bounds it */
    void refused(String sent, int leftOut, String why, @Nullable String words, Map<String, String> about, Instant now) {
        this.version = sent;
        this.refused = leftOut;
        this.code = why;
        this.detail = words == null || words.length() <= LONGEST_DETAIL ? words : words.substring(0, LONGEST_DETAIL);
        this.facts = Json.write(about);
        end(SyncStage.REFUSED, now);
    }

    private void end(SyncStage outcome, Instant now) {
        this.stage = outcome;
        this.endedAt = now;
        this.dueAt = null;
        this.openLocation = null;
    }

    /** How a request ends whose time is over. */
    SyncStage overdue() {
        return stage == SyncStage.ASKED ? SyncStage.SILENT : SyncStage.NO_DATA;
    }

    boolean due(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    UUID id() {
        return id;
    }

    TenantId tenant() {
        return new TenantId(tenant);
    }

    LocationId location() {
        return new LocationId(location);
    }

    Actor by() {
        return Actor.user(askedById, askedBy);
    }

    public SyncProgress view() {
        return new SyncProgress(
                stage,
                askedBy,
                till == null ? "" : till,
                requestedAt,
                answeredAt,
                endedAt,
                received,
                total,
                version,
                articles,
                refused,
                code,
                detail,
                facts == null ? Map.of() : RefusedFacts.read(facts));
    }
}
