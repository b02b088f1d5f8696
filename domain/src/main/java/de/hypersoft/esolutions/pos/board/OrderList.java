package de.hypersoft.esolutions.pos.board;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.ordering.search.OrderSearch;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders with where each stands, for managers: groups that share no order, page by page, and what people ask for. */
@ApplicationScoped
@Transactional
public class OrderList {

    /** So many done orders are found by words; whoever finds more types more. */
    public static final int MOST_FOUND = 1_000;

    private static final String JOINED = "t.order = o.id";

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public OrderList(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Which part of the orders is asked for: conditions over order o, transfer t, its location l and the time :now. */
    public enum Show {
        /** A till has it and did not book it in time: perhaps nobody cooks it; oldest first. */
        UNBOOKED(OverdueOrders.UNBOOKED, true),
        /** Waits, and is too old to be handed over before a person decided; oldest first. */
        TOO_OLD(OverdueOrders.TOO_OLD, true),
        /** A person has to decide about it, for one of these reasons; oldest first. */
        OVERDUE("(" + OverdueOrders.UNBOOKED + " or " + OverdueOrders.TOO_OLD + ")", true),
        /** With nobody, or being fetched: what somebody must care for; oldest first. */
        WAITING("t.waitingSince is not null", true),
        /** Ticked and without receipt number or reason; oldest first. */
        RECEIPT_MISSING("t.state = 'TRANSFERRED_MANUAL' and t.receiptNumber is null and t.receiptReason is null", true),
        /** Not yet completed, rejected or cancelled; newest first. */
        OPEN("o.status in ('PLACED', 'ACCEPTED', 'PREPARING', 'READY')", false),
        /** Completed, rejected or cancelled; newest first. */
        DONE("o.status in ('COMPLETED', 'REJECTED', 'CANCELLED')", false),
        /** All; newest first. */
        ALL("1 = 1", false);

        private final String condition;
        private final boolean oldestFirst;

        Show(String condition, boolean oldestFirst) {
            this.condition = condition;
            this.oldestFirst = oldestFirst;
        }

        /** There may be years of them: they are met by an index or counted by the day, never all. */
        boolean endless() {
            return this == DONE || this == ALL;
        }
    }

    /**
     * @param without what is shown elsewhere already
     * @param placed in which of these spans it was placed; empty for any
     * @param search number, name or phone as people say them; empty for any
     */
    public record Filter(Show show, Set<Show> without, List<Placed> placed, String search) {

        public Filter {
            placed = List.copyOf(placed);
        }

        public static Filter of(Show show) {
            return new Filter(show, Set.of(), List.of(), "");
        }
    }

    /**
     * A span of placement at some locations: each has a day of its own, by its zone and cut-off.
     *
     * @param from inclusive, {@code until} exclusive
     */
    public record Placed(Set<LocationId> locations, Instant from, Instant until) {}

    /** @param after what the page before ended with; null for the first one */
    public HandoverViews.Page page(Scope scope, Filter filter, HandoverViews.@Nullable Key after, int limit) {
        OrderSearch search = OrderSearch.of(
                filter.search(), clock.instant().atZone(ZoneOffset.UTC).getYear());
        Conditions all = conditions(scope, filter);
        if (search.isEmpty()) {
            boolean counted = !filter.show().endless() || !filter.placed().isEmpty();
            return read(filter.show(), all, after, limit, counted ? count(all) : null);
        }
        if (!filter.show().endless()) {
            all.parts().add(search.condition(all.parameters()));
            return read(filter.show(), all, after, limit, count(all));
        }
        Set<UUID> found = found(search, all);
        if (found.isEmpty()) return new HandoverViews.Page(List.of(), 0L, null);
        Conditions these = new Conditions(
                new ArrayList<>(List.of(JOINED, "o.id in :found")), new HashMap<>(Map.of("found", found)));
        return read(filter.show(), these, after, limit, (long) found.size());
    }

    /** Since when an order waits, the longest of each location where one does; an order given back waits anew. */
    public Map<LocationId, Instant> waitingLongest(Scope scope) {
        Conditions all = conditions(scope, Filter.of(Show.WAITING));
        Map<LocationId, Instant> longest = new HashMap<>();
        query(
                        Projection.of(Waiting.class, "t.location, min(t.waitingSince)") + all.from()
                                + " group by t.location",
                        all,
                        Waiting.class)
                .getResultList()
                .forEach(waiting -> longest.put(new LocationId(waiting.location()), waiting.since()));
        return longest;
    }

    private record Waiting(UUID location, Instant since) {}

    private HandoverViews.Page read(
            Show show, Conditions all, HandoverViews.@Nullable Key after, int limit, @Nullable Long total) {
        if (after != null) all.add(after(show), Map.of("lastAt", after.placedAt(), "lastId", after.order()));
        String order = show.oldestFirst ? "asc" : "desc";
        List<HandoverViews.Row> rows = query(
                        ListedOrder.COLUMNS + all.from() + " order by t.placedAt " + order + ", o.id " + order,
                        all,
                        ListedOrder.class)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(listed -> listed.row(clock.instant()))
                .toList();
        if (rows.size() <= limit) return new HandoverViews.Page(rows, total, null);
        HandoverViews.Row last = rows.get(limit - 1);
        return new HandoverViews.Page(
                rows.subList(0, limit),
                total,
                new HandoverViews.Key(last.placedAt(), last.id().value()));
    }

    private static String after(Show show) {
        String than = show.oldestFirst ? ">" : "<";
        return "t.placedAt " + than + "= :lastAt and (t.placedAt " + than + " :lastAt or o.id " + than + " :lastId)";
    }

    private long count(Conditions all) {
        return query("select count(o)" + all.from(), all, Long.class).getSingleResult();
    }

    /** The newest orders that fit, by one look into an index for each way in which the words may be meant. */
    private Set<UUID> found(OrderSearch search, Conditions all) {
        all.parts().add(search.condition(all.parameters()));
        Set<Found> found = new LinkedHashSet<>();
        for (OrderSearch.Way way : search.ways()) {
            Conditions here = new Conditions(new ArrayList<>(all.parts()), new HashMap<>(all.parameters()));
            here.add(way.condition(), way.parameters());
            found.addAll(query(
                            Projection.of(Found.class, "o.id, o.placedAt") + here.from()
                                    + " order by o.placedAt desc, o.id desc",
                            here,
                            Found.class)
                    .setMaxResults(MOST_FOUND)
                    .getResultList());
        }
        Set<UUID> newest = new LinkedHashSet<>();
        found.stream()
                .sorted(Comparator.comparing(Found::placedAt).reversed())
                .map(Found::id)
                .filter(id -> newest.size() < MOST_FOUND)
                .forEach(newest::add);
        return newest;
    }

    private record Found(UUID id, Instant placedAt) {}

    private <T> TypedQuery<T> query(String text, Conditions all, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(text, type);
        all.parameters().forEach(query::setParameter);
        if (text.contains(":now")) query.setParameter("now", clock.instant());
        return query;
    }

    private static Conditions conditions(Scope scope, Filter filter) {
        Conditions all = new Conditions(new ArrayList<>(List.of(JOINED)), new HashMap<>());
        all.add(
                "t.tenant = :tenant and o.tenant = :tenant",
                Map.of("tenant", scope.tenant().value()));
        if (scope instanceof Scope.Places places)
            all.add(
                    "t.location in :locations",
                    Map.of(
                            "locations",
                            places.locations().stream().map(LocationId::value).toList()));
        if (!filter.placed().isEmpty()) placed(filter.placed(), all);
        all.parts().add(filter.show().condition);
        filter.without()
                .forEach(elsewhere -> all.parts().add("case when " + elsewhere.condition + " then 1 else 0 end = 0"));
        return all;
    }

    /** Within the widest borders first, which an index over time can serve. */
    private static void placed(List<Placed> spans, Conditions all) {
        List<String> either = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Placed span = spans.get(i);
            either.add("t.location in :placedIn" + i + " and t.placedAt >= :from" + i + " and t.placedAt < :until" + i);
            all.parameters()
                    .putAll(Map.of(
                            "placedIn" + i,
                            span.locations().stream().map(LocationId::value).toList(),
                            "from" + i,
                            span.from(),
                            "until" + i,
                            span.until()));
        }
        all.add(
                "t.placedAt >= :from and t.placedAt < :until and (" + String.join(" or ", either) + ")",
                Map.of(
                        "from",
                        spans.stream()
                                .map(Placed::from)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        "until",
                        spans.stream()
                                .map(Placed::until)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()));
    }

    private record Conditions(List<String> parts, Map<String, Object> parameters) {
        void add(String condition, Map<String, Object> values) {
            parts.add(condition);
            parameters.putAll(values);
        }

        /** Locations are asked only where their limits matter. */
        String from() {
            String where = String.join(" and ", parts);
            return where.contains("l.")
                    ? " from Order o, TransferRow t, Location l where l.id = t.location and " + where
                    : " from Order o, TransferRow t where " + where;
        }
    }
}
