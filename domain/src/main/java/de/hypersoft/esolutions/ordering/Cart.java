package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Json;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * What an anonymous guest means to order at one location, found by the secret of the guest's cookie.
 *
 * <p>Its life: made by the first article put in; changed by the guest only; emptied by its order, of which it keeps the
 * lines until the next, so that a second click is the same order; removed when nobody touched it for thirty days.
 */
@Entity
@Table(schema = "ordering", name = "cart")
class Cart {

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "order_type")
    private String orderType;

    private String contents;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Cart() {} // JPA

    Cart(CartKey key, OrderType type, Instant now) {
        this.id = Uuid7.at(now);
        this.tokenHash = key.tokenHash();
        this.tenant = key.tenant().value();
        this.location = key.location().value();
        this.orderType = type.name();
        this.contents = Json.write(CartContents.EMPTY);
        this.updatedAt = now;
    }

    void hold(CartContents next, Instant now) {
        this.contents = Json.write(next);
        this.updatedAt = now;
    }

    void fulfilBy(OrderType type, Instant now) {
        this.orderType = type.name();
        this.updatedAt = now;
    }

    CartContents contents() {
        return Json.read(contents, CartContents.class);
    }

    OrderType orderType() {
        return OrderType.valueOf(orderType);
    }
}
