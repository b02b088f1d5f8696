package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.ordering.guests.GuestSearch;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderBoard;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a manager finds what is stored of one guest, hands it out, and takes it out before its term is over. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class ManageGuestData {

    /** Of one guest at once; who ordered more often is erased in several steps. */
    public static final int MOST = 200;

    /** So long after its time an order without a reported end is thought to be over. */
    private static final Duration OVER = Duration.ofDays(1);

    private static final JsonProvider JSON = JsonProvider.provider();

    private final GuestSearch search;
    private final Orders orders;
    private final OrderBoard board;
    private final Carts carts;
    private final Forgetting forgetting;
    private final GuestRequests requests;
    private final Audit audit;
    private final Clock clock;

    @Inject
    ManageGuestData(
            GuestSearch search,
            Orders orders,
            OrderBoard board,
            Carts carts,
            Forgetting forgetting,
            GuestRequests requests,
            Audit audit,
            Clock clock) {
        this.search = search;
        this.orders = orders;
        this.board = board;
        this.carts = carts;
        this.forgetting = forgetting;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One order in which the guest was found.
     *
     * @param open not over yet, so it cannot be erased: somebody still has to cook, bring or fetch it
     */
    public record Hit(
            OrderId id,
            LocationId location,
            String number,
            Instant placedAt,
            Guest guest,
            OrderStatus status,
            boolean open) {}

    /**
     * Newest first, at most {@value #MOST}. That somebody looked stands in the audit, with how many orders were shown and
     * the number of the newest; what was typed does not, as it is the guest's.
     *
     * @throws Invalid {@code no-guest-key} when it is no mail address, phone or order number
     */
    public List<Hit> find(Scope scope, Actor by, String typed) {
        List<Hit> hits =
                search.orders(scope, typed, MOST).stream().map(this::hit).toList();
        String newest = hits.isEmpty() ? "" : hits.get(0).number();
        audit.record(by, scope.tenant().value(), "guest-searched", newest, "orders shown " + hits.size());
        return hits;
    }

    /**
     * All that is stored of the guest of these orders, as JSON; in the audit under the number of each order.
     *
     * @throws Orders.UnknownOrder for one outside of the scope
     */
    public String export(Scope scope, Actor by, Set<OrderId> ids) {
        List<Order> meant = meant(scope, ids);
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (Order order : meant) {
            all.add(whole(order));
            audit.record(by, order.tenant().value(), "guest-exported", order.number(), "");
        }
        requests.done(by, meant.stream().map(o -> o.id().value()).toList(), GuestRequestKind.EXPORT);
        return JSON.createObjectBuilder()
                .add("exportedAt", clock.instant().toString())
                .add("orders", all)
                .build()
                .toString();
    }

    /**
     * Takes the guest out of these orders and of all that was written about them: all of them or none.
     *
     * @return how many orders; those that were cleared before do not count
     * @throws Conflict {@code guest-order-open} for the first that is not over yet
     * @throws Orders.UnknownOrder for one outside of the scope
     */
    public int erase(Scope scope, Actor by, Set<OrderId> ids) {
        List<Order> meant = meant(scope, ids).stream().filter(Order::knowsGuest).toList();
        for (Order order : meant)
            if (open(order))
                throw new Conflict(
                        "guest-order-open",
                        "order " + order.number() + " is not over yet",
                        Map.of("order", order.number()));
        if (meant.isEmpty()) return 0;
        requests.done(by, meant.stream().map(o -> o.id().value()).toList(), GuestRequestKind.ERASURE);
        carts.forgetTyped(
                scope.tenant(),
                meant.stream().map(o -> o.document().guest().email()).distinct().toList());
        Forgetting.Done done = forgetting.forget(meant);
        for (Order order : meant) audit.record(by, order.tenant().value(), "guest-erased", order.number(), "");
        return done.orders();
    }

    private List<Order> meant(Scope scope, Set<OrderId> ids) {
        if (ids.isEmpty() || ids.size() > MOST)
            throw new Invalid("required", "choose 1 to " + MOST + " orders", "order");
        return ids.stream()
                .map(id -> {
                    Order order = orders.get(scope.tenant(), id);
                    if (!scope.covers(order.tenant(), order.location())) throw new Orders.UnknownOrder(id.toString());
                    return order;
                })
                .toList();
    }

    private Hit hit(Order order) {
        return new Hit(
                order.id(),
                order.location(),
                order.number(),
                order.placedAt(),
                order.document().guest(),
                order.status(),
                open(order));
    }

    /** A till may still fetch it or owes its booking, or its time has not come and gone. */
    private boolean open(Order order) {
        HandoverViews.Progress progress = board.progress(order.id());
        if (progress.waitingSince() != null || progress.doubt() != HandoverViews.Doubt.NONE) return true;
        return !order.status().isTerminal()
                && clock.instant().isBefore(order.promisedAt().plus(OVER));
    }

    private JsonObject whole(Order order) {
        GuestTraces.Of meant = Forgetting.of(order);
        JsonObjectBuilder whole = JSON.createObjectBuilder()
                .add("order", Json.read(order.json(), JsonObject.class))
                .add("status", order.status().name())
                .add("statusAt", order.statusAt().toString());
        String reason = order.statusReason();
        if (reason != null) whole.add("statusReason", reason);
        forgetting.all().forEach(traces -> whole.add(traces.name(), traces.export(meant)));
        return whole.build();
    }
}
