package de.hypersoft.esolutions.ordering.click;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.PlaceOrder;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From an order request that waits for a click to the order, or to its end. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class ConfirmByClick {

    private final UnconfirmedOrders unconfirmed;
    private final Orders orders;
    private final PlaceOrder placeOrder;
    private final Carts carts;
    private final Clock clock;

    @Inject
    public ConfirmByClick(
            UnconfirmedOrders unconfirmed, Orders orders, PlaceOrder placeOrder, Carts carts, Clock clock) {
        this.unconfirmed = unconfirmed;
        this.orders = orders;
        this.placeOrder = placeOrder;
        this.carts = carts;
        this.clock = clock;
    }

    /**
     * What the mail is written from.
     *
     * @param token of the link
     * @param total as the guest was shown it; null where a program asked for no comparison
     */
    public record Asked(
            TenantId tenant,
            LocationId location,
            String mail,
            String language,
            String token,
            @Nullable Money total,
            Instant until) {
        @Override
        public String toString() {
            return "Asked[" + location + "]"; // a log never shows guest data or secrets (T65)
        }
    }

    /**
     * @param times as the event says
     * @return empty when it is over already, placed or ended, when a link was made already, or the guest asked again since
     */
    public Optional<Asked> link(UUID request, int times) {
        return unconfirmed
                .find(request)
                .filter(row -> row.isOpen(clock.instant()) && row.times() == times && !row.isLinked())
                .map(ConfirmByClick::asked);
    }

    /**
     * What can be seen behind the link before the click.
     *
     * @param tracking of the order, when the click was made already; else null
     */
    public record Seen(
            LocationId location,
            @Nullable Money total,
            Instant until,
            @Nullable String tracking) {}

    /** @throws NotFound {@code confirmation-ended} */
    public Seen see(TenantId tenant, String token) {
        Unconfirmed row = row(tenant, token);
        Optional<Order> order = orders.byIdempotencyKey(tenant, row.idempotencyKey());
        return new Seen(
                row.location(),
                row.isPlaced() ? null : row.request().expectedTotal(),
                row.endsAt(),
                order.map(Order::trackingToken).orElse(null));
    }

    /**
     * Places the order as any other, under its own idempotency key, priced and checked anew; the second click gives the
     * same order.
     *
     * @throws NotFound {@code confirmation-ended}
     * @throws de.hypersoft.esolutions.kernel.Refusal as {@link PlaceOrder#place}; the link stays good until its end
     */
    public OrderReceipt place(TenantId tenant, String token) {
        Unconfirmed row = row(tenant, token);
        Optional<Order> earlier = orders.byIdempotencyKey(tenant, row.idempotencyKey());
        if (earlier.isPresent()) return OrderReceipt.of(earlier.get(), false);
        OrderReceipt receipt = placeOrder.confirmed(tenant, row.request(), row.cartHash());
        if (row.cartHash() != null) carts.ordered(row.cartHash(), tenant, row.location(), row.idempotencyKey());
        row.placed();
        return receipt;
    }

    /** Whether a checkout of this guest still waits for the click. */
    public Optional<AwaitsClick> waiting(CartKey key, String formKey) {
        return unconfirmed
                .byKey(key.tenant(), key.orderKey(formKey))
                .filter(row -> row.isOpen(clock.instant()))
                .map(Unconfirmed::awaits);
    }

    /** Ends what nobody confirmed in time, with all that was typed; answers how many. */
    public int end(int limit) {
        List<Unconfirmed> over = unconfirmed.ended(clock.instant(), limit);
        over.forEach(unconfirmed::end);
        return over.size();
    }

    private Unconfirmed row(TenantId tenant, String token) {
        return unconfirmed
                .bySecret(tenant, token)
                .filter(row -> clock.instant().isBefore(row.endsAt()))
                .orElseThrow(() -> new NotFound("confirmation-ended", "nothing waits for this click"));
    }

    private static Asked asked(Unconfirmed row) {
        OrderRequest request = row.request();
        Secret secret = row.link();
        return new Asked(
                row.tenant(),
                row.location(),
                request.guest().email(),
                request.guest().language(),
                secret.value(),
                request.expectedTotal(),
                row.endsAt());
    }
}
