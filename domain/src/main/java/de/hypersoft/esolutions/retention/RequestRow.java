package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.ordering.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one guest asked for. Its life: asked from the order's page; answered by a person, or by the guest being forgotten. */
@Entity
@Table(schema = "retention", name = "request")
class RequestRow {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "order_id")
    private UUID order;

    @Column(name = "order_number")
    private String number;

    @Enumerated(EnumType.STRING)
    private GuestRequestKind wish;

    /** The order while the request is not answered, so that there is one of each kind at most. */
    @Column(name = "open_order")
    private @Nullable UUID openOrder;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    @SuppressWarnings("NullAway")
    protected RequestRow() {} // JPA

    RequestRow(Order order, GuestRequestKind wish, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = order.tenant().value();
        this.location = order.location().value();
        this.order = order.id().value();
        this.number = order.number();
        this.wish = wish;
        this.openOrder = order.id().value();
        this.askedAt = now;
    }

    /** @return false when it was answered before */
    boolean answer(String by, Instant now) {
        if (openOrder == null) return false;
        this.openOrder = null;
        this.answeredAt = now;
        this.answeredBy = by;
        return true;
    }

    GuestRequests.Request view() {
        return new GuestRequests.Request(id, location, order, number, wish, askedAt);
    }

    GuestRequestKind wish() {
        return wish;
    }

    String number() {
        return number;
    }

    UUID tenant() {
        return tenant;
    }

    UUID location() {
        return location;
    }
}
