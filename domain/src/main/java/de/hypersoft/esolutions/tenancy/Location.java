package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One site of a tenant: own kitchen, own tills, own hours, prices and time zone.
 *
 * <p>Its life: created by hosting staff, filled by its till's first full catalogue, open by its hours. When the till is
 * away a manager switches emergency mode on: claims are answered empty and orders are worked from the portal; switching
 * it off lets the waiting orders go to the till. Its day ends at its own cut-off in its own zone.
 */
@Entity
@Table(schema = "tenancy", name = "location")
public class Location {

    /** What was read from texts of which there are few, and which every order asks for. */
    private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

    private static final Map<String, Set<OrderType>> TYPES = new ConcurrentHashMap<>();

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    private String slug;
    private String name;
    private String street;
    private String postcode;
    private String city;
    private String country;
    private String phone;

    @Column(name = "legal_name")
    private String legalName;

    private String imprint;

    @Column(name = "time_zone")
    private String zone;

    private LocalTime cutoff;

    @Column(name = "order_types")
    private String orderTypes;

    @Column(name = "lead_minutes")
    private int leadMinutes;

    @Column(name = "mail_to")
    private String mailTo;

    @Column(name = "second_contact")
    private @Nullable String secondContact;

    @Column(name = "unclaimed_after_seconds")
    private int unclaimedAfterSeconds;

    @Column(name = "second_contact_after_seconds")
    private int secondContactAfterSeconds;

    @Column(name = "held_percent")
    private int heldPercent;

    @Column(name = "held_at_least")
    private int heldAtLeast;

    @Column(name = "ask_before_handover_seconds")
    private int askBeforeHandoverSeconds;

    @Column(name = "booked_within_seconds")
    private int bookedWithinSeconds;

    @Column(name = "digest_every_seconds")
    private int digestEverySeconds;

    @Column(name = "emergency_since")
    private @Nullable Instant emergencySince;

    @Column(name = "emergency_by")
    private @Nullable String emergencyBy;

    @Column(name = "paused_since")
    private @Nullable Instant pausedSince;

    @Column(name = "paused_until")
    private @Nullable Instant pausedUntil;

    @Column(name = "paused_by")
    private @Nullable String pausedBy;

    /** Counts changes of hours and zones, which are rows of their own; written by {@link Locations} alone. */
    @Column(insertable = false, updatable = false)
    private long revision;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Location() {} // JPA

    public Location(TenantId tenant, String slug, LocationDetails details, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.slug = slug;
        change(details);
    }

    @SuppressWarnings("NullAway.Init")
    public final void change(LocationDetails details) {
        this.name = details.legible().name();
        this.street = details.street();
        this.postcode = details.postcode();
        this.city = details.city();
        this.country = details.country();
        this.phone = details.phone();
        this.legalName = details.legalName();
        this.imprint = details.imprint();
        this.zone = details.zone().getId();
        this.cutoff = details.cutoff();
        this.orderTypes = String.join(
                ",", details.orderTypes().stream().map(Enum::name).sorted().toList());
        this.leadMinutes = details.leadMinutes();
        this.mailTo = MailAddress.parse(details.mailTo(), "mailTo").written();
        String second = details.secondContact();
        this.secondContact = second == null
                ? null
                : MailAddress.parse(second, "secondContact").written();
        this.unclaimedAfterSeconds = (int) details.unclaimedAfter().toSeconds();
        this.secondContactAfterSeconds = (int) details.secondContactAfter().toSeconds();
        LocationLimits limits = details.limits();
        this.heldPercent = limits.heldPercent();
        this.heldAtLeast = limits.heldAtLeast();
        this.askBeforeHandoverSeconds = (int) limits.askBeforeHandover().toSeconds();
        this.bookedWithinSeconds = (int) limits.bookedWithin().toSeconds();
        this.digestEverySeconds = (int) limits.digestEvery().toSeconds();
    }

    /** Turns emergency mode on; repeating it changes nothing, the first switch keeps its name and time. */
    public void enterEmergency(String by, Instant now) {
        if (emergencySince != null) return;
        this.emergencySince = now;
        this.emergencyBy = by;
    }

    public void leaveEmergency() {
        this.emergencySince = null;
        this.emergencyBy = null;
    }

    public void pause(Pause pause) {
        this.pausedSince = pause.since();
        this.pausedUntil = pause.until();
        this.pausedBy = pause.by();
    }

    public void resume() {
        this.pausedSince = null;
        this.pausedUntil = null;
        this.pausedBy = null;
    }

    public LocationId id() {
        return new LocationId(id);
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public String slug() {
        return slug;
    }

    public boolean inEmergency() {
        return emergencySince != null;
    }

    public @Nullable Instant emergencySince() {
        return emergencySince;
    }

    public @Nullable String emergencyBy() {
        return emergencyBy;
    }

    /** The pause that was begun last, whether it is on or over. */
    public @Nullable Pause pause() {
        if (pausedSince == null || pausedBy == null) return null;
        return new Pause(pausedSince, pausedUntil, pausedBy);
    }

    public Optional<Pause> pauseAt(Instant now) {
        return Optional.ofNullable(pause()).filter(pause -> pause.isOn(now));
    }

    public String name() {
        return name;
    }

    public String country() {
        return country;
    }

    public ZoneId zone() {
        return ZONES.computeIfAbsent(zone, ZoneId::of);
    }

    public LocalTime cutoff() {
        return cutoff;
    }

    public Set<OrderType> orderTypes() {
        return TYPES.computeIfAbsent(orderTypes, Location::read);
    }

    private static Set<OrderType> read(String names) {
        EnumSet<OrderType> types = EnumSet.noneOf(OrderType.class);
        Arrays.stream(names.split(","))
                .filter(s -> !s.isBlank())
                .map(OrderType::valueOf)
                .forEach(types::add);
        return Collections.unmodifiableSet(types);
    }

    /** From order to pickup, in minutes. */
    public int leadMinutes() {
        return leadMinutes;
    }

    public LocationDetails details() {
        return new LocationDetails(
                name,
                street,
                postcode,
                city,
                country,
                phone,
                legalName,
                imprint,
                zone(),
                cutoff,
                orderTypes(),
                leadMinutes,
                mailTo,
                secondContact,
                Duration.ofSeconds(unclaimedAfterSeconds),
                Duration.ofSeconds(secondContactAfterSeconds),
                limits());
    }

    public LocationView view() {
        return new LocationView(id(), tenant(), slug, details(), emergencySince, emergencyBy, pause());
    }

    public LocationLimits limits() {
        return new LocationLimits(
                heldPercent,
                heldAtLeast,
                Duration.ofSeconds(askBeforeHandoverSeconds),
                Duration.ofSeconds(bookedWithinSeconds),
                Duration.ofSeconds(digestEverySeconds));
    }
}
