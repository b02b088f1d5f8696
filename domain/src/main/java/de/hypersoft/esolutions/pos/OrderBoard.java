package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of orders with where each stands, for managers; and the one sentence of it that a guest may know. */
@ApplicationScoped
@Transactional
public class OrderBoard {

    static final String COLUMNS =
            "select o.id, o.location, o.number, o.placedAt, o.type, o.fulfilAt, o.guestName, o.guestPhone, o.total,"
                    + " o.currency, o.status, t.state, t.fence, t.owner, t.since, t.waitingSince, t.leaseUntil,"
                    + " t.receiptNumber, t.receiptReason, t.booked, t.mayBeDoubled, o.paymentState, o.paymentMethod,"
                    + " t.promisedAt, t.handOverAnyway, t.unbookedSince";

    private final EntityManager entities;
    private final Transfers transfers;
    private final Orders orders;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected OrderBoard() { // CDI
        this(null, null, null, null);
    }

    @Inject
    OrderBoard(EntityManager entities, Transfers transfers, Orders orders, Clock clock) {
        this.entities = entities;
        this.transfers = transfers;
        this.orders = orders;
        this.clock = clock;
    }

    /** Which part of the orders is asked for. */
    public enum Show {
        /** With nobody, or being fetched: what somebody must care for; oldest first. */
        WAITING,
        /** A till has it and did not book it in time: perhaps nobody cooks it; oldest first. */
        UNBOOKED,
        /** Waits, and is too old to be handed over before a person decided; oldest first. */
        TOO_OLD,
        /** Ticked and without receipt number or reason; oldest first. */
        RECEIPT_MISSING,
        /** Not yet completed, rejected or cancelled; newest first. */
        OPEN,
        /** All; newest first. */
        ALL
    }

    /**
     * @param location null for all in scope
     * @param from first instant of placement, inclusive, null for any; {@code until} exclusive
     * @param search part of number, guest name or phone, case-insensitive; empty for any
     */
    public record Filter(
            Show show,
            @Nullable LocationId location,
            @Nullable Instant from,
            @Nullable Instant until,
            String search) {}

    public HandoverViews.Page page(Scope scope, Filter filter, int offset, int limit) {
        if (filter.search().length() > 80) throw new Invalid("too-long", "search for less", "search");
        Map<String, Object> parameters = new HashMap<>();
        Instant now = clock.instant();
        String where = where(scope, filter, now, parameters);
        String order = filter.show().compareTo(Show.OPEN) < 0 ? "asc" : "desc";
        var rows = entities.createQuery(
                COLUMNS + where + " order by t.placedAt " + order + ", o.id " + order, Tuple.class);
        var count = entities.createQuery("select count(o)" + where, Long.class);
        parameters.forEach((name, value) -> {
            bind(rows, name, value);
            bind(count, name, value);
        });
        List<HandoverViews.Row> page = rows.setFirstResult(offset).setMaxResults(limit).getResultList().stream()
                .map(t -> row(t, now))
                .toList();
        return new HandoverViews.Page(page, count.getSingleResult());
    }

