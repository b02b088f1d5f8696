package de.hypersoft.esolutions.shop.status;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.search.TrackOrder;
import de.hypersoft.esolutions.ordering.search.TrackedOrder;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderBoard;
import de.hypersoft.esolutions.shop.guard.ClientLimits;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.tenancy.GuestDataTerms;
import de.hypersoft.esolutions.tenancy.SetGuestDataTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds an order by the secret of its link, only within the shop of this host (T49). */
@ApplicationScoped
public class Lookup {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ShopRequest shopRequest;
    private final TrackOrder orders;
    private final OrderBoard board;
    private final ClientLimits clientLimits;
    private final SetGuestDataTerms terms;

    @Inject
    public Lookup(
            ShopRequest shopRequest,
            TrackOrder orders,
            OrderBoard board,
            ClientLimits clientLimits,
            SetGuestDataTerms terms) {
        this.shopRequest = shopRequest;
        this.orders = orders;
        this.board = board;
        this.clientLimits = clientLimits;
        this.terms = terms;
    }

    /**
     * An order with where it stands and whose it is.
     *
     * @param less nothing of the guest is shown any more: links are passed on, and lie in mailboxes for years
     */
    public record Found(TrackedOrder order, HandoverViews.Progress progress, ShopLocation location, boolean less) {}

    /**
     * @throws Orders.UnknownOrder for a wrong link; too many of them from one client are 429
     * @throws NotFound {@code link-ended} when the order is longer ago than its brand keeps links
     */
    public Found order(String token) {
        Optional<TrackedOrder> order = TOKEN.matcher(token).matches()
                ? orders.behind(shopRequest.shop().tenant(), token)
                : Optional.empty();
        if (order.isEmpty()) {
            clientLimits.wrongLink(shopRequest.client());
            throw new Orders.UnknownOrder("under this link");
        }
        ShopLocation location = shopRequest
                .shop()
                .location(order.get().location())
                .orElseThrow(() -> new Orders.UnknownOrder("under this link"));
        GuestDataTerms.Link link =
                terms.terms(shopRequest.shop().tenant()).link(order.get().promisedAt(), shopRequest.now());
        if (link == GuestDataTerms.Link.ENDED) throw new NotFound("link-ended", "this link is no longer valid");
        return new Found(order.get(), board.progress(order.get().id()), location, link == GuestDataTerms.Link.LESS);
    }
}
