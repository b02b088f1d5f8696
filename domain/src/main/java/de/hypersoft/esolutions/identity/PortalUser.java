package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.InvisibleCharacters;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person who works in the portal.
 *
 * <p>Its life: the first one, of the hosting staff, is made through a one-time link; every other is created by staff or
 * by a manager of the whole tenant, and chooses a password of its own by a link. Role and locations can change, and the
 * password by its owner, or by a new link from whoever manages users. It is never deleted, since the audit log names it, but deactivated, which ends its sessions at once and, 90 days later, its mail address.
 */
@Entity
@Table(schema = "identity", name = "portal_user")
public class PortalUser {

    @Id
    private UUID id;

    private String login;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "tenant_id")
    private @Nullable UUID tenant;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "identity", name = "portal_user_location", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "location_id")
    private Set<UUID> locations = new HashSet<>();

    /** Of a manager: all locations of the tenant, also those to come; else the ones named, which may be none. */
    @Column(name = "whole_tenant")
    private boolean wholeTenant;

    @Column(name = "password_hash")
    private String passwordHash;

    /** Where its owner is written to about the account; null when nobody said. */
    private @Nullable String mail;

    private boolean active;

    /** Null while it is active. */
    @Column(name = "deactivated_at")
    private @Nullable Instant deactivatedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_sign_in_at")
    private @Nullable Instant lastSignInAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected PortalUser() {} // JPA

    @SuppressWarnings("NullAway.Init")
    PortalUser(String login, UserRights rights, String passwordHash, Instant now) {
        this.id = Uuid7.at(now);
        this.login = normal(login);
        this.passwordHash = passwordHash;
        this.active = true;
        this.createdAt = now;
        change(rights);
    }

    /**
     * Logins differ by more than case and outer blanks.
     *
     * @throws Invalid on {@code login}
     */
    public static String normal(String login) {
        String result = login.strip().toLowerCase(Locale.ROOT);
        if (result.length() < 3) throw new Invalid("required", "a login has at least 3 characters", "login");
        if (result.length() > 120) throw new Invalid("too-long", "a login has at most 120 characters", "login");
        return InvisibleCharacters.refuse(result, "login");
    }

    void change(UserRights rights) {
        this.name = rights.name();
        this.role = rights.role();
        this.tenant = rights.reach() instanceof Scope scope ? scope.tenant().value() : null;
        this.wholeTenant = rights.reach() instanceof Scope.Brand;
        this.locations = rights.reach() instanceof Scope.Places places
                ? places.locations().stream().map(LocationId::value).collect(Collectors.toCollection(HashSet::new))
                : new HashSet<>();
    }

    public void signedIn(Instant now) {
        if (!active) throw new Conflict("user-inactive", "the user " + login + " is deactivated");
        this.lastSignInAt = now;
    }

    public void choosePassword(String newHash) {
        this.passwordHash = newHash;
    }

    void writeTo(@Nullable String address) {
        this.mail = address;
    }

    void deactivate(Instant now) {
        this.active = false;
        this.deactivatedAt = now;
    }

    void activate() {
        this.active = true;
        this.deactivatedAt = null;
    }

    public UUID id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String passwordHash() {
        return passwordHash;
    }

    @Nullable
    public String mail() {
        return mail;
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    /** For the audit log; null for hosting staff. */
    @Nullable
    public UUID tenantValue() {
        return tenant;
    }

    public Reach reach() {
        if (role == Role.STAFF) return new Reach.Installation();
        if (tenant == null) throw new IllegalStateException("the manager " + login + " belongs to no tenant");
        TenantId own = new TenantId(tenant);
        return wholeTenant ? Scope.all(own) : Scope.only(own, places());
    }

    public Caller caller() {
        return new Caller(id, login, name, reach());
    }

    UserView view() {
        return new UserView(id, login, name, mail == null ? "" : mail, reach(), active, createdAt, lastSignInAt);
    }

    private Set<LocationId> places() {
        return locations.stream().map(LocationId::new).collect(Collectors.toUnmodifiableSet());
    }
}
