package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.guests.GuestSearch;
import de.hypersoft.esolutions.ordering.guests.GuestlessDocument;
import de.hypersoft.esolutions.ordering.search.SearchKeys;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
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
 * What one guest ordered at one location.
 *
 * <p>Its life: placed by a guest, priced once, and from then on its content never changes (an edit is withdraw plus a
 * new order). In the transaction that places it, it becomes transferable to the till. The till, or a manager in
 * emergency mode, then moves its status forward: accepted, preparing, ready, completed; or it ends rejected or
 * cancelled. Where it stands between us and the till is another axis and lives in {@code pos}. When the brand's term is
 * over, or the guest asks for it, who ordered is taken out; what was ordered stays as it is.
 */
@Entity
@Table(schema = "ordering", name = "customer_order")
public class Order {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "order_number")
    private String number;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_type")
    private OrderType type;

    @Column(name = "fulfil_at")
    private @Nullable Instant fulfilAt;

    /** As in the document; null in orders from before it was written down. */
    @Column(name = "promised_at")
    private @Nullable Instant promisedAt;

    @Column(name = "guest_name")
    private String guestName;

    @Column(name = "guest_phone")
    private String guestPhone;

    @Column(name = "search_words")
    private String searchWords;

    @Column(name = "search_first")
    private byte[] searchFirst;

    @Column(name = "search_last")
    private byte[] searchLast;

    @Column(name = "search_phone")
    private String searchPhone;

    @Column(name = "search_mail")
    private String searchMail;

    private String currency;

    @Column(name = "total_minor")
    private long total;

    /** As in the document: PAID means that the guest paid online, and must not be asked again (T30). */
    @Enumerated(EnumType.STRING)
    @Column(name = "payment_state")
    private OrderDocument.PaymentState paymentState;

    @Enumerated(EnumType.STRING)
    @Column(name = "payment_method")
    private PaymentMethod paymentMethod;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "status_at")
    private Instant statusAt;

    @Column(name = "status_reason")
    private @Nullable String statusReason;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "request_hash")
    private String requestHash;

    /** In clear: who can read this column can read the order itself. */
    @Column(name = "tracking_token")
    private String trackingToken;

    private String document;

    /** From when the term runs after which the guest is forgotten; null once that was done. */
    @Column(name = "guest_since")
    private @Nullable Instant guestSince;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Order() {} // JPA

    Order(TenantId tenant, LocationId location, OrderDocument document, OrderRequest request) {
        this.id = UUID.fromString(document.orderId());
        this.tenant = tenant.value();
        this.location = location.value();
        this.number = document.orderNumber();
        this.placedAt = document.placedAt();
        this.type = document.orderType();
        this.fulfilAt = document.fulfilAt();
        this.promisedAt = document.promisedAt();
        this.guestName = document.guest().name();
        this.guestPhone = document.guest().phone();
        findBy(SearchKeys.of(guestName, guestPhone));
        this.searchMail = GuestSearch.mailKey(document.guest().email());
        this.currency = document.total().currency().getCurrencyCode();
        this.total = document.total().minor();
        this.paymentState = document.payment().state();
        this.paymentMethod = document.payment().method();
        this.status = OrderStatus.PLACED;
        this.statusAt = document.placedAt();
        this.idempotencyKey = request.idempotencyKey();
        this.requestHash = hashOf(request);
        this.trackingToken = Secret.fresh().value();
        this.document = Json.write(document);
        this.guestSince = promisedAt();
    }

    /**
     * Takes out who ordered: name, phone, mail address, addresses, notes, and every key that leads to them. What tax law
     * needs stays: lines, amounts, taxes, times, number (T65). The link to the order's page ends with it.
     *
     * @param words the guest's own, for texts that others wrote
     * @return false when it was done before
     */
    public boolean forgetGuest(Redaction words) {
        if (guestSince == null) return false;
        this.guestSince = null;
        this.document = GuestlessDocument.of(document);
        this.guestName = "";
        this.guestPhone = "";
        findBy(SearchKeys.NONE);
        this.searchMail = "";
        this.statusReason = words.ofAny(statusReason);
        this.idempotencyKey = "forgotten-" + id;
        this.requestHash = "";
        this.trackingToken = Secret.fresh().value();
        return true;
    }

    /** Whether anything tells who ordered. */
    public boolean knowsGuest() {
        return guestSince != null;
    }

    /**
     * Takes a reported status; an older one than we know changes nothing.
     *
     * @return whether the status moved
     */
    public boolean advance(OrderStatus reported, @Nullable String reason, Instant now) {
        OrderStatus after = status.or(reported);
        if (after == status) return false;
        this.status = after;
        this.statusAt = now;
        this.statusReason = reason;
        return true;
    }

    public OrderId id() {
        return new OrderId(id);
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public LocationId location() {
        return new LocationId(location);
    }

    public String number() {
        return number;
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** When the guest was told to have it: the slot, or what as soon as possible meant; else the moment of placing. */
    public Instant promisedAt() {
        if (promisedAt != null) return promisedAt;
        return fulfilAt == null ? placedAt : fulfilAt;
    }

    public OrderType type() {
        return type;
    }

    public OrderStatus status() {
        return status;
    }

    public Instant statusAt() {
        return statusAt;
    }

    public @Nullable String statusReason() {
        return statusReason;
    }

    public Money total() {
        return Money.of(total, currency);
    }

    public String trackingToken() {
        return trackingToken;
    }

    /** The stored JSON, byte for byte what every till is handed. */
    public String json() {
        return document;
    }

    public OrderDocument document() {
        return Json.read(document, OrderDocument.class);
    }

    boolean cameFrom(OrderRequest request) {
        return request.inEachLanguage().stream().anyMatch(same -> requestHash.equals(hashOf(same)));
    }

    private void findBy(SearchKeys keys) {
        this.searchWords = keys.words();
        this.searchFirst = keys.first();
        this.searchLast = keys.last();
        this.searchPhone = keys.phone();
    }

    private static String hashOf(OrderRequest request) {
        return Secret.hashOf(Json.write(request));
    }
}
