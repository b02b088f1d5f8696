package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.MenuState;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a location's sync history: a load, a refused load, a publication, how a request
 * for a sync ended. Written once. */
@Entity
@Table(schema = "sync", name = "sync_run")
public class SyncRun {

    public enum Kind {
        FULL,
        INCREMENT,
        /** Made in the portal, and taken like a full load. */
        EDIT,
        PUBLISH,
        REQUEST,
        RELEASE,
        DISCARD,
        RECHECK
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private Kind kind;

    private String version;
    private boolean accepted;

    @Column(name = "actor_name")
    private String actor;

    @Column(name = "finished_at")
    private Instant finishedAt;

    private String report;

    /** Of what the till sent; null for what is no load, and for loads from before it was kept. */
    @Column(name = "content_hash")
    private @Nullable String contentHash;

    @SuppressWarnings("NullAway")
    protected SyncRun() {} // JPA

    SyncRun(TenantId tenant, LocationId location, Kind kind, Actor actor, LoadReport report, Instant now) {
        this.tenant = tenant.value();
        this.location = location.value();
        this.kind = kind;
        this.version = report.version();
        this.accepted = report.code() == null;
        this.actor = actor.name();
        this.finishedAt = now;
        this.report = Json.write(report);
    }

    LoadReport report() {
        return Json.read(report, LoadReport.class);
    }

    void sentAs(String hash) {
        this.contentHash = hash;
    }

    /** Nothing was sent for it: it stands for what this one brought. */
    void sentLike(SyncRun taken) {
        this.contentHash = taken.contentHash;
    }

    /** Whether it is known to have been sent with other content. */
    boolean differs(String hash) {
        return contentHash != null && !contentHash.equals(hash);
    }

    boolean accepted() {
        return accepted;
    }

    boolean loadTaken() {
        return accepted && kind != Kind.REQUEST;
    }

    ManageSync.Run view(@Nullable MenuState menuState) {
        return new ManageSync.Run(kind, version, accepted, menuState, actor, finishedAt, report());
    }

    String version() {
        return version;
    }
}
