package de.hypersoft.esolutions.ordering.guests;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A guest of whom nothing is taken over the web any more, known by mailbox and phone.
 *
 * <p>Its life: made by a manager from an order; ended by a manager, or by itself after a year. Only hashes are kept, so
 * who it is can be seen as long as the order tells it, and not after that.
 */
@Entity
@Table(schema = "ordering", name = "blocked_guest")
public class BlockedGuest {

    public static final Duration LASTS = Duration.ofDays(365);

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "whole_brand")
    private boolean wholeBrand;

    @Column(name = "mail_hash")
    private String mailHash;

    @Column(name = "phone_hash")
    private String phoneHash;

    @Column(name = "order_id")
    private UUID order;

    @Column(name = "order_number")
    private String orderNumber;

    private String reason;

    @Column(name = "blocked_by")
    private String by;

    @Column(name = "blocked_at")
    private Instant at;

    @Column(name = "ends_at")
    private Instant endsAt;

    @SuppressWarnings("NullAway")
    protected BlockedGuest() {} // JPA

    public BlockedGuest(Order order, boolean wholeBrand, String reason, String by, Instant now) {
        Guest guest = order.document().guest();
        this.id = Uuid7.at(now);
        this.tenant = order.tenant().value();
        this.location = order.location().value();
        this.wholeBrand = wholeBrand;
        this.mailHash = mailHash(order.tenant(), guest);
        this.phoneHash = phoneHash(order.tenant(), guest);
        this.order = order.id().value();
        this.orderNumber = order.number();
        this.reason = reason;
        this.by = by;
        this.at = now;
        this.endsAt = now.plus(LASTS);
    }

    /** With the brand in it, so that lists of two brands cannot be laid side by side. */
    static String mailHash(TenantId tenant, Guest guest) {
        return Secret.hashOf("blocked mail " + tenant + " " + OrderLimits.mailKey(guest));
    }

    static String phoneHash(TenantId tenant, Guest guest) {
        return Secret.hashOf("blocked phone " + tenant + " " + OrderLimits.phoneKey(guest));
    }

    void forget(Redaction words) {
        this.reason = words.of(reason);
    }

    TenantId tenant() {
        return new TenantId(tenant);
    }

    LocationId location() {
        return new LocationId(location);
    }

    boolean isWholeBrand() {
        return wholeBrand;
    }

    String orderNumber() {
        return orderNumber;
    }

    GuestBlocks.Block view() {
        return new GuestBlocks.Block(
                id, location(), wholeBrand, new OrderId(order), orderNumber, reason, by, at, endsAt);
    }
}
