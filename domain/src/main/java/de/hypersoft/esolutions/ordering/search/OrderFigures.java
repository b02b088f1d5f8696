package de.hypersoft.esolutions.ordering.search;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many orders were placed in each of a row of spans, and what they came to; withdrawn, rejected and cancelled ones
 * left out. The borders come from outside, so that a day of 23 hours or a cut-off at half past two is one span like any
 * other. What is over hardly changes: it is read once and kept for an hour.
 */
@ApplicationScoped
@Transactional
public class OrderFigures {

    private static final int MOST_KEPT = 2_000;

    private final EntityManager entities;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    public OrderFigures(EntityManager entities) {
        this.entities = entities;
    }

    /** @param from inclusive, {@code until} exclusive */
    public record Span(Instant from, Instant until) {}

    /** @param minor turnover in the tenant's currency */
    public record Figure(long orders, long minor) {}

    private record Key(Scope scope, Span span) {}

    private record Kept(Figure figure, Instant readAt) {}

    /**
     * One figure per span, in their order.
     *
     * @param now what is over by then may come from memory
     */
    public List<Figure> of(Scope scope, List<Span> spans, Instant now) {
        if (kept.size() > MOST_KEPT) kept.clear();
        return spans.stream().map(span -> figure(scope, span, now)).toList();
    }

    private Figure figure(Scope scope, Span span, Instant now) {
        Key key = new Key(scope, span);
        Figure known = known(key, now);
        if (known != null) return known;
        Figure read = read(scope, span);
        if (!span.until().isAfter(now)) kept.put(key, new Kept(read, now));
        return read;
    }

    /** A cancellation after the span was over is seen an hour later. */
    private @Nullable Figure known(Key key, Instant now) {
        Kept found = kept.get(key);
        return found == null || found.readAt().plusSeconds(3_600).isBefore(now) ? null : found.figure();
    }

    private Figure read(Scope scope, Span span) {
        String within = scope instanceof Scope.Places ? " and o.location in :locations" : "";
        TypedQuery<Figure> query = entities.createQuery(
                        Projection.of(Figure.class, "count(o), coalesce(sum(o.total), 0L)")
                                + " from Order o where o.tenant = :tenant and o.placedAt >= :from"
                                + " and o.placedAt < :until and o.status not in ('REJECTED', 'CANCELLED')" + within,
                        Figure.class)
                .setParameter("tenant", scope.tenant().value())
                .setParameter("from", span.from())
                .setParameter("until", span.until());
        if (scope instanceof Scope.Places places)
            query.setParameter(
                    "locations",
                    places.locations().stream().map(LocationId::value).toList());
        return query.getSingleResult();
    }
}
