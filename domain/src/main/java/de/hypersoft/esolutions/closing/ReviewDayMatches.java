package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;

/** Holds the web orders of a business day against the bookings of its tills. An order belongs to the day it was placed on. */
@ApplicationScoped
@Transactional
public class ReviewDayMatches {

    /** So long after the cut-off a till may still report what it booked before. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /** Of a server that was away for weeks, only the last days are written about. */
    private static final int MOST_DAYS = 7;

    private final EntityManager entities;
    private final Locations locations;
    private final Clock clock;

    @Inject
    public ReviewDayMatches(EntityManager entities, Locations locations, Clock clock) {
        this.entities = entities;
        this.locations = locations;
        this.clock = clock;
    }

    /** The business day before the one that runs now. */
    public LocalDate lastDay(TenantId tenant, LocationId id) {
        Location location = locations.get(tenant, id);
        return BusinessDay.of(clock.instant(), location.zone(), location.cutoff())
                .date()
                .minusDays(1);
    }

    public DayMatch match(TenantId tenant, LocationId id, LocalDate date) {
        Location location = locations.get(tenant, id);
        BusinessDay day = BusinessDay.on(date, location.zone(), location.cutoff());
        return new DayMatch(day, entries(id, day));
    }

    /** Day ends whose orders were not matched yet, some minutes after they ran, oldest first. */
    public List<Ended> unmatched(int limit) {
        return entities.createQuery(
                        "select r from CutoffRun r where r.matchedAt is null and r.ranAt <= :ranBefore order by r.ranAt",
                        CutoffRun.class)
                .setParameter("ranBefore", clock.instant().minus(GRACE))
                .setMaxResults(limit)
                .getResultStream()
                .map(CutoffRun::ended)
                .toList();
    }

    /** @return false when another node was faster */
    public boolean matched(UUID run) {
        return entities.createQuery(
                                "update CutoffRun r set r.matchedAt = :now where r.id = :run and r.matchedAt is null")
                        .setParameter("now", clock.instant())
                        .setParameter("run", run)
                        .executeUpdate()
                == 1;
    }

    /**
     * A day end that has run.
     *
     * @param last the day that ended
     * @param missedDays days before it that ended while no server ran
     */
    public record Ended(UUID run, LocationId location, LocalDate last, int missedDays) {
        /** Oldest first. */
        public List<LocalDate> days() {
            int before = Math.min(missedDays, MOST_DAYS - 1);
            return IntStream.rangeClosed(0, before)
                    .mapToObj(n -> last.minusDays(before - n))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private List<DayMatch.Entry> entries(LocationId location, BusinessDay day) {
        List<OrderOfDay> rows = entities.createNativeQuery(
                        "select o.id, o.order_number, o.placed_at, o.total_minor, o.currency, t.owner,"
                                + " t.receipt_number, t.receipt_reason, o.status, t.state, t.booked, t.may_be_doubled,"
                                + " t.unbooked_since, t.voided_at, (select count(distinct e.till_id) from pos.till_event e"
                                + " where e.order_id = o.id and e.event_type <> 'REJECTED') as tills,"
                                + " (select count(*) from pos.transfer_move m where m.order_id = o.id"
                                + " and m.move in ('TICK', 'TAKE_OVER')) as ticks"
                                + " from pos.transfer t join ordering.customer_order o on o.id = t.order_id"
                                + " where t.location_id = :location and t.placed_at >= :begins and t.placed_at < :ends"
                                + " order by t.placed_at, o.id",
                        OrderOfDay.class)
                .setParameter("location", location.value())
                .setParameter("begins", day.begins())
                .setParameter("ends", day.ends())
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("order_number", String.class)
                .addScalar("placed_at", Instant.class)
                .addScalar("total_minor", Long.class)
                .addScalar("currency", String.class)
                .addScalar("owner", String.class)
                .addScalar("receipt_number", String.class)
                .addScalar("receipt_reason", String.class)
                .addScalar("status", String.class)
                .addScalar("state", String.class)
                .addScalar("booked", Boolean.class)
                .addScalar("may_be_doubled", Boolean.class)
                .addScalar("unbooked_since", Instant.class)
                .addScalar("voided_at", Instant.class)
                .addScalar("tills", Long.class)
                .addScalar("ticks", Long.class)
                .getResultList();
        return rows.stream().map(OrderOfDay::entry).toList();
    }
}
