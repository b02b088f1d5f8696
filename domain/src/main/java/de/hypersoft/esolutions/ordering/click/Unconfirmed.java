package de.hypersoft.esolutions.ordering.click;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.guests.GuestSearch;
import de.hypersoft.esolutions.ordering.limits.Sender;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order request that waits for a click in a mail.
 *
 * <p>Its life: kept in the place of an order when too many came for one mailbox, phone or location; given a secret when
 * the mail is written; emptied when the click places the order, so that a second click finds that order; removed with all
 * that was typed when its time is over. It is no order: no number, no portion, no transfer is taken for it.
 */
@Entity
@Table(schema = "ordering", name = "unconfirmed_order")
public class Unconfirmed {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "cart_hash")
    private @Nullable String cartHash;

    @Column(name = "mail_hash")
    private String mailHash;

    @Column(name = "secret_hash")
    private @Nullable String secretHash;

    /** Personal data; empty once the order is placed. */
    private String request;

    private int times;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Unconfirmed() {} // JPA

    public Unconfirmed(Location location, OrderRequest request, Sender sender, Instant now, Instant endsAt) {
        this.id = Uuid7.at(now);
        this.tenant = location.tenant().value();
        this.location = location.id().value();
        this.idempotencyKey = request.idempotencyKey();
        this.cartHash = sender.cart();
        this.request = "";
        this.mailHash = "";
        ask(request, endsAt);
    }

    /** For the first time, or again since the guest mended something: the link of before leads nowhere. */
    final void ask(OrderRequest asked, Instant until) {
        this.request = Json.write(asked);
        this.mailHash = mailHash(asked.guest().email());
        this.secretHash = null;
        this.times++;
        this.endsAt = until;
    }

    static String mailHash(String mail) {
        return Secret.hashOf("mail " + GuestSearch.mailKey(mail));
    }

    /** The secret of the link; only whoever reads the mail knows it. */
    Secret link() {
        Secret secret = Secret.fresh();
        this.secretHash = secret.hash();
        return secret;
    }

    boolean isLinked() {
        return secretHash != null;
    }

    void placed() {
        this.request = "";
    }

    boolean isPlaced() {
        return request.isEmpty();
    }

    boolean isOpen(Instant now) {
        return !isPlaced() && now.isBefore(endsAt);
    }

    boolean cameFrom(OrderRequest other) {
        return other.inEachLanguage().stream().anyMatch(same -> request.equals(Json.write(same)));
    }

    AwaitsClick awaits() {
        return new AwaitsClick(
                MailAddress.parse(request().guest().email(), "guest.email").masked(), endsAt);
    }

    OrderRequest request() {
        return Json.read(request, OrderRequest.class);
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

    String idempotencyKey() {
        return idempotencyKey;
    }

    @Nullable
    String cartHash() {
        return cartHash;
    }

    int times() {
        return times;
    }

    Instant endsAt() {
        return endsAt;
    }
}