    public HandoverViews.Sheet sheet(Scope scope, OrderId id) {
        transfers.placed(scope, id);
        Order order = orders.get(id);
        HandoverViews.Row row = entities.createQuery(
                        COLUMNS + " from Order o, TransferRow t where t.order = o.id and o.id = :id", Tuple.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(t -> row(t, clock.instant()))
                .findFirst()
                .orElseThrow(() -> new Orders.UnknownOrder(id.toString()));
        Tuple notes = entities.createQuery(
                        "select t.receiptNumber, t.receiptReason, t.refusalCode, t.refusalDetail, t.offers"
                                + " from TransferRow t where t.order = :id",
                        Tuple.class)
                .setParameter("id", id.value())
                .getSingleResult();
        return new HandoverViews.Sheet(
                row,
                order.document(),
                order.trackingToken(),
                order.statusReason(),
                notes.get(0, String.class),
                notes.get(1, String.class),
                notes.get(2, String.class),
                notes.get(3, String.class),
                notes.get(4, Integer.class),
                history(id),
                events(id));
    }

    /** Which location an order belongs to; whoever asks checks whether the caller may know. */
    public LocationId place(OrderId id) {
        return new LocationId(transfers.placed(id).location());
    }

    /** Whether the restaurant has the order, for the guest's status page. */
    public HandoverViews.Progress progress(OrderId id) {
        TransferRow row = transfers.row(id);
        Transfer transfer = row.transfer();
        boolean has =
                transfer.state() == PosTransfer.TRANSFERRED_AUTO || transfer.state() == PosTransfer.TRANSFERRED_MANUAL;
        boolean waits = transfer.state() == PosTransfer.PENDING || transfer.state() == PosTransfer.CLAIMED;
        HandoverViews.Doubt doubt = doubt(row, waits);
        return new HandoverViews.Progress(
                has && doubt != HandoverViews.Doubt.UNBOOKED, waits ? transfer.since() : null, doubt);
    }

    private HandoverViews.Doubt doubt(TransferRow row, boolean waits) {
        Instant now = clock.instant();
        LocationLimits limits = entities.find(Location.class, row.location()).limits();
        if (row.deadlines().unbooked(now, limits)) return HandoverViews.Doubt.UNBOOKED;
        boolean free = waits && row.transfer().free(now);
        return free && row.deadlines().tooOld(now, limits) ? HandoverViews.Doubt.TOO_OLD : HandoverViews.Doubt.NONE;
    }

    private List<HandoverViews.Step> history(OrderId id) {
        return entities.createQuery(
                        "select m from TransferMove m where m.order = :id order by m.fence, m.at, m.id",
                        TransferMove.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(TransferMove::step)
                .toList();
    }

    private List<HandoverViews.Reported> events(OrderId id) {
        return entities.createQuery(
                        "select e from TillEvent e where e.order = :id order by e.receivedAt, e.seq", TillEvent.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(TillEvent::view)
                .toList();
    }

    private static String where(Scope scope, Filter filter, Instant now, Map<String, Object> parameters) {
        List<String> parts = new ArrayList<>(List.of("t.order = o.id", "t.tenant = :tenant", "o.tenant = :tenant"));
        parameters.put("tenant", scope.tenant().value());
        if (scope.locations() != null) {
            parts.add("t.location in :locations");
            parameters.put(
                    "locations",
                    scope.locations().stream().map(LocationId::value).toList());
        }
        if (filter.location() != null)
            add(
                    parts,
                    parameters,
                    "t.location = :location",
                    "location",
                    filter.location().value());
        if (filter.from() != null) add(parts, parameters, "t.placedAt >= :from", "from", filter.from());
        if (filter.until() != null) add(parts, parameters, "t.placedAt < :until", "until", filter.until());
        String search = filter.search().strip().toLowerCase(Locale.ROOT);
        if (!search.isEmpty())
            add(
                    parts,
                    parameters,
                    "(lower(o.number) like :search escape '!' or lower(o.guestName) like :search escape '!'"
                            + " or o.guestPhone like :search escape '!')",
                    "search",
                    "%" + search.replaceAll("([!%_])", "!$1") + "%");
        boolean overdue = filter.show() == Show.UNBOOKED || filter.show() == Show.TOO_OLD;
        if (overdue) add(parts, parameters, "l.id = t.location", "now", now);
        parts.add(
                switch (filter.show()) {
                    case WAITING -> "t.waitingSince is not null";
                    case UNBOOKED -> OverdueOrders.UNBOOKED;
                    case TOO_OLD -> OverdueOrders.TOO_OLD;
                    case RECEIPT_MISSING ->
                        "t.state = 'TRANSFERRED_MANUAL' and t.receiptNumber is null" + " and t.receiptReason is null";
                    case OPEN -> "o.status in ('PLACED', 'ACCEPTED', 'PREPARING', 'READY')";
                    case ALL -> "1 = 1";
                });
        return " from Order o, TransferRow t" + (overdue ? ", Location l" : "") + " where "
                + String.join(" and ", parts);
    }

    private static void add(
            List<String> parts, Map<String, Object> parameters, String condition, String name, Object value) {
        parts.add(condition);
        parameters.put(name, value);
    }

    private static void bind(Query query, String name, Object value) {
        query.setParameter(name, value);
    }

    static HandoverViews.Row row(Tuple t, Instant now) {
        PosTransfer state = t.get(11, PosTransfer.class);
        Instant lease = t.get(16, Instant.class);
        return new HandoverViews.Row(
                new OrderId(t.get(0, UUID.class)),
                new LocationId(t.get(1, UUID.class)),
                t.get(2, String.class),
                t.get(3, Instant.class),
                t.get(4, OrderType.class),
                t.get(5, Instant.class),
                t.get(6, String.class),
                t.get(7, String.class),
                t.get(8, Long.class),
                t.get(9, String.class),
                t.get(10, OrderStatus.class),
                state,
                t.get(12, Long.class),
                t.get(13, String.class),
                t.get(14, Instant.class),
                t.get(15, Instant.class),
                state == PosTransfer.CLAIMED && lease != null && now.isBefore(lease),
                state == PosTransfer.TRANSFERRED_MANUAL
                        && t.get(17, String.class) == null
                        && t.get(18, String.class) == null,
                t.get(19, Boolean.class),
                t.get(20, Boolean.class),
                new HandoverViews.Payment(t.get(21, String.class), t.get(22, String.class)),
                new HandoverViews.Deadlines(
                        t.get(23, Instant.class), t.get(24, Boolean.class), t.get(25, Instant.class)));
    }
}
